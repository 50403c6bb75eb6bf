// What the module does beside the forms' rules: memory, settings, season, search.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { createCore, folder } from "./core.js";

const japan = (text) => Date.parse(`${text}+09:00`);
const now = japan("2018-10-25T12:00:00");
const core = await createCore();
core.configure({ now, startYear: 2019 });

test("the web glue takes the module's bytes, as a worker would hand them over", async () => {
  const web = await import(new URL("core.js", folder));
  const other = await web.createCore({ wasm: readFileSync(new URL("core.wasm", folder)) });
  assert.equal(other.fold("ＡＢＣ"), "abc");
});

test("the web glue takes an address, an answer, and a module that was compiled before", async () => {
  const web = await import(new URL("core.js", folder));
  const bytes = readFileSync(new URL("core.wasm", folder));
  const answer = (type) => new Response(bytes, { headers: { "content-type": type } });
  const sources = [new WebAssembly.Module(bytes), answer("application/wasm"), answer("text/plain"), Promise.resolve(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)),
    `data:application/wasm;base64,${bytes.toString("base64")}`];
  for (const wasm of sources) assert.equal((await web.createCore({ wasm })).fold("ＡＢＣ"), "abc");
  await assert.rejects(web.createCore({ wasm: new Response("", { status: 404 }) }), /404/);
});

test("the node glue takes a path, an address, an answer, and a module that was compiled before", async () => {
  const url = new URL("core.wasm", folder), bytes = readFileSync(url);
  const sources = [fileURLToPath(url), url, url.href, new WebAssembly.Module(bytes), new Response(bytes), `data:application/wasm;base64,${bytes.toString("base64")}`];
  for (const wasm of sources) assert.equal((await createCore({ wasm })).fold("ＡＢＣ"), "abc");
});

test("a million forms may be opened one after the other, where each is closed", () => {
  for (let i = 0; i < 1_000_000; ++i) core.form("registration").close();
});

test("a module that is full says so, and goes on once forms are closed", async () => {
  const other = await createCore();
  const open = [];
  assert.throws(() => { for (let i = 0; i < 100_000; ++i) open.push(other.form("registration")); }, /out of memory: close forms/);
  assert.ok(open.length > 1_000, `${open.length} at once`);
  open.pop().close();
  const form = other.form("registration");
  form.set("family_name", "山田");
  assert.equal(form.checkItem("family_name"), null);
});

test("a closed form is empty, touches nobody's memory, and may be closed again", () => {
  const form = core.form("password_change");
  form.set("password", "hush");
  form.close();
  const next = core.form("password_change");
  assert.equal(next.get("password"), "");
  for (const use of [() => form.get("password"), () => form.set("password", "again"), () => form.fill({ password: "again" }), () => form.check(), () => form.checkItem("password")])
    assert.throws(use, TypeError);
  assert.equal(next.get("password"), "");
  assert.throws(() => next.changes(form), RangeError);
  form.close();
  next.set("password", "stays");
  form.clear();
  assert.equal(next.get("password"), "stays");
  if (Symbol.dispose) assert.equal(next[Symbol.dispose], next.close);
});

test("fill takes a FormData, and nothing that is no text; values gives all back", () => {
  const form = core.form("log_in");
  const data = new FormData();
  data.set("user_id", "02-4839162-1");
  data.set("password", "hush");
  form.fill(data);
  assert.deepEqual(form.values(), { user_id: "02-4839162-1", password: "hush" });
  data.set("password", new Blob(["x"]));
  assert.throws(() => form.fill(data), /no text: password/);
  for (const value of [1, null, undefined, ["a"], {}]) assert.throws(() => form.set("password", value), TypeError);
  assert.equal(form.get("password"), "hush");
});

test("two modules and two forms of one kind do not see each other", async () => {
  const other = await createCore();
  other.configure({ now, startYear: 2019, refusedMailDomains: ["example.jp"] });
  const [first, second, third] = [core.form("mail_entry"), core.form("mail_entry"), other.form("mail_entry")];
  first.set("mail", "a@example.jp");
  second.set("mail", "b");
  third.set("mail", "a@example.jp");
  assert.deepEqual(first.check(), []);
  assert.equal(second.check()[0].code, "mail_at_missing");
  assert.equal(third.check()[0].code, "mail_carrier");
});

test("unknown forms and items are told at once", () => {
  assert.throws(() => core.form("nothing"), RangeError);
  assert.throws(() => core.form("mail_entry").set("phone", ""), RangeError);
  assert.throws(() => core.form("mail_entry").get("toString"), RangeError);
});

