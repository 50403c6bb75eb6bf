// A database of the bench's own, made anew around the present moment by tests/bench/season, in a folder under build/, so that it lies
// on the disk that the project lies on: elsewhere may be memory, where a durable write costs nothing.
import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
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
  const folder = await newFolder();
  const [database, list] = [join(folder, "senkoi.db"), join(folder, "people")];
  await run(program, [database, "--people", list, ...Object.entries(wanted).map(([name, value]) => `--${name}=${value}`)]);
  const people = (await readFile(list, "utf8")).split("\n").filter(Boolean).map((line) => {
    const [userId, token] = line.split(" ");
    return { userId, token };
  });
  return new Season(folder, people);
}

async function newFolder() {
  await mkdir(join(project, "build/bench"), { recursive: true });
  return mkdtemp(join(project, "build/bench/season-"));
}

class Season {
  constructor(folder, people) {
    this.folder = folder;
    this.people = people;
    this.database = join(folder, "senkoi.db");
  }

  /** Seconds from now for the first registration period, or what of it lies ahead; while nobody serves the database. */
  moveRegistration({ begins = 0, ends }) {
    return run(program, [this.database, `--begins=${begins}`, `--ends=${ends}`]);
  }

  /** Another season of the same rows; while nobody serves the database. */
  async copy() {
    const copy = new Season(await newFolder(), this.people);
    for (const suffix of ["", ".key"]) await copyFile(this.database + suffix, copy.database + suffix);
    return copy;
  }

  /** What the file says, as objects. @param {string} sql */
  async rows(sql) {
    const { stdout } = await run("sqlite3", ["-readonly", "-json", this.database, sql], { maxBuffer: 2 ** 30 });
    return stdout ? JSON.parse(stdout) : [];
  }

  remove() {
    return rm(this.folder, { recursive: true });
  }
}
