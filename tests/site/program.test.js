// A program's page without its drawing: what the question before applying warns of (M3.4, M3.7, M3.8).
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openSite, textOf } from "./modules.js";

const site = await openSite();
after(() => site.close());
const { applyWarnings } = await site.load("pages/program/apply_warnings.ts");
const { speak } = await site.load("words/i18n.ts");
const { loadCoreWords } = await site.load("words/core_words.ts");

const calm = { prefecture: "13", seats_left: null, ceiling_left: null, over_capacity: false, over_ceiling: false };

for (const [language, words] of Object.entries({
  ja: { seats: /残りの採用枠がありません/, ceiling: /^東京都.*シーリングに達しています/, over: /定員数を上回っています/, overCeiling: /^東京都.*シーリングを上回っています/ },
  en: { seats: /no places left/, ceiling: /Tokyo.*have reached the ceiling/, over: /more applicants than places/, overCeiling: /Tokyo.*more applicants in this specialty than the ceiling/ },
}))
  test(`M3.4 M3.7 M3.8 whoever applies is warned of whatever stands against it, ${language}`, async () => {
    await loadCoreWords(language);
    speak(language);
    const { seats, ceiling, over, overCeiling } = words;
    for (const [program, told] of /** @type {[object, RegExp[]][]} */ ([
      [{}, []],
      [{ seats_left: 1, ceiling_left: 1 }, []],
      [{ seats_left: 0, ceiling_left: 3 }, [seats]],
      [{ seats_left: 4, ceiling_left: 0 }, [ceiling]],
      [{ over_capacity: true }, [over]],
      [{ over_ceiling: true }, [overCeiling]],
      [{ seats_left: 0, ceiling_left: 0, over_capacity: true, over_ceiling: true }, [seats, ceiling, over, overCeiling]],
    ])) {
      const said = applyWarnings({ ...calm, ...program });
      assert.equal(said.length, told.length, JSON.stringify(program));
      told.forEach((pattern, place) => assert.match(said[place], pattern));
    }
  });

test("M3.4 a program's name may break before its ending and, with none, nowhere of our choosing", async () => {
  const { programName } = await site.load("parts/applicant/program_name.ts");
  const named = (/** @type {string} */ name) => textOf(programName(name));
  assert.match(named("朝霧森医科大学附属病院小児科専門研修プログラム"), />朝霧森医科大学附属病院小児科<wbr \/>専門研修プログラム</);
  assert.match(named("プログラム"), />プログラム</);
  assert.match(named("朝霧森コース"), />朝霧森コース</);
});

test("R1 names of programs and facilities are marked as Japanese, whatever the page's language", async () => {
  const { facilityName, programName } = await site.load("parts/applicant/program_name.ts");
  for (const named of [facilityName("朝霧森病院"), programName("朝霧森コース")]) assert.match(named.strings[0], /<span[^>]* lang="ja">$/);
});
