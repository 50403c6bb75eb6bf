// What the operator set of the rules, and what another user ID stands in the way of: the page says it as the server does, before asking it.
import assert from "node:assert/strict";
import test from "node:test";
import { open } from "../engines/page.js";
import { inspect } from "../harness/inspect.js";
import { startSenkoi } from "../harness/senkoi.js";
import { Applicant } from "../steps/applicant.js";
import { entries, register } from "../steps/person.js";

const field = "02";

test("the operator's rules on the page", async (t) => {
  const senkoi = await startSenkoi("--demo-applicants", "50", "--password-minimum", "8", "--refused-mail-domains", "clinic.example");
  t.after(() => senkoi.stop());
  const page = await open("chromium");
  t.after(() => page.close());
  const i = new Applicant(page, senkoi, "ja");
  const other = await register(senkoi, field, 511); // whose registry number is taken below
  const form = entries(511);

  await t.test("M2.1 a mail domain of the operator's list is refused without asking the server", async () => {
    await i.open(`/mail.html?field=${field}`);
    await i.visitor.types("mail", "taro@clinic.example");
    const before = senkoi.front.requests.length;
    await i.clicks("send");
    await i.sees("checkEntries");
    assert.deepEqual(senkoi.front.requests.slice(before).filter(({ method }) => method === "POST"), []);
  });

  await t.test("M2.3f help and refusal of a password name the operator's limit", async () => {
    await i.asks_for_a_link_to("taro@example.jp");
    await i.sees("sent");
    await i.opens_the_link_in_the_letter();
    await i.fills_in_the_name_and_the_licence({ ...form, registry_number: "0777771" });
    await i.clicks("next");
    await i.fills_in_the_contact(form);
    await i.clicks("next");
    await i.fills_in_the_training(form);
    await i.clicks("next");
    await i.visitor.sees("8～20字");
    await i.fills_in_the_password({ password: "Abcd123", password_again: "Abcd123" });
    const before = senkoi.front.requests.length;
    await i.clicks("toCheck");
    await i.sees("checkEntries");
    await i.visitor.sees("8文字以上");
    assert.deepEqual(senkoi.front.requests.slice(before).filter(({ method }) => method === "POST"), []);
  });

  await t.test("M1.2 a registry number with a user ID: delete that ID first, and where", async () => {
    await i.open(`/mail.html?field=${field}`);
    await i.asks_for_a_link_to("jiro@example.jp");
    await i.sees("sent");
    await i.opens_the_link_in_the_letter();
    await i.fills_in_the_name_and_the_licence(form);
    await i.clicks("next"); // told at the first step, not after five
    await i.sees("otherSpecialty");
    await inspect(i.visitor, "ja-state-registry-number-taken");
    const target = await page.evaluate('document.querySelector("a[href*=\\"login.html?next=account.html\\"]").href');
    await i.visitor.open(target);
    await i.visitor.fills({ user_id: other.userId, password: other.password });
    await i.clicks("logIn");
    await i.visitor.arrivesAt("/account.html");
    await i.sees("deleteGo");
    assert.equal(await page.evaluate("location.hash"), "#delete");
  });

  await t.test("no breach of the content security policy", () => assert.deepEqual(senkoi.front.violations, []));
});
