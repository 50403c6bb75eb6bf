// Schema 2: the other side (S1, S3, S4).
// Released: never edit, add the next version beside it.
#pragma once

namespace senkoi::server::store::sqlite::migrations {

inline constexpr char v2[] = R"sql(
CREATE TABLE staff (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  mail TEXT NOT NULL COLLATE NOCASE,
  name TEXT NOT NULL,
  language TEXT NOT NULL,
  role TEXT NOT NULL,                   -- core's roleNames
  field INTEGER,                        -- NULL: the board, all fields
  password_hash TEXT,                   -- NULL until joined
  secret TEXT,                          -- of the confirmation codes (RFC 6238), encrypt with the server key
  last_step INTEGER NOT NULL DEFAULT 0, -- a step that was used is not taken again
  invited_at INTEGER NOT NULL,
  joined_at INTEGER,
  closed_at INTEGER
) STRICT;
CREATE UNIQUE INDEX staff_by_mail ON staff (mail) WHERE closed_at IS NULL;

CREATE TABLE staff_program (            -- which programs a director decides for
  staff INTEGER NOT NULL REFERENCES staff ON DELETE CASCADE,
  program INTEGER NOT NULL REFERENCES program ON DELETE CASCADE,
  PRIMARY KEY (staff, program)
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_of_program ON staff_program (program);

CREATE TABLE staff_recovery_code (      -- each works once, in place of a confirmation code
  staff INTEGER NOT NULL REFERENCES staff ON DELETE CASCADE,
  code BLOB NOT NULL,                   -- SHA-256
  PRIMARY KEY (staff, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE staff_link (               -- invitation or recovery
  token BLOB PRIMARY KEY,
  staff INTEGER NOT NULL REFERENCES staff ON DELETE CASCADE,
  recovery INTEGER NOT NULL,            -- 1: a new password with the confirmation codes as they are
  requested_at INTEGER NOT NULL,
  used_at INTEGER,
  superseded_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_link_of_staff ON staff_link (staff);

CREATE TABLE staff_session (
  token BLOB PRIMARY KEY,
  staff INTEGER NOT NULL REFERENCES staff ON DELETE CASCADE,
  opened_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_session_of_staff ON staff_session (staff);

CREATE TABLE held (                     -- why an application is held and who is to resolve it (S1)
  application INTEGER PRIMARY KEY REFERENCES application ON DELETE CASCADE,
  reason TEXT NOT NULL,
  owner TEXT NOT NULL
) STRICT;

CREATE TABLE data_note (                -- why a director changed an applicant's data (S1)
  id INTEGER PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
  staff INTEGER NOT NULL REFERENCES staff,
  at INTEGER NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX data_note_of_user ON data_note (user_id);

CREATE TABLE regional_quota_match (     -- of the ministry's list only matches are kept (S4)
  user_id TEXT PRIMARY KEY REFERENCES account ON DELETE CASCADE,
  prefecture INTEGER NOT NULL,          -- where the duty lies
  matched_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A closed program recruits no more; it stays for those who applied to it.
ALTER TABLE program ADD COLUMN closed_at INTEGER;

-- Whether results stay back until two people have released them (S4).
ALTER TABLE season ADD COLUMN release_needed INTEGER NOT NULL DEFAULT 0;
CREATE TABLE round_release (
  start_year INTEGER NOT NULL,
  round INTEGER NOT NULL,
  staff INTEGER NOT NULL REFERENCES staff,
  at INTEGER NOT NULL,
  PRIMARY KEY (start_year, round, staff),
  FOREIGN KEY (start_year, round) REFERENCES round ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Adoptions of past years stand by themselves: a cell may have them before, or without, a published ceiling.
CREATE TABLE past (
  start_year INTEGER NOT NULL REFERENCES season ON DELETE CASCADE,
  field INTEGER NOT NULL,
  prefecture INTEGER NOT NULL,
  year INTEGER NOT NULL,                -- the season in which they were adopted
  adopted INTEGER NOT NULL,
  PRIMARY KEY (start_year, field, prefecture, year)
) STRICT, WITHOUT ROWID;
INSERT INTO past SELECT start_year, field, prefecture, year, adopted FROM past_adoption;
DROP TABLE past_adoption;
ALTER TABLE past RENAME TO past_adoption;
ALTER TABLE ceiling ADD COLUMN reason TEXT NOT NULL DEFAULT '';  -- why it differs from the mean; empty where it does not
CREATE TABLE no_ceiling (               -- a cell with a mean that has none all the same, and why (M3.7)
  start_year INTEGER NOT NULL REFERENCES season ON DELETE CASCADE,
  field INTEGER NOT NULL,
  prefecture INTEGER NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (start_year, field, prefecture)
) STRICT, WITHOUT ROWID;

-- What the audit log is searched by (S5); each ends in the number, so that the newest come first without sorting.
CREATE INDEX audit_of_actor ON audit (actor);
CREATE INDEX audit_of_action ON audit (action);
CREATE INDEX audit_of_subject ON audit (subject);
)sql";

}  // namespace senkoi::server::store::sqlite::migrations
