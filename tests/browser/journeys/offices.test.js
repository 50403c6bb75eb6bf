// The offices' work as sentences: a society imports its programs, the board sets the season and its ceilings, two people release the
// results (S3, S4, S5, M3.7, M5.1). Each page is looked at: axe, reflow, pictures.
import assert from "node:assert/strict";
import test from "node:test";
import { open } from "../engines/page.js";
import { inspect } from "../harness/inspect.js";
import { startSenkoi } from "../harness/senkoi.js";
import { until } from "../harness/until.js";
import { Visitor } from "../harness/visitor.js";
import { choosesFile, Office, sets } from "../steps/office.js";
import { sql } from "../steps/director.js";

const pediatrics = 2;
const hour = 3_600_000;

const words = {
  ja: {
    importTable: "CSVでまとめて登録する", bad: "直すところが2か所あります", unknown: "都道府県", good: "問題はありません", changes: "変わる内容", seats: "定員数：5", confirm: "2件を取り込む", done: "取り込みました（新規2件、変更0件）",
    narrow: "聖路加", edit: "第一病院 小児科専門研修を変更", save: "保存する", range: "「定員数」は1から999までの数で入力してください。", saved: "を保存しました",
    oneGivenUp: "届かなかったメールが1通あります", sendAgain: "gone@example.jpへの「ユーザ登録のご案内」をもう一度送る", sentAgain: "をもう一度送ります", latest: "最新の状況を表示する",
    allArrived: "届いていないメールはありません", mailsStopped: "メールサーバーに拒否され、すべてのメールが止まっています", mailsRun: "メールは通常どおり送信されています",
    write: "お知らせを書く", noticeSaved: "お知らせを保存しました", title: "説明会のご案内",
    editRound: "一次募集の日程を変更", backwards: "一次募集を確認してください", saveSeason: "日程を保存する", seasonSaved: "日程を保存しました", two: "2人の承認を必要とする",
    editCeiling: "小児科 東京都のシーリング数を変更", reasonNeeded: "算出値と異なるシーリング数にする理由", publish: "公開する", published: "小児科 東京都のシーリング数を公開しました",
    first: "1人目として承認する", yes: "承認する", approved: "承認しました", another: "2人の承認が必要です", second: "2人目として承認", released: "公開が決定しています",
    takeBack: "承認を取り消す", takenBack: "承認を取り消しました", letter: "日本語の文面", letterSays: "応募結果をマイページに掲載しました", undecided: "採否を決めていないプログラム",
    will: "結果を知らせる応募者", table: "表", chart: "グラフ", noMatch: "一致した応募者はいません", progress: "採用がシーリングを超過しているのは", raised: "124 → 130、算出値 124",
  },
  en: {
    importTable: "Import a CSV table", bad: "2 problems found", unknown: "Prefecture", good: "No problems found", changes: "What changes", seats: "Capacity: 5", confirm: "Import 2 rows", done: "Imported: 2 new, 0 changed",
    narrow: "聖路加", edit: "Edit 第一病院 小児科専門研修", save: "Save", range: "Please enter a number from 1 to 999", saved: "has been saved",
    oneGivenUp: "Emails that could not be delivered: 1.", sendAgain: "Send again: Link for registration, to gone@example.jp", sentAgain: "is being sent to", latest: "Show the latest",
    allArrived: "There are none.", mailsStopped: "The email server refuses our emails: all of them have stopped", mailsRun: "Emails are being sent as usual",
    write: "Write a notice", noticeSaved: "The notice has been saved", title: "Open day",
    editRound: "Edit the dates: First round", backwards: "Please check First round", saveSeason: "Save the schedule", seasonSaved: "The schedule has been saved", two: "Require two people to release",
    editCeiling: "Edit the ceiling for Pediatrics Tokyo", reasonNeeded: "Please enter the reason for setting a ceiling", publish: "Publish", published: "The ceiling for Pediatrics Tokyo has been published",
    first: "Approve as the first", yes: "Approve", approved: "Approved.", another: "Releasing the results needs approval from two people", second: "Approve as the second", released: "Released",
    takeBack: "Take the approval back", takenBack: "has been taken back", letter: "Text in English", letterSays: "are now available on My page", undecided: "Programs that have not decided",
    will: "Applicants who will be told their results", table: "Table", chart: "Chart", noMatch: "No matching applicants", progress: "adopted over the ceiling", raised: "124 to 130, calculated 124",
  },
};

const headings = "都道府県,基幹施設名,専門研修プログラム名,定員数,募集区分,統括責任者,問い合わせ先電話番号";
const badTable = `${headings}\n江戸,第一病院,第一病院 小児科専門研修,5,1,山田,03-1234-5678\n東京,第二病院,第二病院 小児科専門研修,多い,1・2,鈴木,\n`;
const goodTable = `${headings}\n東京,第一病院,第一病院 小児科専門研修,5,1,山田,312345678\n東京都,第二病院,第二病院 小児科専門研修,８,1・2,鈴木,\n`;

