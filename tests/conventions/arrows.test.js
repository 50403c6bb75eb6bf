// The arrows between the rooms: who may include whom, and which library only one room may know.
// Read `rooms` as the map of the house; toolchain/decisions/0001-rooms-and-arrows.md says why.
import test from "node:test";
import { bare, files, none, text, withoutComments } from "./tree.js";

const core = ["core/workflow", "core/forms", "core/rules", "core/codes", "core/words"];

/** Room → rooms whose headers it may include besides its own. The longest matching path names a file's room. */
const rooms = {
  "core/codes": [],
  "core/words": ["core/codes"],
  "core/rules": ["core/codes"],
  "core/forms": ["core/rules", "core/codes"],
  "core/workflow": ["core/forms", "core/rules", "core/codes"],
  wasm: core,
};

/** The server's rooms, from the roof down: each may include those that stand below it, and core; some need less and say so. Only operations/open chooses an engine. */
const floors = ["program", "api", "handlers", "metrics", "live", "snapshot", "demo", "mail", "accounts", "operations/open", "operations/readers", "operations/writer", "operations", "database/sqlite", "json", "csv", "http", "database", "base"];
const narrow = { operations: [...core, "server/database", "server/base"], json: [...core, "server/http", "server/base"], csv: [...core, "server/base"], http: ["core/codes", "server/base"], database: ["server/base"] };
floors.forEach((room, floor) => {
  rooms[`server/${room}`] = narrow[room] ?? [...core, ...floors.slice(floor + 1).map((below) => `server/${below}`)];
});
rooms.server = ["server/program"];

/** Library → the only places that may name it. */
const libraries = {
  "boost/beast": ["server/http/"],
  "boost/": ["server/http/", "server/accounts/", "server/mail/", "server/snapshot/", "server/live/", "server/operations/writer/", "server/operations/readers/", "server/demo/", "server/base/", "server/program/", "server/handlers/app"],
  "sqlite3.h": ["server/database/sqlite/"],
  "curl/": ["server/mail/"],
  sodium: ["server/accounts/", "server/mail/", "server/snapshot/", "server/operations/"],
  "nlohmann/": ["server/json/", "server/base/log"],
  "CLI/": ["server/program/"],
  emscripten: ["wasm/"],
};

const sources = files(".", ".hpp", ".cpp").filter((path) => !path.startsWith("tests/"));

function roomOf(path) {
  const inCore = /^core\/(?:include\/senkoi|src)\/(\w+)\//.exec(path);
  if (inCore) return `core/${inCore[1]}`;
  return Object.keys(rooms).filter((room) => path.startsWith(`${room}/`) || path.startsWith(`${room}.`)).sort((a, b) => b.length - a.length)[0];
}

/** The included path as a file of the project: "senkoi/rules/x.hpp" stands in core. */
const target = (name) => (name.startsWith("senkoi/") ? `core/include/${name}` : name);

function includes(path) {
  const found = withoutComments(text(path)).matchAll(/^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]/gm);
  return [...found].map(([, kind, name]) => ({ own: kind === '"', name }));
}

/** All breaches, one readable line each. */
const breaches = (find) => sources.flatMap((path) => includes(path).flatMap((include) => find(path, include) ?? []));

test("each file stands in a room of the map", () => {
  none(sources.filter((path) => !roomOf(path)));
});

test("rooms include only along the arrows", () => {
  const found = breaches((path, { own, name }) => {
    if (!own) return undefined;
    const [from, to] = [roomOf(path), roomOf(target(name))];
    if (to === undefined) return `${path} includes "${name}", which is in no room (write the path from the root, or <…> for a library)`;
    return from === to || rooms[from].includes(to) ? undefined : `${path} includes "${name}": ${from} may not know ${to}`;
  });
  none(found);
});

test("core knows the standard library only", () => {
  const found = breaches((path, { own, name }) =>
    path.startsWith("core/") && !own && !/^[a-z_]+$/.test(name) ? `${path} includes <${name}>` : undefined,
  );
  none(found);
});

test("core asks no clock, no file, no environment", () => {
  const headers = ["fstream", "iostream", "filesystem", "thread", "mutex", "random", "ctime", "cstdio", "regex", "locale"];
  const included = breaches((path, { name }) => (path.startsWith("core/") && headers.includes(name) ? `${path} includes <${name}>` : undefined));
  const called = sources.filter((path) => path.startsWith("core/")).flatMap((path) =>
    [...bare(text(path)).matchAll(/_clock\b|\bgetenv\b|\bstatic thread_local\b/g)].map(([word]) => `${path} says ${word}`),
  );
  none([...included, ...called]);
});

test("a library is known to one room only", () => {
  const found = breaches((path, { name }) => {
    const library = Object.keys(libraries).find((prefix) => name.startsWith(prefix));
    if (library === undefined || libraries[library].some((place) => path.startsWith(place))) return undefined;
    return `${path} includes <${name}>, which only ${libraries[library].join(", ")} may`;
  });
  none(found);
});

test("nothing leans on the tests", () => {
  const found = breaches((path, { name }) => (name.startsWith("tests/") || name.includes("gtest") ? `${path} includes ${name}` : undefined));
  const scripts = files("site", ".ts", ".js", ".html").filter((path) => /from "[^"]*\/tests\//.test(text(path)));
  none([...found, ...scripts]);
});

test("the site imports itself, the built core and words, and lit-html; nothing else at run time", () => {
  const allowed = /^(\.{1,2}\/|lit-html(\/|$)|@senkoi\/|@digital-go-jp\/design-tokens)/;
  const found = files("site/src", ".ts").flatMap((path) =>
    [...withoutComments(text(path)).matchAll(/(?:from|import\()\s*"([^"]+)"/g)]
      .filter(([, name]) => !allowed.test(name) || /\/(core|server|wasm|tests)\//.test(name))
      .map(([, name]) => `${path} imports ${name}`),
  );
  none(found);
  const manifest = files("site", "package.json")[0];
  const dependencies = Object.keys(JSON.parse(text(manifest)).dependencies ?? {});
  none(dependencies.filter((name) => !["lit-html", "@digital-go-jp/design-tokens"].includes(name)));
});

test("the site writes its templates by parts/page/template.ts alone, whose bound text survives a browser's translation (R1)", () => {
  const own = "site/src/parts/page/template.ts";
  const found = files("site/src", ".ts").filter((path) => path !== own).flatMap((path) =>
    [...withoutComments(text(path)).matchAll(/import\s*(\{[^}]*\}|\*)[^;]*"lit-html(?:\/(?:html|lit-html|static)\.js)?";/g)]
      .filter(([, names]) => names === "*" || /\b(html|svg|mathml)\b/.test(names))
      .map(([line]) => `${path}: ${line}`),
  );
  none(found);
});
