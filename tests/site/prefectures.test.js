// The prefectures as tiles and as a table: where each stands, how one walks over them, in which order rows come (M3.1, M3.7).
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openSite, textOf } from "./modules.js";

const site = await openSite();
after(() => site.close());
const { widePlaces, narrowPlaces, neighbour } = await site.load("parts/figures/tile_layout.ts");
const { inOrder, nextOrder } = await site.load("parts/figures/figures_table.ts");
const { tilesOf } = await site.load("parts/figures/prefecture_tiles.ts");
const { loadCoreWords } = await site.load("words/core_words.ts");
const { speak } = await site.load("words/i18n.ts");
await loadCoreWords("ja");

const codes = Array.from({ length: 47 }, (_, index) => String(index + 1).padStart(2, "0"));
const directions = ["left", "right", "up", "down"];

for (const [name, places, columns] of [["wide", widePlaces, 13], ["narrow", narrowPlaces, 7]]) {
  test(`M3.1 the ${name} map has a place of its own for each of the 47 prefectures`, () => {
    assert.deepEqual([...places.keys()].sort(), codes);
    const taken = new Set([...places.values()].map(({ column, row }) => `${column},${row}`));
    assert.equal(taken.size, 47);
    for (const { column, row } of places.values()) assert.ok(column >= 1 && column <= columns && row >= 1);
  });

  test(`the arrow keys reach every tile of the ${name} map from every other`, () => {
    for (const start of codes) {
      const reached = new Set([start]);
      for (const code of reached)
        for (const direction of directions) {
          const next = neighbour(places, code, direction);
          if (next) reached.add(next);
        }
      assert.equal(reached.size, 47, start);
    }
  });
}

test("an arrow key leads to the prefecture that lies there, and nowhere at the coast", () => {
  assert.equal(neighbour(widePlaces, "13", "down"), "14");
  assert.equal(neighbour(widePlaces, "13", "left"), "11");
  assert.equal(neighbour(widePlaces, "27", "up"), "28");
  assert.equal(neighbour(widePlaces, "01", "up"), null);
  assert.equal(neighbour(widePlaces, "99", "up"), null);
});

const row = (prefecture, applicants, capacity, ceiling = null) =>
  ({ prefecture, capacity, applicants, adopted: null, rejected: null, undecided: null, seeking: applicants, ceiling, over: false });
const rows = [row("13", 148, 300, 124), row("01", 20, 40), row("14", 30, 40, 60), row("47", 0, 0)];
const order = (by, descending) => inOrder(rows, { by, descending }).map(({ prefecture }) => prefecture);

test("M3.1 the table sorts by any figure; what has no figure stands last either way", () => {
  assert.deepEqual(order("prefecture", false), ["01", "13", "14", "47"]);
  assert.deepEqual(order("applicants", true), ["13", "14", "01", "47"]);
  assert.deepEqual(order("capacity", false), ["47", "01", "14", "13"]);
  assert.deepEqual(order("ceiling", true), ["13", "14", "01", "47"]);
  assert.deepEqual(order("ceiling", false), ["14", "13", "01", "47"]);
});

test("a heading sorts numbers from the largest, and turns the order round when pressed again", () => {
  const first = nextOrder({ by: "prefecture", descending: false }, "applicants");
  assert.deepEqual(first, { by: "applicants", descending: true });
  assert.deepEqual(nextOrder(first, "applicants"), { by: "applicants", descending: false });
  assert.deepEqual(nextOrder(first, "prefecture"), { by: "prefecture", descending: false });
});

test("M3.7 a tile counts against the ceiling, or against the capacity where there is none, and says so", () => {
  const [tokyo, hokkaido, kanagawa, okinawa] = tilesOf(rows.map((each, index) => ({ ...each, over: index === 0 })));
  assert.deepEqual([tokyo.level, tokyo.percent, tokyo.hasCeiling], ["over", 120, true]);
  assert.match(tokyo.said, /東京都、応募者148人、シーリング数124人、シーリング超過/);
  assert.deepEqual([hokkaido.level, hokkaido.percent, hokkaido.hasCeiling], ["low", 50, false]);
  assert.match(hokkaido.said, /定員数40人$/);
  assert.equal(kanagawa.percent, 50);
  assert.deepEqual([okinawa.level, okinawa.percent], ["none", null]);
});

test("M3.4 a tile counts who seeks a seat: a rejection that is out takes nobody's", () => {
  const [tile] = tilesOf([{ ...row("13", 60, 50), rejected: 20, seeking: 40 }]);
  assert.deepEqual([tile.level, tile.percent], ["middle", 80]);
  assert.match(tile.said, /応募者60人/);
});

test("a tile just above its limit never reads 100%", () => {
  const [tile] = tilesOf([{ ...row("13", 1001, 1000), over: true }]);
  assert.equal(tile.percent, 101);
  const [full] = tilesOf([row("13", 999, 1000)]);
  assert.equal(full.percent, 99);
});

test("M5.1 a result that is not out yet is read aloud as not published, a ceiling that there is not as none", async () => {
  const { number, overWord } = await site.load("parts/figures/figures_table.ts");
  for (const [language, unpublished, none] of /** @type {const} */ ([["ja", "未公表", "なし"], ["en", "not yet published", "none"]])) {
    speak(language);
    for (const figure of ["adopted", "rejected", "undecided"]) assert.match(textOf(number(null, figure)), new RegExp(`for-readers">${unpublished}<`));
    assert.match(textOf(number(null, "ceiling")), new RegExp(`for-readers">${none}<`));
    assert.match(textOf(number(0, "adopted")), /^0$/);
  }
  speak("ja");
  assert.deepEqual([overWord({ ceiling: 3 }), overWord({ ceiling: null })], ["シーリング超過", "定員超過"], "above what");
});
