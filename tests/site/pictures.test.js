// The geometry of the gauge and of the season's line, and the search that lives in the address.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openSite } from "./modules.js";

const site = await openSite();
after(() => site.close());
const { gaugeScale } = await site.load("parts/figures/gauge_scale.ts");
const { monthStarts, positionOn, seasonLine, segmentsOf } = await site.load("parts/season/season_line.ts");
const { emptyQuery, isEmpty, readQuery, writeQuery } = await site.load("pages/search/search_state.ts");

test("M3.4 a gauge shows the whole limit, and what lies beyond it on the far side of its line", () => {
  const below = gaugeScale(5, 10);
  assert.equal(below.beyond, 0);
  assert.ok(Math.abs(below.within * 2 - below.limitAt) < 1e-9);
  const above = gaugeScale(15, 10);
  assert.equal(above.within, above.limitAt);
  assert.ok(above.beyond > 0 && above.within + above.beyond < 100);
  const none = gaugeScale(0, 0);
  assert.deepEqual([none.within, none.beyond, none.limitAt], [0, 0, 0]);
});

const at = (text) => Date.parse(`${text}+09:00`);
const round = {
  round: 1, registration_from: at("2018-10-22T12:00"), registration_until: at("2018-11-21T12:00"),
  adoption_from: at("2018-12-03T12:00"), adoption_until: at("2018-12-14T12:00"), notification_at: at("2018-12-18T12:00"),
};

test("M3.1 a round is its periods in their order, without the empty ones", () => {
  assert.deepEqual(segmentsOf(round).map(({ kind }) => kind), ["registration", "gap", "adoption", "waiting"]);
  const tight = { ...round, adoption_from: round.registration_until, notification_at: round.adoption_until };
  assert.deepEqual(segmentsOf(tight).map(({ kind }) => kind), ["registration", "adoption"]);
});

test("M3.1 the line holds the season, and what lies outside stands at its end", () => {
  const line = seasonLine([round]);
  assert.ok(positionOn(line, round.registration_from) > 0);
  assert.ok(positionOn(line, round.notification_at) < 100);
  assert.equal(positionOn(line, at("2017-01-01T00:00")), 0);
  assert.equal(positionOn(line, at("2020-01-01T00:00")), 100);
});

test("months begin at midnight in Japan", () => {
  const starts = monthStarts(seasonLine([round]));
  assert.deepEqual(starts, [at("2018-11-01T00:00"), at("2018-12-01T00:00")]);
  assert.deepEqual(monthStarts(seasonLine([])), [], "and there are none where there is no round");
});

test("M3.3 the search is read from the address and written back, other parameters untouched", () => {
  const url = new URL("https://x.example/search.html?lang=en&prefecture=13&name=%E7%97%85%E9%99%A2");
  const query = readQuery(url);
  assert.deepEqual(query, { prefecture: "13", facility: "", name: "病院" });
  const next = writeQuery(url, { prefecture: "", facility: "A&B=C#", name: "病院" });
  assert.equal(next.searchParams.get("lang"), "en");
  assert.equal(next.searchParams.has("prefecture"), false);
  assert.deepEqual(readQuery(next), { prefecture: "", facility: "A&B=C#", name: "病院" });
  assert.equal(url.searchParams.get("prefecture"), "13", "the given address stays");
  assert.ok(isEmpty(emptyQuery) && !isEmpty(query));
});
