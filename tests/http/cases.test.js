// Every row of tests/cases over HTTP against the running server: the codes and values that core gives natively and as wasm.
// A form is sent to the endpoint that takes it. Where an endpoint stores, an accepted form is answered by what came of it; there only
// the codes that its answer carries can be compared.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { project, startSenkoi } from "../browser/harness/senkoi.js";
import { linkFor, register } from "../browser/steps/person.js";
import { cases } from "../cases/expand.mjs";

/** @typedef {import("../browser/harness/senkoi.js").Senkoi} Senkoi */
/** @typedef {import("../cases/expand.mjs").Row} Row */
/** @typedef {{status: number, body: any}} Answer */
/** @typedef {{senkoi: Senkoi, member: import("../browser/steps/person.js").Member}} Stage */
/** @typedef {{send: (stage: Stage, values: Record<string, string>) => Promise<Answer>, accepted: number[]}} Endpoint */

const season = 2019; // the demo's; rows of other years run natively and as wasm
const severities = JSON.parse(readFileSync(join(project, "build/words/codes.json"), "utf8"));
const isError = (/** @type {string} */ code) => severities[code].severity === "error";

/** A new recovery's token: the server asks the link before the form. @param {Stage} stage */
async function recovery({ senkoi, member }) {
  senkoi.post.empty();
  assert.equal((await senkoi.send("POST", "/recoveries", { mail: member.mail, language: "ja" })).status, 202);
  return (await linkFor(senkoi, member.mail, "/reset.html")).token;
}

/** Form → how it is sent, and the answers that say "the form is accepted". @type {Record<string, Endpoint>} */
const endpoints = {
  registration: { send: ({ senkoi }, values) => senkoi.send("POST", "/registrations/check", values), accepted: [200] },
  user_data: { send: ({ member }, values) => member.send("PUT", "/me", values), accepted: [200] },
  mail_entry: { send: ({ senkoi }, values) => senkoi.send("POST", "/mail-addresses", { ...values, field: "02", language: "ja" }), accepted: [202] },
  recovery: { send: ({ senkoi }, values) => senkoi.send("POST", "/recoveries", { ...values, language: "ja" }), accepted: [202] },
  log_in: { send: ({ senkoi }, values) => senkoi.send("POST", "/sessions", values), accepted: [401, 429] },
  password_reset: { send: async (stage, values) => stage.senkoi.send("POST", "/passwords", { ...values, user_id: stage.member.userId, token: await recovery(stage) }), accepted: [204] },
  password_change: { send: ({ member }, values) => member.send("PUT", "/me/password", values), accepted: [204] },
  program_search: { send: ({ senkoi }, values) => senkoi.send("GET", `/programs?${query(values)}`), accepted: [200] },
};

/** What HTTP refuses before a form is read: bodies past 64 KiB, addresses past 16 KiB, NUL in an address. @param {string} form @param {Record<string, string>} values */
function refusedBefore(form, values) {
  if (form !== "program_search") return Buffer.byteLength(JSON.stringify(values)) > 64 * 1024 - 100 ? 413 : 0;
  const address = query(values);
  if (address.length > 16 * 1024) return 431;
  return address.includes("%00") ? 400 : 0;
}

/** @param {Record<string, string>} values */
const query = (values) =>
  ["field=02", ...Object.entries(values).map(([item, value]) => `${item}=${encodeURIComponent(value.toWellFormed())}`)].join("&");

/** Settings of core → flags of the server. @param {Row["settings"]} settings */
const flags = ({ passwordMin, passwordMax, refusedMailDomains, warnedMailDomains }) => [
  ...(passwordMin ? [`--password-minimum=${passwordMin}`] : []),
  ...(passwordMax ? [`--password-maximum=${passwordMax}`] : []),
  ...(refusedMailDomains ? [`--refused-mail-domains=${refusedMailDomains}`] : []),
  ...(warnedMailDomains ? [`--warned-mail-domains=${warnedMailDomains}`] : []),
];

const codesOf = (/** @type {Array<{field: string, code: string}>} */ found) => Object.fromEntries(found.map(({ field, code }) => [field, code]));

/** What the answer says, told as a row's expectation tells it. @param {Row} row @param {Answer} answer @param {number[]} accepted */
function compare(row, { status, body }, accepted) {
  const { codes } = row.expect;
  const errors = Object.fromEntries(Object.entries(codes).filter(([, code]) => isError(code)));
  if (status === 422) {
    const given = codesOf(body.errors);
    if (given.current_password === "current_password_wrong") delete given.current_password; // the form itself was accepted
    return assert.deepEqual(given, errors, row.name);
  }
  assert.ok(accepted.includes(status), `${row.name}: ${status} ${JSON.stringify(body)}`);
  if (!body?.findings) return assert.deepEqual({}, errors, row.name);
  assert.deepEqual(codesOf(body.findings), codes, row.name);
  for (const [item, value] of Object.entries(body.values ?? body.data ?? {}))
    if (!(item in errors)) assert.equal(value, row.expect.values[item] ?? row.values[item], `${row.name}: ${item}`);
}

/** Rows that one server can answer, by the flags it needs. @type {Map<string, Row[]>} */
const servers = new Map();
for (const row of cases().filter(({ settings }) => settings.startYear === season)) {
  const line = flags(row.settings).join(" ");
  servers.set(line, [...(servers.get(line) ?? []), row]);
}

for (const [line, rows] of servers) {
  test(`the case tables over HTTP${line && `, with ${line}`}`, async (t) => {
    const senkoi = await startSenkoi("--demo-applicants", "20", ...line.split(" ").filter(Boolean));
    t.after(() => senkoi.stop());
    const member = await (await register(senkoi, "02", 900)).logIn();
    const forgetful = rows.some(({ form }) => form === "password_reset") ? await register(senkoi, "02", 901) : member;
    // One moment after the other: once decisions have begun, the demo's clock only moves forward.
    const moments = [...new Set(rows.map(({ settings, form }) => `${String(settings.now).padStart(15, "0")} ${form}`))].sort();
    for (const [now, form] of moments.map((moment) => moment.split(" ")))
      await t.test(`the tables of ${form} (M2.1, M2.3a to M2.3h, M3.1, M3.3) at ${new Date(Number(now)).toISOString()}`, async () => {
        const endpoint = /** @type {Endpoint} */ (endpoints[form]);
        assert.equal((await senkoi.clock(Number(now))).status, 200);
        for (const row of rows.filter((each) => each.form === form && each.settings.now === Number(now))) {
          const answer = await endpoint.send({ senkoi, member: form === "password_reset" ? forgetful : member }, row.values);
          const refusal = refusedBefore(form, row.values);
          if (refusal) assert.equal(answer.status, refusal, row.name);
          else compare(row, answer, endpoint.accepted);
        }
      });
  });
}

test("only the rows of other seasons are left to native and wasm", () => {
  assert.equal(cases().filter(({ settings }) => settings.startYear !== season).length, 9);
});