test("fill sets what is named, in whichever order, and leaves the rest", () => {
  const form = core.form("password_change");
  const holds = (...texts) => assert.deepEqual(form.items.map((item) => form.get(item)), texts);
  assert.deepEqual(form.items, ["current_password", "password", "password_again"]);
  form.fill({ current_password: "a", password: "b", password_again: "c" });
  holds("a", "b", "c");
  form.fill({ current_password: "d", password_again: "e" });
  holds("d", "b", "e");
  form.fill({ password_again: "f", current_password: "g", password: "h" });
  holds("g", "h", "f");
  form.fill({});
  holds("g", "h", "f");
  assert.throws(() => form.fill({ password: "i", phone: "" }), RangeError);
  holds("g", "i", "f");
  assert.throws(() => form.fill({ toString: "" }), RangeError);
});

test("M2.3a what nobody sees is found at each place of a text, however long", () => {
  const form = core.form("user_data");
  for (let length = 1; length <= 18; ++length) {
    for (let place = 0; place <= length; ++place) {
      const seen = "山".repeat(length);
      form.set("address", `${seen.slice(0, place)}\u200e${seen.slice(place)}`);
      form.checkItem("address");
      assert.equal(form.get("address"), seen);
    }
  }
});

test("a text longer than its slot reads back cut and spoils no neighbour", () => {
  const form = core.form("password_change");
  form.set("current_password", "x".repeat(2 ** 20));
  form.set("password", "Tsubaki7482");
  form.set("password_again", "Tsubaki7482");
  assert.deepEqual(form.check().map(({ field, code }) => [field, code]), [["current_password", "too_long"]]);
  assert.equal(form.get("current_password"), "x".repeat(65));
  assert.equal(form.get("password"), "Tsubaki7482");
});

test("clear empties every item", () => {
  const form = core.form("log_in");
  form.set("password", "Tsubaki7482");
  form.clear();
  assert.equal(form.get("password"), "");
  assert.equal(form.checkItem("password").code, "required");
  form.set("password", "a");
  assert.equal(form.get("password"), "a");
});

test("M2.4 a form tells what differs from another of its kind", () => {
  const [before, after] = [core.form("user_data"), core.form("user_data")];
  before.set("phone", "0312345678");
  after.set("phone", "０３-1234-5678");
  after.set("regional_quota", "no");
  assert.deepEqual(after.changes(before), ["phone", "regional_quota"]);
  after.check();
  assert.deepEqual(after.changes(before), ["regional_quota"]);
  assert.deepEqual(before.changes(before), []);
  assert.throws(() => before.changes(core.form("registration")), RangeError);
});

test("500 forms can be opened one after another", () => {
  for (let i = 0; i < 500; ++i) assert.equal(core.form("registration").checkItem("track").code, "choice_required");
});

test("operators' domains are read in any case, and end with the next configure", async () => {
  const other = await createCore();
  const form = other.form("mail_entry");
  const codeOf = (mail) => (form.set("mail", mail), form.checkItem("mail")?.code);
  other.configure({ now, startYear: 2019, refusedMailDomains: ["Example.COM", ".example.net"], warnedMailDomains: ["例.jp", "example.org"] });
  assert.equal(codeOf("a@example.com"), "mail_carrier");
  assert.equal(codeOf("a@b.example.net"), "mail_carrier");
  assert.equal(codeOf("a@example.org"), "mail_carrier_possible");
  other.configure({ now, startYear: 2019 });
  assert.equal(codeOf("a@example.com"), undefined);
});

test("M2.3b years since licence are computed, not typed", () => {
  assert.equal(core.yearsSinceLicence("2017", "3"), 3);
  assert.equal(core.yearsSinceLicence("2018", "2"), 3);
  assert.equal(core.yearsSinceLicence("平成29", "５月"), 3);
  assert.equal(core.yearsSinceLicence("", "3"), null);
  assert.equal(core.yearsSinceLicence("2017", "13"), null);
});

test("M2.5 a user ID is shown in groups, whatever way it was entered", () => {
  assert.equal(core.displayUserId("0248391621"), "02-4839162-1");
  assert.equal(core.displayUserId("０２-4839162-1"), "02-4839162-1");
  assert.equal(core.displayUserId("0248391622"), "0248391622");
  assert.equal(core.displayUserId(""), "");
});

test("M2.3 a phone number is shown with its hyphens, any other text as it is", () => {
  assert.equal(core.displayPhone("0312345678"), "03-1234-5678");
  assert.equal(core.displayPhone("09012345678"), "090-1234-5678");
  for (const text of ["+12125550123", "", "電話", "0312345678".repeat(3)]) assert.equal(core.displayPhone(text), text);
});

const rounds = [{
  round: 1,
  registration_from: japan("2018-10-22T12:00:00"), registration_until: japan("2018-11-21T12:00:00"),
  adoption_from: japan("2018-12-01T00:00:00"), adoption_until: japan("2018-12-15T00:00:00"),
  notification_at: japan("2018-12-15T12:00:00"),
}];

