// Schema 8: what an import stages before all of it is seen at once (S3, S4; server/operations/import_store.hpp).
// Released: never edit, add the next version beside it.
#pragma once

namespace senkoi::server::store::sqlite::migrations {

inline constexpr char v8[] = R"sql(
CREATE TABLE import (                   -- under way, or left by a server that died; normally none
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  decided INTEGER NOT NULL DEFAULT 0,   -- until then nothing of it is seen, from then on all of it
  at INTEGER NOT NULL,                  -- when it was asked for, by whom
  who TEXT NOT NULL,
  actor TEXT NOT NULL,
  address TEXT NOT NULL
) STRICT;

CREATE TABLE import_line (              -- lines of the audit log that a decided import still owes
  import INTEGER NOT NULL,
  number INTEGER NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (import, number)
) STRICT, WITHOUT ROWID;

ALTER TABLE program ADD COLUMN import INTEGER;  -- that makes it; NULL once that is over
CREATE INDEX program_of_import ON program (import) WHERE import IS NOT NULL;

CREATE TABLE program_change (           -- what an import makes of a program
  program INTEGER PRIMARY KEY REFERENCES program ON DELETE CASCADE,
  import INTEGER NOT NULL,
  moves INTEGER NOT NULL,               -- to another field or prefecture
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
CREATE INDEX program_change_that_moves ON program_change (program) WHERE moves;

-- Programs as everybody sees them: without what an undecided import has staged, with all that a decided one has.
CREATE VIEW present_program AS
SELECT p.id, p.start_year, p.closed_at, coalesce(c.field, p.field) AS field,
  coalesce(c.prefecture, p.prefecture) AS prefecture, coalesce(c.facility, p.facility) AS facility,
  coalesce(c.name, p.name) AS name, coalesce(c.capacity, p.capacity) AS capacity,
  coalesce(c.director, p.director) AS director, coalesce(c.department, p.department) AS department,
  coalesce(c.phone, p.phone) AS phone, coalesce(c.mail, p.mail) AS mail, coalesce(c.address, p.address) AS address,
  coalesce(c.url, p.url) AS url, coalesce(c.rounds, p.rounds) AS rounds
FROM program p LEFT JOIN program_change c
  ON c.program = p.id AND c.import IN (SELECT id FROM import WHERE decided <> 0)
WHERE p.import IS NULL OR p.import IN (SELECT id FROM import WHERE decided <> 0);

CREATE TABLE past_adoption_staged (
  import INTEGER NOT NULL,
  field INTEGER NOT NULL,
  prefecture INTEGER NOT NULL,
  year INTEGER NOT NULL,
  adopted INTEGER NOT NULL,
  PRIMARY KEY (import, field, prefecture, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE regional_quota_staged (
  import INTEGER NOT NULL,
  user_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
  prefecture INTEGER NOT NULL,
  PRIMARY KEY (import, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX regional_quota_staged_by_user ON regional_quota_staged (user_id);
)sql";

}  // namespace senkoi::server::store::sqlite::migrations
