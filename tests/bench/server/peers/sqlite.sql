-- An application as the peers keep it: two indexes and a counter. (The server itself also keeps the letter, the line of the audit log
-- and the answer by its key, and looks up who applies, to what, and whether they may.)
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
CREATE TABLE program (id INTEGER PRIMARY KEY, applicants INTEGER NOT NULL DEFAULT 0);
CREATE TABLE application (
  id INTEGER PRIMARY KEY,
  user_id TEXT NOT NULL,
  round INTEGER NOT NULL,
  program INTEGER NOT NULL,
  state TEXT NOT NULL,
  applied_at INTEGER NOT NULL
);
CREATE UNIQUE INDEX application_live ON application (user_id, round) WHERE state <> 'withdrawn';
CREATE INDEX application_of_program ON application (program, state);
WITH RECURSIVE number (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM number WHERE id < 20000)
INSERT INTO program (id) SELECT id FROM number;
