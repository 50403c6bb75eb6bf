// Offices of the tests: known to the database at once, for the tests whose subject is not how one comes in.
import { createHash, randomBytes } from "node:crypto";
import { until } from "../harness/until.js";
import { sql } from "./director.js";

/** @typedef {import("../harness/senkoi.js").Senkoi} Senkoi */

let made = 0;

export class Office {
  /** @param {Senkoi} senkoi @param {"society" | "board"} role @param {number | null} field @param {string} name */
  constructor(senkoi, role, field, name) {
    const token = randomBytes(32).toString("base64url");
    const hash = createHash("sha256").update(token).digest("hex");
    const mail = `office${++made}@example.jp`;
    const now = Date.now();
    sql(senkoi, `BEGIN IMMEDIATE;
      INSERT INTO staff (mail, name, language, role, field, password_hash, invited_at, joined_at)
        VALUES ('${mail}', '${name}', 'ja', '${role}', ${field ?? "NULL"}, 'none', 0, 0);
      INSERT INTO staff_session (token, staff, opened_at, seen_at) SELECT x'${hash}', id, ${now}, ${now} FROM staff WHERE mail = '${mail}';
      COMMIT;`);
    this.senkoi = senkoi;
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

  /** This person sits down before the page. @param {import("../engines/page.js").Page} page */
  async sitsDown(page) {
    await page.evaluate(`document.cookie = ${JSON.stringify(`${this.cookie}; path=/`)}`);
  }
}

/** @param {import("../engines/page.js").Page} page @param {string} id */
const there = (page, id) => until(`#${id}`, () => page.evaluate(`document.getElementById(${JSON.stringify(id)}) !== null`));

/** Chooses a file in the file input of this id. @param {import("../engines/page.js").Page} page @param {string} id @param {string} name @param {string} text */
export async function choosesFile(page, id, name, text) {
  await there(page, id);
  await page.evaluate(`(() => {
    const input = document.getElementById(${JSON.stringify(id)});
    const taken = new DataTransfer();
    taken.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}, { type: "text/csv" }));
    input.files = taken.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  })()`);
}

/** Puts a value into the input or select of this id. @param {import("../engines/page.js").Page} page @param {string} id @param {string} value */
export async function sets(page, id, value) {
  await there(page, id);
  await page.evaluate(`(() => {
    const field = document.getElementById(${JSON.stringify(id)});
    field.value = ${JSON.stringify(value)};
    for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
  })()`);
}
