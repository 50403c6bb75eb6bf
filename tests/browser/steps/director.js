// Directors of the tests: known to the database at once, for the tests whose subject is not how one comes in.
import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";

/** @typedef {import("../harness/senkoi.js").Senkoi} Senkoi */

/** Runs SQL on the server's own file, as an operator could; rows as objects. @param {Senkoi} senkoi @param {string} statements @returns {any[]} */
export function sql(senkoi, statements) {
  const told = execFileSync("sqlite3", ["-json", "-cmd", ".timeout 10000", senkoi.database, statements], { encoding: "utf8", maxBuffer: 64 << 20 });
  return told === "" ? [] : JSON.parse(told);
}

/** The programs of a field in a prefecture, by number. @param {Senkoi} senkoi @param {number} field @param {number} prefecture @returns {number[]} */
export const programsOf = (senkoi, field, prefecture) =>
  sql(senkoi, `SELECT id FROM program WHERE field = ${field} AND prefecture = ${prefecture} ORDER BY id`).map(({ id }) => id);

let made = 0;

export class Director {
  /** @param {Senkoi} senkoi @param {number[]} programs */
  constructor(senkoi, programs) {
    const token = randomBytes(32).toString("base64url");
    const hash = createHash("sha256").update(token).digest("hex");
    const mail = `director${++made}@example.jp`;
    const now = Date.now();
    sql(senkoi, `BEGIN IMMEDIATE;
      INSERT INTO staff (mail, name, language, role, field, password_hash, invited_at, joined_at)
        SELECT '${mail}', '統括 ${made}', 'ja', 'director', field, 'none', 0, 0 FROM program WHERE id = ${programs[0]};
      INSERT INTO staff_program (staff, program) SELECT staff.id, p.value FROM staff, json_each('[${programs}]') p WHERE mail = '${mail}';
      INSERT INTO staff_session (token, staff, opened_at, seen_at) SELECT x'${hash}', id, ${now}, ${now} FROM staff WHERE mail = '${mail}';
      COMMIT;`);
    this.senkoi = senkoi;
    this.programs = programs;
    this.cookie = `senkoi-staff=${token}`;
    /** @type {number} */
    this.id = sql(senkoi, `SELECT id FROM staff WHERE mail = '${mail}'`)[0].id;
  }

  /** As a page sends them that shows this person. */
  get headers() {
    return { cookie: this.cookie, "x-senkoi-acting-for": `staff-${this.id}` };
  }

  /** @param {string} method @param {string} path @param {unknown} [body] */
  send(method, path, body) {
    return this.senkoi.send(method, path, body, this.headers);
  }

  /** @returns {Promise<any>} */
  async board() {
    return (await this.send("GET", "/staff/candidates")).body;
  }

  /** @param {Array<{application: number, from: string, to: string, reason?: string, owner?: string}>} decisions @returns {Promise<any[]>} */
  async decide(...decisions) {
    const { status, body } = await this.send("POST", "/staff/decisions", { decisions });
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body.outcomes;
  }
}
