// A bench's result as text, for whoever runs it by itself.

/** @param {{tables: {title: string, rows: unknown[][]}[], goals: {what: string, goal: string, is: unknown, met: boolean}[]}} result */
export function print({ tables, goals }) {
  for (const { title, rows } of tables) {
    console.log(`\n${title}`);
    const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column] ?? "").length)) + 2);
    for (const row of rows) console.log(row.map((cell, column) => (column ? String(cell).padStart(widths[column]) : String(cell).padEnd(widths[0]))).join(""));
  }
  console.log();
  for (const { what, goal, is, met } of goals) console.log(`${met ? "met    " : "NOT MET"}  ${what}: ${is} (goal ${goal})`);
}
