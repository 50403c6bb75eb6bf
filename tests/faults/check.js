// After a crash: do the rows hold what was acknowledged, nothing that was refused, and each thing once? What was unanswered may have been
// carried out or not; the people learn it here, and half of them ask again with the same key when the server is back.

export const verdicts = ["lost", "phantom", "doubled", "came back", "false refusal", "unsound"];

/** Learns the unanswered deeds' fate and answers the faults found, each beginning with its verdict. @param {import("./person.js").Person[]} people */
export async function check(season, people, { since = 0 } = {}) {
  const touched = people.flatMap((person) => [...person.touched]);
  const rows = await season.rows(`SELECT id, user_id, program, state, request_key AS key FROM application WHERE changed_at >= ${since} OR id IN (${touched})`);
  const own = new Map(people.map((person) => [person.userId, person]));
  const found = new Map(rows.map((row) => [row.id, row]));
  for (const person of people) settle(person, rows);
  const faults = [];
  for (const row of rows) if (own.has(row.user_id)) faults.push(...strange(row, own.get(row.user_id)));
  for (const person of people) {
    const expected = since === 0 ? person.book.keys() : person.touched.values();
    for (const id of expected) faults.push(...missing(id, person, found.get(id)));
    faults.push(...person.faults);
    person.faults = [];
    person.touched.clear();
  }
  return faults;
}

/** An unanswered deed was carried out where its row says so. */
function settle(person, rows) {
  const deed = person.unanswered;
  person.unanswered = undefined;
  if (deed === undefined) return;
  if (deed.what === "withdraw") {
    if (rows.find(({ id }) => id === deed.from)?.state === "withdrawn") person.left(deed.from);
    return;
  }
  const row = rows.find(({ key }) => key === deed.key);
  if (row && !person.book.has(row.id)) person.entered(row.id, deed);
  if (person.number % 2 === 0) person.again = deed;
}

function strange(row, person) {
  if (person.refused.has(row.key)) return [`came back: ${row.key} was refused and is application ${row.id}`];
  const known = person.book.get(row.id);
  if (known === undefined) {
    const twin = [...person.book.values()].some(({ key }) => key === row.key);
    return [`${twin ? "doubled" : "phantom"}: application ${row.id} of ${row.user_id}`];
  }
  return [];
}

function missing(id, person, row) {
  const { key, program, state } = person.book.get(id);
  if (row === undefined) return [`lost: application ${id} of ${person.userId}`];
  if (row.state !== state && state === "applied") return [`came back: the withdrawal of ${id} was refused, it is ${row.state}`];
  return row.state === state && row.program === program && row.key === key ? [] : [`lost: application ${id} is ${JSON.stringify(row)}, not ${state}`];
}

/** What costs more: the file, the audit log, and that each deed has one entry and one letter. */
export async function thorough(season, people, senkoi) {
  const faults = await check(season, people);
  const one = async (sql) => Object.values((await season.rows(sql))[0])[0];
  const sound = await one("PRAGMA integrity_check");
  if (sound !== "ok") faults.push(`unsound: ${sound}`);
  faults.push(...(await senkoi(["audit", "verify"])).map((said) => `unsound: ${said}`));
  const live = "SELECT count(*) FROM (SELECT 1 FROM application WHERE state <> 'withdrawn' AND user_id IS NOT NULL GROUP BY user_id, start_year, round HAVING count(*) > 1)";
  if ((await one(live)) !== 0) faults.push("doubled: somebody has two live applications");
  const of = (condition) => one(`SELECT count(*) FROM application a WHERE a.request_key IS NOT NULL AND ${condition}`);
  const switched = await of("a.switched_from IS NOT NULL");
  const left = await of("a.state = 'withdrawn'");
  const rows = { applied: await of("a.switched_from IS NULL"), switched, withdrawn: left - switched };
  for (const [action, kind] of [["applied", 5], ["withdrawn", 6], ["switched", 7]]) { // store::LetterKind
    const entries = await one(`SELECT count(*) FROM audit WHERE action = '${action}'`);
    const letters = await one(`SELECT count(*) FROM outbox WHERE kind = ${kind}`);
    if (entries !== rows[action] || letters !== rows[action]) faults.push(`doubled: ${rows[action]} ${action}, ${entries} entries, ${letters} letters`);
  }
  return faults;
}
