// Schema 1. Released: never edit, add the next version beside it.
//
// Checks about texts live in core; the tables keep what no single request can know: uniqueness, references, and that
// the audit log only grows. Times are milliseconds since 1970 UTC; field and prefecture are their numbers in programs,
// as typed ("13") in what a person entered; states are core's keys.
#pragma once

namespace senkoi::server::store::sqlite::migrations {

inline constexpr char v1[] = R"sql(
CREATE TABLE season (
  start_year INTEGER PRIMARY KEY
) STRICT;

CREATE TABLE round (
  start_year INTEGER NOT NULL REFERENCES season ON DELETE CASCADE,
  round INTEGER NOT NULL,
  registration_from INTEGER NOT NULL,
  registration_until INTEGER NOT NULL,
  adoption_from INTEGER NOT NULL,
  adoption_until INTEGER NOT NULL,
  notification_at INTEGER NOT NULL,
  announced_at INTEGER,                 -- when the letters about results were queued (M5.1)
  PRIMARY KEY (start_year, round)
) STRICT, WITHOUT ROWID;

CREATE TABLE closed_cell (              -- does not recruit in the round (M3.5)
  start_year INTEGER NOT NULL,
  round INTEGER NOT NULL,
  field INTEGER NOT NULL,
  prefecture INTEGER NOT NULL,
  PRIMARY KEY (start_year, round, field, prefecture),
  FOREIGN KEY (start_year, round) REFERENCES round ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE program (
  id INTEGER PRIMARY KEY,
  start_year INTEGER NOT NULL REFERENCES season ON DELETE CASCADE,
  field INTEGER NOT NULL,
  prefecture INTEGER NOT NULL,
  facility TEXT NOT NULL,
  name TEXT NOT NULL,
  capacity INTEGER NOT NULL,
  director TEXT NOT NULL,
  department TEXT NOT NULL,
  phone TEXT NOT NULL,
  mail TEXT NOT NULL,
  address TEXT NOT NULL,
  url TEXT NOT NULL,
  rounds INTEGER NOT NULL
) STRICT;
CREATE INDEX program_of_cell ON program (start_year, field, prefecture);

CREATE TABLE ceiling (                  -- no row: the cell has none (M3.7)
  start_year INTEGER NOT NULL REFERENCES season ON DELETE CASCADE,
  field INTEGER NOT NULL,
  prefecture INTEGER NOT NULL,
  published INTEGER NOT NULL,
  PRIMARY KEY (start_year, field, prefecture)
) STRICT, WITHOUT ROWID;

CREATE TABLE past_adoption (
  start_year INTEGER NOT NULL,
  field INTEGER NOT NULL,
  prefecture INTEGER NOT NULL,
  year INTEGER NOT NULL,                -- the season in which they were adopted
  adopted INTEGER NOT NULL,
  PRIMARY KEY (start_year, field, prefecture, year),
  FOREIGN KEY (start_year, field, prefecture) REFERENCES ceiling ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE notice (
  id INTEGER PRIMARY KEY,
  field INTEGER,
  published_at INTEGER NOT NULL,
  title_ja TEXT NOT NULL,
  title_en TEXT NOT NULL,
  body_ja TEXT NOT NULL,
  body_en TEXT NOT NULL
) STRICT;

CREATE TABLE account (
  user_id TEXT PRIMARY KEY,
  mail TEXT NOT NULL COLLATE NOCASE,
  field INTEGER NOT NULL,
  language TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  registered_at INTEGER NOT NULL,
  family_name TEXT NOT NULL,
  given_name TEXT NOT NULL,
  registry_number TEXT NOT NULL,
  licence_year TEXT NOT NULL,
  licence_month TEXT NOT NULL,
  postal_code TEXT NOT NULL,
  prefecture TEXT NOT NULL,
  address TEXT NOT NULL,
  phone TEXT NOT NULL,
  residency_program TEXT NOT NULL,
  track TEXT NOT NULL,
  curriculum_reason TEXT NOT NULL,
  curriculum_reason_text TEXT NOT NULL,
  regional_quota TEXT NOT NULL,
  regional_quota_consent TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX account_by_registry_number ON account (registry_number);  -- one live account a person (M1.2)
CREATE INDEX account_by_mail ON account (mail);

CREATE TABLE former_account (           -- what statistics need of a deleted one; its ID is never given again (M6.2)
  user_id TEXT PRIMARY KEY,
  field INTEGER NOT NULL,
  registered_at INTEGER NOT NULL,
  deleted_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE registration_link (
  token BLOB PRIMARY KEY,
  mail TEXT NOT NULL COLLATE NOCASE,
  field INTEGER NOT NULL,
  language TEXT NOT NULL,
  requested_at INTEGER NOT NULL,
  opened_at INTEGER,
  used_at INTEGER,
  superseded_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX registration_link_by_mail ON registration_link (mail);

CREATE TABLE recovery_link (
  token BLOB PRIMARY KEY,
  mail TEXT NOT NULL COLLATE NOCASE,
  requested_at INTEGER NOT NULL,
  used_at INTEGER,
  superseded_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX recovery_link_by_mail ON recovery_link (mail);

CREATE TABLE recovery_account (         -- the user IDs that the letter listed
  token BLOB NOT NULL REFERENCES recovery_link ON DELETE CASCADE,
  user_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
  PRIMARY KEY (token, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX recovery_account_by_user ON recovery_account (user_id);

CREATE TABLE session (
  token BLOB PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
  opened_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_by_user ON session (user_id);

CREATE TABLE application (
  id INTEGER PRIMARY KEY,
  user_id TEXT REFERENCES account,      -- NULL once the account is deleted; the row stays for the statistics
  start_year INTEGER NOT NULL REFERENCES season,
  round INTEGER NOT NULL,
  program INTEGER NOT NULL REFERENCES program,
  state TEXT NOT NULL,
  applied_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX application_live ON application (user_id, start_year, round) WHERE state <> 'withdrawn';  -- M3.5
CREATE INDEX application_of_user ON application (user_id, start_year);
CREATE INDEX application_of_program ON application (program, state);

CREATE TABLE remembered_answer (        -- by idempotency key: a repeated request gets the first answer
  user_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
  key TEXT NOT NULL,
  request TEXT NOT NULL,
  application INTEGER NOT NULL REFERENCES application,
  at INTEGER NOT NULL,
  PRIMARY KEY (user_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (                   -- letters not yet taken by an SMTP server (S6)
  id INTEGER PRIMARY KEY AUTOINCREMENT, -- names the letter for ever: never reused
  kind INTEGER NOT NULL,
  recipient TEXT NOT NULL COLLATE NOCASE,
  language TEXT NOT NULL,
  facts TEXT NOT NULL,
  nonce BLOB,
  user_id TEXT,                         -- whose; deleted with the account
  queued_at INTEGER NOT NULL,
  due_at INTEGER,                       -- NULL: refused for good
  attempts INTEGER NOT NULL DEFAULT 0,
  refused_at INTEGER,
  why TEXT
) STRICT;
CREATE INDEX outbox_due ON outbox (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE audit (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  actor TEXT NOT NULL,
  address TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  hash BLOB NOT NULL                    -- SHA-256 over the row before and this row
) STRICT;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;
CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;
)sql";

}  // namespace senkoi::server::store::sqlite::migrations
