// The site's calls against the API's description: every call is a route, its body is what the route takes, and what the route answers is
// what the site reads. The description itself is held against the running server in tests/http.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { openSite } from "./modules.js";

const at = (/** @type {string} */ path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const folder = at("build/tests/site_types");
mkdirSync(folder, { recursive: true });

/** @returns {any} */
function description() {
  const file = `${folder}/openapi.json`;
  execFileSync(at("tests/node_modules/.bin/redocly"), ["bundle", at("server/api/openapi.yaml"), "--dereferenced", "-o", file], {
    env: { ...process.env, REDOCLY_TELEMETRY: "off" }, stdio: "ignore",
  });
  return JSON.parse(readFileSync(file, "utf8"));
}
const api = description();

const site = await openSite();
after(() => site.close());
/** What asks, by file; a file may hold addresses beside. @type {Record<string, Record<string, any>>} */
const modules = { calls: await site.load("api/calls.ts"), directing: await site.load("api/directing.ts"), staff: await site.load("api/staff.ts"),
  offices: await site.load("api/offices.ts") };
const addresses = ["candidatesFile", "seatsEvents", "fileOf"];
const calls = Object.fromEntries(Object.values(modules).flatMap((each) => Object.entries(each)).filter(([name]) => !addresses.includes(name)));
const homeOf = (/** @type {string} */ name) => Object.keys(modules).find((each) => name in (modules[each] ?? {}));

const values = { user_id: "0248391621", password: "abcd1234", password_again: "abcd1234", current_password: "abcd1234" };
const data = Object.fromEntries(Object.keys(api.components.schemas.UserData.properties).map((name) => [name, ""]));
const pick = (/** @type {(keyof typeof values)[]} */ ...names) => Object.fromEntries(names.map((name) => [name, values[name]]));
const token = "t";

/** One example of each call, and the route that it means. @type {Record<string, [string, unknown[]]>} */
const examples = {
  readSeason: ["get /season", []],
  readCatalogue: ["get /catalogue/{field}", ["02"]],
  readFigures: ["get /figures/{field}", ["02"]],
  readPrograms: ["get /programs", [{ field: "02", name: "小児" }]],
  readProgram: ["get /programs/{id}", [7]],
  readNotices: ["get /notices", ["02"]],
  enterMail: ["post /mail-addresses", ["a@example.jp", "02", "ja"]],
  openLink: ["post /registrations/open", [token]],
  checkRegistration: ["post /registrations/check", [token, data]],
  register: ["post /registrations", [token, { ...data, ...pick("password", "password_again") }]],
  recover: ["post /recoveries", ["a@example.jp", "en"]],
  openRecovery: ["post /recoveries/open", [token]],
  setPassword: ["post /passwords", [token, values.user_id, pick("password", "password_again")]],
  logIn: ["post /sessions", [pick("user_id", "password")]],
  logOut: ["delete /sessions/current", []],
  readMe: ["get /me", []],
  changeMe: ["put /me", [data]],
  changePassword: ["put /me/password", [pick("current_password", "password", "password_again")]],
  deleteMe: ["delete /me", []],
  apply: ["post /me/applications", [7, "00000000-0000-4000-8000-000000000000"]],
  withdraw: ["post /me/applications/{id}/withdrawal", [3]],
  switchTo: ["post /me/applications/{id}/switch", [3, 8, "00000000-0000-4000-8000-000000000000"]],
  staffLogIn: ["post /staff/sessions", [{ mail: "a@example.jp", password: "x", confirmation_code: "123456" }]],
  staffLogOut: ["delete /staff/sessions/current", []],
  staffRecover: ["post /staff/recoveries", ["a@example.jp"]],
  openInvitation: ["post /staff/invitations/open", [token]],
  joinStaff: ["post /staff/invitations/join", [token, { ...pick("password", "password_again"), confirmation_code: "123456" }]],
  readMember: ["get /staff/me", []],
  readPeople: ["get /staff/people", []],
  invite: ["post /staff/people", [{ role: "director", field: "02", name: "x", mail: "a@example.jp", language: "ja" }, [7]]],
  inviteAgain: ["post /staff/people/{id}/invitation", [3]],
  setPrograms: ["put /staff/people/{id}", [3, [7]]],
  closePerson: ["delete /staff/people/{id}", [3]],
  readCandidates: ["get /staff/candidates", []],
  decide: ["post /staff/decisions", [[{ application: 3, from: "applied", to: "adopted" }]]],
  decline: ["post /staff/candidates/{id}/decline", [3]],
  changeData: ["put /staff/candidates/{id}/data", [3, { ...data, note: "電話で申し出" }]],
  readOfficePrograms: ["get /staff/programs", ["02"]],
  createProgram: ["post /staff/programs", [{ field: "02", name: "x" }]],
  changeProgram: ["put /staff/programs/{id}", [3, { name: "x" }]],
  closeProgram: ["delete /staff/programs/{id}", [3]],
  readOfficeNotices: ["get /staff/notices", []],
  readLetters: ["get /staff/letters", []],
  retryLetter: ["post /staff/letters/{id}/retry", [3]],
  retryLetters: ["post /staff/letters/retry", []],
  createNotice: ["post /staff/notices", [{ title_ja: "x" }]],
  changeNotice: ["put /staff/notices/{id}", [3, { title_ja: "x" }]],
  removeNotice: ["delete /staff/notices/{id}", [3]],
  readProgress: ["get /staff/progress", ["02", 1]],
  readStatistics: ["get /staff/statistics", ["", 0]],
  readOfficeSeason: ["get /staff/season", []],
  changeSeason: ["put /staff/season", [{ start_year: 2027, release_needed: true, rounds: [] }]],
  beginSeason: ["post /staff/season", [{ start_year: 2027, release_needed: true, rounds: [] }]],
  readCeilings: ["get /staff/ceilings", []],
  publishCeiling: ["put /staff/ceilings/{cell}", ["02-13", { published: "1", reason: "" }]],
  publishProposals: ["post /staff/ceilings/proposals", []],
  readKinds: ["get /staff/kinds", []],
  changeKinds: ["put /staff/kinds", [[{ code: "special", group: false, name_ja: "x", name_en: "x", sentence_ja: "", sentence_en: "" }], []]],
  readLimits: ["get /staff/limits", []],
  readRelease: ["get /staff/release/{round}", [1]],
  approveRelease: ["post /staff/release/{round}", [1]],
  takeApprovalBack: ["delete /staff/release/{round}", [1]],
  readQuotaMatches: ["get /staff/regional-quota", []],
  readAudit: ["get /staff/audit", [{ action: "applied" }]],
  importTable: ["post /staff/programs/import", ["programs", new Blob(["x"]), ""]],
  readImportProgress: ["get /staff/imports/progress", []],
  readDemo: ["get /demo", []],
  moveDemoClock: ["post /demo/clock", [{ now: 1 }]],
  readDemoMails: ["get /demo/mails", []],
  readDemoMail: ["get /demo/mails/{id}", [1]],
};

/** @param {string} route @returns {any} */
const operation = (route) => {
  const [method, path] = route.split(" ");
  return api.paths[/** @type {string} */ (path)]?.[/** @type {string} */ (method)];
};
const schemaOf = (/** @type {any} */ content) => content?.content?.["application/json"]?.schema;

test("every call of the site has an example here", () => {
  assert.deepEqual(Object.keys(examples).sort(), Object.keys(calls).sort());
});

for (const [name, [route, given]] of Object.entries(examples)) {
  test(`${name} asks ${route}, as the description has it`, async () => {
    /** @type {{url: string, init: RequestInit}[]} */
    const sent = [];
    globalThis.fetch = /** @type {any} */ (async (/** @type {string} */ url, /** @type {RequestInit} */ init) => {
      if (url.endsWith("/site.json")) return Response.json({ api: "/api/v1" });
      sent.push({ url, init });
      return Response.json({ staff: {} }); // who is logged in is taken note of
    });
    await calls[name](...given);
    const { url, init } = /** @type {any} */ (sent[0]);
    const [method, path] = route.split(" ");
    assert.equal(init.method.toLowerCase(), method);
    const parts = new URL(url, "http://site").pathname.slice("/api/v1".length).split("/");
    const described = /** @type {string} */ (path).split("/");
    assert.deepEqual(parts.map((part, i) => (described[i]?.startsWith("{") ? described[i] : part)), described);

    const { requestBody } = operation(route);
    const isTable = init.body instanceof Blob;
    assert.equal(isTable, Boolean(requestBody?.content?.["text/csv"]), "a table goes as a table");
    const body = init.body === undefined || isTable ? {} : JSON.parse(init.body);
    const { properties = {}, required = [] } = schemaOf(requestBody) ?? {};
    assert.deepEqual(Object.keys(body).filter((key) => !(key in properties)), [], "what the route does not know");
    assert.deepEqual(required.filter((/** @type {string} */ key) => !(key in body)), [], "what the route needs");
  });
}

/** A schema as a type. @param {any} schema @returns {string} */
function typeOf(schema) {
  if (schema.enum) return schema.enum.map((/** @type {unknown} */ value) => JSON.stringify(value)).join(" | ");
  if (Array.isArray(schema.type)) return schema.type.map((/** @type {string} */ type) => typeOf({ ...schema, type })).join(" | ");
  if (schema.type === "array") return schema.minItems > 1 ? "any" : `(${typeOf(schema.items)})[]`;
  if (schema.type !== "object") return /** @type {any} */ ({ integer: "number", number: "number", string: "string", boolean: "boolean", null: "null" })[schema.type];
  const required = new Set(schema.required ?? []);
  return `{ ${Object.entries(schema.properties).map(([name, of]) => `${name}${required.has(name) ? "" : "?"}: ${typeOf(of)};`).join(" ")} }`;
}

function answered(/** @type {string} */ route) {
  const [status, response] = Object.entries(operation(route).responses).find(([code]) => code.startsWith("2")) ?? [];
  assert.ok(status, route);
  const schema = schemaOf(response);
  return schema ? typeOf(schema) : "void";
}

test("what each route answers is what the site reads", () => {
  const line = (/** @type {string} */ name, /** @type {string} */ route) =>
    `export const ${name}: Awaited<ReturnType<typeof ${homeOf(name)}.${name}>> = null! as ${answered(route)};`;
  const lines = Object.entries(examples).map(([name, [route]]) => line(name, route));
  writeFileSync(`${folder}/check.ts`, `${Object.keys(modules).map((each) => `import * as ${each} from "../../../site/src/api/${each}.ts";\n`).join("")}${lines.join("\n")}\n`);
  writeFileSync(`${folder}/tsconfig.json`, JSON.stringify({
    extends: "../../../site/tsconfig.json",
    compilerOptions: { paths: { "@senkoi/core": ["../../../wasm/core.d.ts"], "@senkoi/staff": ["../../../wasm/staff.d.ts"] } },
    include: ["check.ts", "../../../site/src/built.d.ts"],
  }));
  const { status, stdout } = spawnSync(at("site/node_modules/.bin/tsc"), ["-p", folder], { encoding: "utf8" });
  assert.equal(status, 0, stdout);
});
