// The description of the API against the live server: one applicant's way, each answer held against its strict schema; and the
// table of routes against the paths described.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { project, startSenkoi } from "../browser/harness/senkoi.js";
import { codeOf } from "../browser/steps/authenticator.js";
import { directorDeclines, directorDecides } from "./directors_walk.js";
import { officesWork } from "./offices_walk.js";
import { entries, linkFor, register } from "../browser/steps/person.js";

/** The description as JSON. */
function describedApi() {
  const folder = mkdtempSync(join(tmpdir(), "senkoi-openapi-"));
  const file = join(folder, "openapi.json");
  execFileSync(join(project, "tests/node_modules/.bin/redocly"), ["bundle", join(project, "server/api/openapi.yaml"), "-o", file], {
    env: { ...process.env, REDOCLY_TELEMETRY: "off" }, stdio: "ignore",
  });
  const api = JSON.parse(readFileSync(file, "utf8"));
  rmSync(folder, { recursive: true });
  return api;
}

const api = describedApi();

/** @param {any} node  what stands at the end of its $ref */
const resolved = (node) => {
  while (node?.$ref) node = node.$ref.slice(2).split("/").reduce((/** @type {any} */ at, /** @type {string} */ step) => at[step], api);
  return node;
};

/** @param {unknown} value */
const typeOf = (value) => (value === null ? "null" : Array.isArray(value) ? "array" : Number.isInteger(value) ? "integer" : typeof value);

/**
 * What of a value breaks its schema, in the part of JSON Schema that the description uses; a keyword beside it is an error of the test.
 * @param {any} schema @param {any} value @param {string} at @returns {string[]}
 */
function faults(schema, value, at = "") {
  schema = resolved(schema);
  if (value === null && [schema.type].flat().includes("null")) return [];
  const unknown = Object.keys(schema).filter((key) => !keywords.has(key) && key !== "description" && key !== "format");
  assert.deepEqual(unknown, [], `keyword that this test does not know at ${at}`);
  return Object.entries(schema).flatMap(([key, expected]) => keywords.get(key)?.(expected, value, at, schema) ?? []);
}

/** @typedef {(expected: any, value: any, at: string, schema: any) => string[]} Keyword */
const keywords = new Map(/** @type {Array<[string, Keyword]>} */ ([
  ["type", (type, value, at) => ([type].flat().includes(typeOf(value)) ? [] : [`${at}: ${typeOf(value)} is no ${type}`])],
  ["enum", (some, value, at) => (some.includes(value) ? [] : [`${at}: ${value} is none of ${some}`])],
  ["const", (only, value, at) => (value === only ? [] : [`${at}: ${value} is not ${only}`])],
  ["pattern", (pattern, value, at) => (new RegExp(pattern, "u").test(value) ? [] : [`${at}: ${value} is not like ${pattern}`])],
  ["minimum", (least, value, at) => (value === null || value >= least ? [] : [`${at}: ${value} < ${least}`])],
  ["maximum", (most, value, at) => (value <= most ? [] : [`${at}: ${value} > ${most}`])],
  ["minLength", (least, value, at) => (value.length >= least ? [] : [`${at} is too short`])],
  ["minItems", (least, value, at) => (value.length >= least ? [] : [`${at} has too few`])],
  ["maxItems", (most, value, at) => (value.length <= most ? [] : [`${at} has too many`])],
  ["required", (names, value, at) => names.filter((/** @type {string} */ name) => !(name in value)).map((/** @type {string} */ name) => `${at}/${name} is missing`)],
  ["items", (schema, value, at) => value.flatMap((/** @type {any} */ each, /** @type {number} */ i) => faults(schema, each, `${at}/${i}`))],
  ["additionalProperties", (_, value, at, schema) =>
    Object.keys(value).filter((name) => !(name in (schema.properties ?? {}))).map((name) => `${at}/${name} is not described`)],
  ["properties", (properties, value, at) =>
    Object.entries(properties).flatMap(([name, schema]) => (name in value ? faults(schema, value[name], `${at}/${name}`) : []))],
]));

/** The described operation of a request. @param {string} method @param {string} path */
function operationOf(method, path) {
  const plain = path.split("?")[0] ?? "";
  const found = Object.keys(api.paths).filter((each) => new RegExp(`^${each.replace(/\{\w+\}/g, "[^/]+")}$`).test(plain));
  const pattern = found.find((each) => each === plain) ?? found[0];
  assert.ok(pattern, `${path} is not described`);
  return { pattern, operation: api.paths[pattern][method.toLowerCase()] };
}

