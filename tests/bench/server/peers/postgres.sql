-- The same for PostgreSQL.
CREATE TABLE program (id BIGINT PRIMARY KEY, applicants BIGINT NOT NULL DEFAULT 0);
CREATE TABLE application (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id TEXT NOT NULL,
  round INTEGER NOT NULL,
  program BIGINT NOT NULL,
  state TEXT NOT NULL,
  applied_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX application_live ON application (user_id, round) WHERE state <> 'withdrawn';
CREATE INDEX application_of_program ON application (program, state);
INSERT INTO program (id) SELECT generate_series(1, 20000);
