\set user random(1, 1000000000000)
\set program random(1, 3205)
WITH made AS (INSERT INTO application (user_id, round, program, state, applied_at)
  VALUES (:user::text, 1, :program, 'applied', 1540436400000) RETURNING program)
UPDATE program SET applicants = applicants + 1 FROM made WHERE id = made.program;
