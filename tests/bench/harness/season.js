// A database of the bench's own, made anew around the present moment by tests/bench/season, in a folder under build/, so that it lies
// on the disk that the project lies on: elsewhere may be memory, where a durable write costs nothing.
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const project = fileURLToPath(new URL("../../..", import.meta.url));
export const password = "senkoi2019";

const program = join(project, "build/native/tests/bench/season/bench-season");
const run = promisify(execFile);

/**
 * Wanted: begins, ends (seconds from now), programs, earlier, accounts, sessions, password-memory (see `bench-season --help`).
 * people: the further accounts, {userId, token}; the token is undefined for those who are not logged in.
 */
export async function makeSeason(wanted = {}) {
  await mkdir(join(project, "build/bench"), { recursive: true });
  const folder = await mkdtemp(join(project, "build/bench/season-"));
  const [database, list] = [join(folder, "senkoi.db"), join(folder, "people")];
  await run(program, [database, "--people", list, ...Object.entries(wanted).map(([name, value]) => `--${name}=${value}`)]);
  const people = (await readFile(list, "utf8")).split("\n").filter(Boolean).map((line) => {
    const [userId, token] = line.split(" ");
    return { userId, token };
  });
  return {
    folder,
    database,
    people,
    /** Of the first registration period; while nobody serves the database. @param {number} seconds  from now */
    moveEnd: (seconds) => run(program, [database, `--ends=${seconds}`]),
    remove: () => rm(folder, { recursive: true }),
  };
}