test("M4.1 periods end at their instant, and each refuses in its own words", () => {
  const until = rounds[0].registration_until;
  assert.deepEqual(core.present(rounds, until - 1), { round: 1, period: "registration", until });
  assert.equal(core.present(rounds, until).period, "gap");
  assert.equal(core.present([], until).until, null);
  const withdraw = (at) => core.allowed(rounds, at, [{ round: 1, state: "applied" }]).withdraw;
  assert.equal(withdraw(until - 1), null);
  assert.equal(withdraw(until), "withdrawal_in_gap");
  assert.equal(withdraw(rounds[0].adoption_from), "in_adoption_period");
});

test("S4 results that nobody released stay back after the notification time", () => {
  const late = [{ ...rounds[0], released: false }];
  const at = rounds[0].notification_at;
  assert.deepEqual(core.present(late, at), { round: 1, period: "waiting", until: null });
  assert.equal(core.present(late, at - 1).until, at);
  assert.equal(core.present(rounds, at).period, "notified");
  assert.equal(core.allowed(late, at, [{ round: 1, state: "applied" }]).apply, core.allowed(rounds, at - 1, [{ round: 1, state: "applied" }]).apply);
});

test("M3.5 a program of another field, or one that does not recruit in the round, takes no application and no switch", () => {
  const at = rounds[0].registration_from;
  const may = (past, target) => core.allowed(rounds, at, past, target);
  assert.equal(may([], {}).apply, null);
  assert.equal(may([], { ownField: false }).apply, "program_of_other_field");
  assert.equal(may([], { recruits: false }).apply, "program_not_recruiting");
  const applied = [{ round: 1, state: "applied" }];
  assert.equal(may(applied, { recruits: true }).switch, null);
  assert.equal(may(applied, { recruits: false }).switch, "program_not_recruiting");
  assert.equal(may(applied, { sameAsNow: true }).switch, "same_program");
  assert.equal(may(applied, { recruits: false }).withdraw, null);
});

test("M4.1 an application of a round that has yet to open, as after the demo's clock went back, is refused and nothing is thrown", () => {
  const early = rounds[0].registration_from - 1;
  const { withdraw, apply } = core.allowed(rounds, early, [{ round: 1, state: "applied" }]);
  assert.deepEqual([apply, withdraw], ["registration_not_open", "move_not_allowed"]);
});

test("M6.2 an ID with a live application is not deleted", () => {
  assert.equal(core.allowed(rounds, now, [{ round: 1, state: "applied" }]).delete, "live_application");
  assert.equal(core.allowed(rounds, now, [{ round: 1, state: "withdrawn" }]).delete, null);
});

test("M3.4 M3.7 capacity is passed strictly above; a ceiling is the mean, half up", () => {
  assert.deepEqual([core.overCapacity(5, 5), core.overCapacity(6, 5)], [false, true]);
  assert.equal(core.ceilingFromPast([124, 125]), 125);
  assert.equal(core.ceilingFromPast([]), 0);
});

test("M3.3 search is partial, blind to width, kana and case, and joins by AND", () => {
  const search = core.search([
    { prefecture: "13", facility: "東京大学病院", name: "内科専門研修プログラム" },
    { prefecture: "27", facility: "大阪ガンセンター", name: "内科専門研修プログラム" },
    { prefecture: "27", facility: "ＯＳＡＫＡ病院", name: "外科専門研修プログラム" },
  ]);
  const found = (query) => [...search.find(query)];
  assert.deepEqual(found({}), [0, 1, 2]);
  assert.deepEqual(found({ facility: "がんｾﾝﾀｰ" }), [1]);
  assert.deepEqual(found({ facility: "osaka" }), [2]);
  assert.deepEqual(found({ prefecture: "27", name: "内科" }), [1]);
  assert.deepEqual(found({ prefecture: "01" }), []);
  assert.deepEqual(found({ name: "x".repeat(100_000) }), []);
});

test("a long text is folded whole", () => {
  assert.equal(core.fold("ｶﾞ".repeat(200_000)), "が".repeat(200_000));
});

test("what is too large for the module's memory is told, and harms nothing that follows", async () => {
  const small = await createCore();
  small.configure({ now, startYear: 2019 });
  assert.throws(() => small.fold("a".repeat(12_000_000)), RangeError);
  assert.throws(() => small.ceilingFromPast(new Array(3_000_000).fill(1)), RangeError);
  assert.throws(() => small.configure({ now, startYear: 2019, refusedMailDomains: ["a".repeat(20_000_000)] }), RangeError);
  assert.equal(small.fold("ＡＢＣ"), "abc");
  assert.equal(small.ceilingFromPast([124, 125]), 125);
  const form = small.form("mail_entry");
  form.set("mail", "a@example.jp");
  assert.deepEqual(form.check(), []);
});
