// better-sqlite3, as its own documentation advises: prepared statements, one transaction a request.
import { readFileSync } from "node:fs";
import Database from "better-sqlite3";

export function open(file) {
  const database = new Database(file);
  database.exec(readFileSync(new URL("../sqlite.sql", import.meta.url), "utf8"));
  const insert = database.prepare("INSERT INTO application (user_id, round, program, state, applied_at) VALUES (?, 1, ?, 'applied', ?)");
  const count = database.prepare("UPDATE program SET applicants = applicants + 1 WHERE id = ?");
  const both = database.transaction((userId, program, at) => {
    const { lastInsertRowid } = insert.run(userId, program, at);
    count.run(program);
    return lastInsertRowid;
  });
  return { insert: (userId, program, at) => both.immediate(userId, program, at) };
}
