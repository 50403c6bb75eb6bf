// After the rush: does the database hold what was acknowledged, no more and no less, and does the server say the same? Each function
// answers the faults it found, a line each.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { fields } from "../harness/programs.js";
import { project } from "../harness/season.js";

const run = promisify(execFile);
const json = async (server, path) => (await fetch(`${server.origin}/api/v1${path}`)).json();

/** Every acknowledgement is a row, and every row of these people was acknowledged. */
export async function acknowledgedAndRows(season, people) {
  const users = new Map(people.map((person) => [person.userId, person]));
  const rows = (await season.rows("SELECT id, user_id, program, state, applied_at, changed_at FROM application")).filter(({ user_id }) => users.has(user_id));
  const found = new Map(rows.map((row) => [row.id, row]));
  const faults = [];
  for (const person of people) {
    for (const [id, { program, appliedAt, withdrawnAt }] of person.acknowledged) {
      const row = found.get(id);
      const state = withdrawnAt === undefined ? "applied" : "withdrawn";
      const same = row?.user_id === person.userId && row.program === program && row.applied_at === appliedAt && row.state === state && row.changed_at === (withdrawnAt ?? appliedAt);
      if (!same) faults.push(`application ${id} was acknowledged as ${state}, the row is ${JSON.stringify(row)}`);
    }
  }
  for (const { id, user_id } of rows) if (!users.get(user_id).acknowledged.has(id)) faults.push(`application ${id} of ${user_id} was never acknowledged`);
  return faults;
}

export async function nothingFrom(season, end) {
  const late = await season.rows(`SELECT id FROM application WHERE applied_at >= ${end} OR changed_at >= ${end}`);
  const noted = await season.rows(`SELECT number FROM audit WHERE at >= ${end} AND action IN ('applied', 'withdrawn', 'switched')`);
  return [...late.map(({ id }) => `application ${id} changed after the end`), ...noted.map(({ number }) => `entry ${number} of the audit log is of after the end`)];
}

export async function oneLiveEach(season) {
  const several = await season.rows("SELECT user_id FROM application WHERE state <> 'withdrawn' GROUP BY user_id, start_year, round HAVING count(*) > 1");
  return several.map(({ user_id }) => `${user_id} has several live applications`);
}

/** Each deed has its line in the audit log, each applicant's deed its letter (none has gone out: no SMTP server was named). */
export async function noteAndLetterEach(season, deeds) {
  const actions = { apply: "applied", switch: "switched", withdraw: "withdrawn" };
  const kinds = { apply: 5, switch: 7, withdraw: 6 }; // store::LetterKind
  const faults = [];
  for (const deed in actions) {
    const [{ noted }] = await season.rows(`SELECT count(*) noted FROM audit WHERE action = '${actions[deed]}'`);
    const [{ letters }] = await season.rows(`SELECT count(*) letters FROM outbox WHERE kind = ${kinds[deed]}`);
    if (noted !== deeds[deed] || letters !== deeds[deed]) faults.push(`${deed}: ${deeds[deed]} acknowledged, ${noted} in the audit log, ${letters} letters`);
  }
  return faults;
}

/** Figures of every field over HTTP, and those of some programs' pages, against counted rows. */
export async function figuresAndRows(season, server) {
  const counted = new Map((await season.rows("SELECT program, count(*) n FROM application WHERE state <> 'withdrawn' GROUP BY program")).map(({ program, n }) => [program, n]));
  const faults = [];
  for (const field of fields) {
    const { programs } = await json(server, `/figures/${field}`);
    for (const [id, applicants] of programs) if (applicants !== (counted.get(id) ?? 0)) faults.push(`figures say ${applicants} of program ${id}, rows ${counted.get(id)}`);
    const [id] = programs[0];
    const page = await json(server, `/programs/${id}`);
    if (page.applicants !== (counted.get(id) ?? 0)) faults.push(`the page of program ${id} says ${page.applicants}`);
  }
  return faults;
}

export async function soundFile(season) {
  const faults = (await season.rows("PRAGMA integrity_check")).map((row) => row.integrity_check).filter((found) => found !== "ok");
  const verified = run(join(project, "build/native/server/senkoi"), ["audit", "verify", "--database", season.database]);
  return [...faults, ...(await verified.then(() => [], ({ stderr }) => [String(stderr)]))];
}
