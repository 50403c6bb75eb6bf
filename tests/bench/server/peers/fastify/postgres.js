// node-postgres with a pool of 32 connections: one prepared statement a request, so that it travels once.
import pg from "pg";

const text = `WITH made AS (INSERT INTO application (user_id, round, program, state, applied_at) VALUES ($1, 1, $2, 'applied', $3) RETURNING id, program)
  UPDATE program SET applicants = applicants + 1 FROM made WHERE program.id = made.program RETURNING made.id`;

export function open(socket) {
  const pool = new pg.Pool({ host: socket, user: "postgres", database: "postgres", max: 32 });
  return { insert: async (userId, program, at) => Number((await pool.query({ name: "apply", text, values: [userId, program, at] })).rows[0].id) };
}