for (const language of /** @type {const} */ (["ja", "en"])) {
  test(`S3 S4 the offices' work, ${language}`, async (t) => {
    const say = words[language];
    const senkoi = await startSenkoi();
    t.after(() => senkoi.stop());
    const society = new Office(senkoi, "society", pediatrics, "小児科学会 佐藤");
    const [board, colleague] = [new Office(senkoi, "board", null, "機構 田中"), new Office(senkoi, "board", null, "機構 中村")];
    const [round] = (await senkoi.season()).schedule.rounds;
    await senkoi.clock(round.registration_from - 24 * hour);
    const page = await open("chromium", { locale: language === "ja" ? "ja-JP" : "en-GB" });
    t.after(() => page.close());
    const visitor = new Visitor(page, senkoi);
    const look = (/** @type {string} */ name) => inspect(visitor, `${language}-office-${name}`);
    const goes = (/** @type {string} */ name) => visitor.open(`/staff/${name}.html?lang=${language}`);
    const scene = (/** @type {string} */ name, /** @type {() => Promise<void>} */ act) => t.test(name, async () => {
      await act();
      assert.deepEqual(senkoi.front.violations, [], "breaches of the content security policy");
    });

    await visitor.open(`/figures.html?lang=${language}`);
    await society.sitsDown(page);

    await scene("S3 a society imports programs: a dry run first, every problem by line and column", async () => {
      await goes("programs");
      await look("programs");
      await visitor.clicks(say.importTable);
      await visitor.arrivesAt("/staff/import.html");
      const before = sql(senkoi, "SELECT count(*) AS n FROM program")[0].n;
      await choosesFile(page, "file-programs", "programs.csv", badTable);
      await visitor.sees(say.bad);
      const cells = await page.evaluate('[...document.querySelectorAll("#problems tbody tr")].map((row) => [...row.cells].slice(0, 2).map((cell) => cell.textContent).join(":")).join(" ")');
      assert.equal(cells, "2:1 3:4");
      await look("import-problems");
      await choosesFile(page, "file-programs", "programs.csv", goodTable);
      await visitor.sees(say.good);
      await visitor.sees(say.changes);
      await visitor.sees(say.seats);
      assert.equal(sql(senkoi, "SELECT count(*) AS n FROM program")[0].n, before, "a dry run changes nothing");
      await look("import-good");
      await visitor.clicks(say.confirm);
      await visitor.sees(say.done);
      const { body } = await senkoi.send("GET", "/programs?field=02&facility=" + encodeURIComponent("第一病院"));
      assert.equal(body.programs[0].capacity, 5, "public at once");
    });

    await scene("S3 a program is edited, its mistakes told at the item", async () => {
      await goes("programs");
      await sets(page, "narrow", "第一病院");
      await visitor.clicks(say.edit);
      await visitor.types("capacity", "0");
      await visitor.clicks(say.save);
      await visitor.sees(say.range);
      await look("program-errors");
      await visitor.types("capacity", "１２");
      await visitor.clicks(say.save);
      await visitor.sees(say.saved);
      const { body } = await senkoi.send("GET", "/programs?field=02&facility=" + encodeURIComponent("第一病院"));
      assert.equal(body.programs[0].capacity, 12);
    });

    await scene("L4 a mail that its recipient's server refuses is shown and sent again", async () => {
      senkoi.post.refusals.set("gone@example.jp", "550 5.1.1 <gone@example.jp>: no such user");
      await senkoi.send("POST", "/mail-addresses", { mail: "gone@example.jp", field: "02" });
      await until("the mail to be given up", async () => sql(senkoi, "SELECT count(*) AS n FROM outbox WHERE due_at IS NULL")[0].n === 1);
      await goes("home");
      await visitor.sees(say.oneGivenUp);
      await goes("letters");
      await visitor.sees("550 5.1.1 <(address)>: no such user");
      await look("letters");
      senkoi.post.refusals.clear();
      await visitor.clicks(say.sendAgain);
      await visitor.sees(say.sentAgain);
      await senkoi.post.newest("gone@example.jp", "/register.html");
      await visitor.clicks(say.latest);
      await visitor.sees(say.allArrived);
    });

    await scene("L4 a relay that refuses all mails is shown on the page and at home until it is cured", async () => {
      senkoi.post.refusals.set("*", "554 5.7.1 Relay access denied");
      await senkoi.send("POST", "/mail-addresses", { mail: "stopped@example.jp", field: "02" });
      await goes("letters");
      await until("the stop to show", async () => {
        await visitor.clicks(say.latest);
        return (await visitor.says()).includes(say.mailsStopped);
      });
      await visitor.sees("554 5.7.1 Relay access denied");
      await look("letters-stopped");
      await goes("home");
      await visitor.sees(say.mailsStopped);
      await look("home-stopped");
      senkoi.post.refusals.clear();
      await senkoi.post.newest("stopped@example.jp", "/register.html");
      await goes("letters");
      await visitor.sees(say.mailsRun);
    });

    await scene("S3 a notice appears at its time, to its field", async () => {
      await goes("notices");
      await visitor.clicks(say.write);
      await visitor.fills({ published_at: "2000/1/1 9:00", title_ja: "説明会のご案内", body_ja: "11月に説明会を開きます。", title_en: "Open day", body_en: "There is an open day in November." });
      await look("notice");
      await visitor.clicks(say.save);
      await visitor.sees(say.noticeSaved);
      await look("notices");
      assert.ok((await senkoi.send("GET", "/notices?field=02")).body.notices.some((/** @type {any} */ notice) => notice.title.en === "Open day"));
      assert.ok(!(await senkoi.send("GET", "/notices?field=01")).body.notices.some((/** @type {any} */ notice) => notice.title.en === "Open day"));
    });

    await scene("S3 the progress of the field", async () => {
      await goes("progress");
      await visitor.sees(say.progress);
      await look("progress");
    });

    await board.sitsDown(page);

    await scene("S4 the season cannot run backwards, and is saved as a whole", async () => {
      await goes("season");
      await visitor.clicks(say.editRound);
      const until = await visitor.value("registration_until");
      await visitor.types("registration_until", "2000-01-01 12:00");
      await visitor.clicks(say.saveSeason);
      await visitor.sees(say.backwards);
      await look("season-backwards");
      await visitor.types("registration_until", until);
      await visitor.clicks(language === "ja" ? "採否結果の公開には2人の承認を必要とする" : "Require two people to release the results");
      await visitor.clicks(say.saveSeason);
      await visitor.sees(say.seasonSaved);
      await look("season");
      assert.equal((await board.send("GET", "/staff/season")).body.release_needed, true);
    });

    await scene("M3.7 another ceiling than the computed one needs a reason", async () => {
      await goes("ceilings");
      await sets(page, "field", "02");
      await look("ceilings");
      await visitor.clicks(say.editCeiling);
      await visitor.types("published", "１３０");
      await visitor.types("reason", "");
      await visitor.clicks(say.publish);
      await visitor.sees(say.reasonNeeded);
      await look("ceiling-reason");
      await visitor.types("reason", "国の通知による見直し");
      await visitor.clicks(say.publish);
      await visitor.sees(say.published);
      const { body } = await senkoi.send("GET", "/figures/02");
      assert.equal(body.prefectures.find((/** @type {any} */ row) => row.prefecture === "13").ceiling, 130);
    });

    await scene("S4 two people release the results, and not one alone", async () => {
      await senkoi.clock(round.adoption_until + hour);
      await goes("release");
      await visitor.sees(say.will);
      await visitor.sees(say.undecided);
      await visitor.clicks(say.letter);
      await visitor.sees(say.letterSays);
      await look("release");
      await visitor.clicks(say.first);
      await visitor.clicks(say.yes);
      await visitor.sees(say.approved);
      await visitor.sees(say.another);
      await visitor.clicks(say.takeBack);
      await visitor.clicks(say.takeBack);
      await visitor.sees(say.takenBack);
      await visitor.clicks(say.first);
      await visitor.clicks(say.yes);
      await visitor.sees(say.another);
      await look("release-one");
      await colleague.sitsDown(page);
      await goes("release");
      await visitor.clicks(say.second);
      await look("release-ask");
      await visitor.clicks(say.yes);
      await visitor.sees(say.released);
      await look("released");
      await senkoi.clock(round.notification_at + 1);
      await until("the letters to wait or to be gone", async () => (await board.send("GET", "/staff/release/1")).body.release.announced_at !== null);
      await goes("release");
      await visitor.sees(say.letter);
      assert.ok(!(await visitor.says()).includes(say.undecided), "nothing is warned of once it is out");
      await look("release-out");
    });

    await scene("S4 statistics, regional quotas and the audit log", async () => {
      await goes("statistics");
      await visitor.sees(say.chart);
      await look("statistics");
      await goes("quota");
      await visitor.sees(say.noMatch);
      await choosesFile(page, "file-regional-quota", "list.csv", "医籍登録番号,都道府県\n999999,東京\n");
      await until("the dry run", () => page.evaluate('document.getElementById("confirm-import") !== null'));
      await look("quota");
      await goes("audit");
      await sets(page, "action", "ceiling_published");
      await visitor.sees(say.raised);
      await look("audit");
    });
  });
}
