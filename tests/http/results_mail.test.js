// At the notification time and not a millisecond before, each applicant of the round gets one letter, also when the server is killed
// again and again while the letters go out (M5.1, S6, 43): none is lost, and what goes twice goes under the same Message-ID.
import assert from "node:assert/strict";
import test from "node:test";
import { startSenkoi } from "../browser/harness/senkoi.js";
import { until } from "../browser/harness/until.js";
import { sql } from "../browser/steps/director.js";

const people = 200;
const kills = 4;
const subject = "応募結果のお知らせ";

test("M5.1 S6 results are mailed once to each, whenever the server is killed", async (t) => {
  const senkoi = await startSenkoi();
  t.after(() => senkoi.stop());
  const [round] = (await senkoi.season()).schedule.rounds;
  await senkoi.clock(round.adoption_until);
  // The demo's people have no mail address; of these, every second withdrew in time and is told nothing.
  const several = `SELECT user_id FROM application WHERE state = 'applied' AND round = 1 ORDER BY id LIMIT ${2 * people}`;
  await senkoi.restart(() => sql(senkoi, `CREATE TEMP TABLE chosen AS SELECT row_number() OVER () AS number, user_id FROM (${several});
    UPDATE account SET language = 'ja', mail = 'person' || (SELECT number FROM chosen c WHERE c.user_id = account.user_id) || '@example.jp'
      WHERE user_id IN (SELECT user_id FROM chosen);
    UPDATE application SET state = 'withdrawn' WHERE round = 1 AND user_id IN (SELECT user_id FROM chosen WHERE number > ${people})`));
  const results = () => senkoi.post.letters.filter((letter) => letter.subject.includes(subject) && letter.to.startsWith("person"));
  const told = () => sql(senkoi, "SELECT count(*) AS n FROM audit WHERE action = 'results_announced'")[0].n;

  await senkoi.clock(round.notification_at - 1);
  await until("a look at the clock", async () => (await senkoi.season()).server_now === round.notification_at - 1);
  await senkoi.restart();
  assert.equal(told(), 0);
  assert.equal(sql(senkoi, "SELECT count(*) AS n FROM outbox")[0].n, 0);

  await senkoi.clock(round.notification_at);
  for (let kill = 1; kill <= kills; ++kill) {
    await until("some letters", () => results().length >= (kill * people) / (kills + 1), 60_000);
    await senkoi.restart(undefined, "SIGKILL");
  }
  await until("the letters to be out", () => sql(senkoi, "SELECT count(*) AS n FROM outbox")[0].n === 0, 60_000);

  assert.deepEqual(results().filter(({ to }) => Number(to.slice("person".length, to.indexOf("@"))) > people), [], "who withdrew is told nothing");
  const ids = new Map(results().map(({ to, id }) => [to, new Set()]));
  for (const { to, id } of results()) ids.get(to)?.add(id);
  assert.equal(ids.size, people, "nobody's letter is lost");
  for (const [to, own] of ids) assert.equal(own.size, 1, `${to} got one letter`);
  assert.equal(new Set(results().map(({ id }) => id)).size, people);
  assert.ok(results().length <= people + kills, "a kill costs at most the letter that was on its way");
  assert.equal(told(), 1, "announced once");
});