/** Holds one answer against its description. @param {string} method @param {string} path @param {{status: number, body: any, headers: Headers}} answer */
function hold(method, path, { status, body, headers }) {
  const { operation } = operationOf(method, path);
  const response = resolved(operation.responses[status] ?? operation.responses[`${Math.floor(status / 100)}XX`]);
  assert.ok(response, `${method} ${path}: ${status} is not described`);
  const type = headers.get("content-type");
  const content = response.content?.[type ?? ""];
  assert.equal(Boolean(response.content), body !== undefined, `${method} ${path} ${status}`);
  if (body === undefined) return;
  assert.ok(content, `${method} ${path} ${status}: ${type} is not described`);
  assert.deepEqual(faults(content.schema, body), [], `${method} ${path} ${status}`);
}

test("the table of routes and the description name the same operations", () => {
  const rows = [...readFileSync(join(project, "server/api/routes.cpp"), "utf8").matchAll(/Route\{\s*(\w+),\s+"\/api\/v1([^"]+)"/g)];
  const routes = rows.map(([, verb, path]) => `${verb === "remove" ? "delete" : verb} ${path}`).sort();
  const described = Object.entries(api.paths).flatMap(([path, verbs]) => Object.keys(verbs).map((verb) => `${verb} ${path}`)).sort();
  assert.ok(routes.length > 20);
  assert.deepEqual(described, routes);
});

test("live answers are as described", async (t) => {
  const senkoi = await startSenkoi("--demo-applicants", "200");
  t.after(() => senkoi.stop());
  const seen = new Set();
  const send = senkoi.send.bind(senkoi);
  /** @param {string} method @param {string} path @param {{status: number, body: any, headers: Headers}} answer */
  const told = (method, path, answer) => {
    hold(method, path, answer);
    seen.add(`${method.toLowerCase()} ${operationOf(method, path).pattern}`);
  };
  senkoi.send = async (method, path, body, headers) => {
    const answer = await send(method, path, body, headers);
    told(method, path, answer);
    return answer;
  };
  const [first] = (await senkoi.season()).schedule.rounds;
  await senkoi.clock(first.registration_from);
  await send("POST", "/demo/clock", { now: first.registration_from + 1000 });
  for (const path of ["/health", "/ready", "/catalogue/02", "/catalogue/99", "/figures/02", "/figures/05", "/programs?field=02&prefecture=13", "/programs", "/programs/1",
    "/programs/x", "/notices", "/notices?field=02", "/notices?field=xx", "/demo", "/demo/mails", "/demo/mails/999999", "/me"])
    await senkoi.send("GET", path);
  const { programs } = (await senkoi.send("GET", "/programs?field=02")).body;
  const [program, other] = programs.filter((/** @type {any} */ each) => each.rounds.includes(1));

  await senkoi.send("POST", "/mail-addresses", { mail: "a@docomo.ne.jp", field: "02" });
  await senkoi.send("POST", "/mail-addresses", { mail: "a@yahoo.ne.jp", field: "02" });
  await senkoi.send("POST", "/registrations/open", { token: "none" });
  await senkoi.send("POST", "/registrations/check", { ...entries(1), phone: "12", track: "curriculum" });
  await senkoi.send("POST", "/registrations/check", { ...entries(1), unknown: "x" });
  const member = await (await register(senkoi, "02", 1)).logIn();
  await senkoi.send("POST", "/sessions", { user_id: member.userId, password: "wrong" });
  const me = await member.me();
  await member.send("PUT", "/me", { ...me.data, phone: "０３−１２３４−５６７９" });
  await member.send("PUT", "/me", { ...me.data, phone: "x" });
  const { application } = (await member.apply(program.id)).body;
  await member.apply(program.id);
  await member.me();
  await member.send("DELETE", "/me", {});
  const moved = (await member.send("POST", `/me/applications/${application.id}/switch`, { program_id: other.id })).body.application;
  await member.send("POST", `/me/applications/${moved.id}/withdrawal`, {});
  await member.send("POST", `/me/applications/${moved.id}/withdrawal`, {});
  await member.send("POST", "/me/applications/999999/switch", { program_id: other.id });
  await member.send("PUT", "/me/password", { current_password: "wrong", password: "Taro2019yy", password_again: "Taro2019yy" });
  await member.send("PUT", "/me/password", { current_password: member.password, password: "Taro2019yy", password_again: "Taro2019yy" });
  await senkoi.send("POST", "/recoveries", { mail: member.mail, language: "en" });
  const { token } = await linkFor(senkoi, member.mail, "/reset.html");
  await senkoi.send("POST", "/recoveries/open", { token: "none" });
  await senkoi.send("POST", "/recoveries/open", { token });
  await senkoi.send("POST", "/passwords", { token, user_id: member.userId, password: "short", password_again: "short" });
  await senkoi.send("POST", "/passwords", { token, user_id: member.userId, password: member.password, password_again: member.password });
  await member.logIn();
  await senkoi.send("DELETE", "/me", undefined, { cookie: member.cookie });
  await senkoi.send("DELETE", "/me", undefined, { ...member.headers, "x-senkoi-acting-for": "0248391621" });
  await senkoi.send("DELETE", "/sessions/current", undefined, member.headers);
  await member.logIn();
  await member.send("DELETE", "/me");
  const letters = (await senkoi.send("GET", "/demo/mails")).body;
  await senkoi.send("GET", `/demo/mails/${letters[0].id}`);
  const decided = await directorDecides(senkoi, first, told);
  await senkoi.clock(first.notification_at);
  await senkoi.send("GET", "/figures/02");
  await directorDeclines(decided);

  await staffComesIn(senkoi);
  await officesWork(senkoi);

  const described = Object.entries(api.paths).flatMap(([path, verbs]) => Object.keys(verbs).map((verb) => `${verb} ${path}`));
  assert.deepEqual(described.filter((each) => !seen.has(each)), [], "operations that this walk left out");
});

/** Invitation, joining, log-in, recovery, closing. @param {import("../browser/harness/senkoi.js").Senkoi} senkoi */
async function staffComesIn(senkoi) {
  const demo = (await senkoi.send("GET", "/demo")).body.staff.find((/** @type {any} */ each) => each.role === "board");
  await senkoi.send("POST", "/staff/sessions", { mail: demo.mail, password: demo.password, confirmation_code: "1" });
  await senkoi.send("POST", "/staff/sessions", { mail: demo.mail, password: "wrong", confirmation_code: demo.code });
  const board = await logInAsStaff(senkoi, demo.mail, demo.password, demo.code);
  const { programs } = (await senkoi.send("GET", "/programs?field=02")).body;
  const invitation = { role: "director", field: "02", name: "統括 花子", mail: "d@example.jp", language: "ja", programs: [programs[0].id] };
  const { person } = (await senkoi.send("POST", "/staff/people", invitation, board)).body;
  await senkoi.send("POST", "/staff/people", invitation, board);
  await senkoi.send("POST", "/staff/people", { ...invitation, mail: "" }, board);
  await senkoi.send("GET", "/staff/people", undefined, board);
  await senkoi.send("GET", "/staff/people");
  await senkoi.send("PUT", `/staff/people/${person.id}`, { programs: [programs[1].id] }, board);
  const before = (await linkFor(senkoi, "d@example.jp", "/staff/join.html")).token;
  senkoi.post.empty();
  await senkoi.send("POST", `/staff/people/${person.id}/invitation`, {}, board);
  const { token } = await linkFor(senkoi, "d@example.jp", "/staff/join.html");
  await senkoi.send("POST", "/staff/invitations/open", { token: before });
  const { secret } = (await senkoi.send("POST", "/staff/invitations/open", { token })).body;
  const password = "Kawa-no-nagare-42";
  const joining = { token, password, password_again: password, confirmation_code: "000000" };
  await senkoi.send("POST", "/staff/invitations/join", joining);
  await senkoi.send("POST", "/staff/invitations/join", { ...joining, confirmation_code: codeOf(secret) });
  const director = await logInAsStaff(senkoi, "d@example.jp", password, codeOf(secret, 1));
  await senkoi.send("GET", "/staff/me", undefined, director);
  await senkoi.send("GET", "/staff/people", undefined, director);
  await senkoi.send("POST", "/staff/recoveries", { mail: "d@example.jp" });
  await senkoi.send("DELETE", `/staff/people/${person.id}`, undefined, board);
  await senkoi.send("DELETE", "/staff/people/999999", undefined, board);
  await senkoi.send("DELETE", "/staff/sessions/current", undefined, board);
}

/** The headers of who has logged in, as their pages send them. @param {import("../browser/harness/senkoi.js").Senkoi} senkoi @param {string} mail @param {string} password @param {string} code */
async function logInAsStaff(senkoi, mail, password, code) {
  const { headers, body } = await senkoi.send("POST", "/staff/sessions", { mail, password, confirmation_code: code });
  return { cookie: headers.get("set-cookie")?.split(";")[0] ?? "", "x-senkoi-acting-for": `staff-${body.staff?.id}` };
}
