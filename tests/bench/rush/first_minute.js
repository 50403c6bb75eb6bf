// The first minute of a registration period. At one instant newcomers enter their mail address, wait for the letter, register and log in,
// others log in, all to apply; some are logged in already and try before it begins. A password costs a log-in 20 ms of a core, so that
// most are asked to come again: whoever does as Retry-After says must get in.
import { setTimeout as sleep } from "node:timers/promises";
import { entries } from "../../browser/steps/person.js";
import { openMailbox } from "../harness/mailbox.js";
import { programsByField } from "../harness/programs.js";
import { makeSeason } from "../harness/season.js";
import { Applicant } from "./applicant.js";
import { isUnanswered, Ledger } from "./ledger.js";
import { acknowledgedAndRows, figuresAndRows, oneLiveEach, soundFile } from "./rows.js";

const patience = 6; // seconds that people are there before the beginning
const farAway = 24 * 3600;

class Newcomer extends Applicant {
  constructor({ number, field, programs }) {
    super({ number, programs });
    this.field = field;
    this.mail = `newcomer${number}@mail.example.jp`;
    this.form = entries(number);
    this.password = this.form.password;
  }

  async register(mailbox) {
    const letter = mailbox.next(this.mail);
    await this.insist("mail address", "/api/v1/mail-addresses", { mail: this.mail, field: this.field });
    const link = (await letter).links.find((each) => each.includes("#token="));
    const token = link.slice(link.indexOf("#token=") + "#token=".length);
    await this.insist("open link", "/api/v1/registrations/open", { token });
    const { said } = await this.insist("register", "/api/v1/registrations", { token, ...this.form });
    this.userId = said.user_id;
  }
}

/** Members of the season, the last of them logged in already, and newcomers. @returns {Promise<Applicant[]>} */
async function peopleOf(season, server, newcomers) {
  const programs = await programsByField(server);
  const members = season.people.map(({ userId, token }, number) => new Applicant({ userId, token, number, programs: programs.get(userId.slice(0, 2)) }));
  const fresh = Array.from({ length: newcomers }, (_, i) => {
    const field = [...programs.keys()][i % programs.size];
    return new Newcomer({ number: members.length + i, field, programs: programs.get(field) });
  });
  return [...members, ...fresh];
}

async function come(person, begin, mailbox) {
  if (person.cookie) return tryEarly(person, begin);
  await sleep(begin - Date.now() + Math.random() * 1000);
  if (person instanceof Newcomer) await person.register(mailbox);
  await person.logIn();
  await person.apply();
  person.inAfter = Date.now() - begin;
}

/** Ever again from before the beginning until the application is taken. */
async function tryEarly(person, begin) {
  await sleep(begin - Date.now() - Math.random() * 2000);
  while (person.live === undefined && Date.now() < begin + 60_000) {
    await person.apply();
    await sleep(100 + Math.random() * 200);
  }
}

/** The rush and all that must hold of it. @param {{newcomers: number, members: number, early: number}} size  members log in; the early ones have done so before */
export async function firstMinute(serve, { newcomers, members, early, flags = [] }) {
  const season = await makeSeason({ begins: farAway, ends: 2 * farAway, accounts: members + early, sessions: early });
  await season.moveRegistration({ begins: patience, ends: farAway });
  const mailbox = await openMailbox();
  const server = await serve(season, [...mailbox.flags, ...flags]);
  const { schedule } = await (await fetch(`${server.origin}/api/v1/season`)).json();
  const begin = schedule.rounds[0].registration_from;
  const people = await peopleOf(season, server, newcomers);
  const ledger = new Ledger();
  for (const person of people) person.goTo(server, ledger);
  await Promise.all(people.map((person) => come(person, begin, mailbox)));
  for (const person of people) person.leave();
  const used = { memory: server.pss(), cpu: server.cpuSeconds() };
  const faults = await faultsOf(season, people, server, ledger, begin);
  faults["every letter arrives, once"] = await letterFaults(people, mailbox);
  await server.stop();
  faults["the file and its audit log are sound"] = await soundFile(season);
  await Promise.all([mailbox.close(), season.remove()]);
  return { ledger, faults, used, begin, people };
}

/** What must hold → the faults found. */
async function faultsOf(season, people, server, ledger, begin) {
  const told = (isFault) => ledger.entries.filter(isFault).map((entry) => JSON.stringify(entry));
  const outside = people.filter(({ userId, cookie, live }) => !userId || !cookie || !live);
  const early = await season.rows(`SELECT id FROM application WHERE applied_at < ${begin}`);
  return {
    "nothing is accepted before the beginning": [...told(({ what, status, answeredAt }) => what === "apply" && status === 201 && answeredAt < begin), ...early.map(({ id }) => `application ${id}`)],
    "nothing is refused as early after it": told(({ code, sentAt }) => code === "registration_not_open" && sentAt >= begin),
    "refusals are for coming early, or for want of room": told(({ status, code }) => status >= 400 && !["registration_not_open", "busy", "too_many_attempts"].includes(code)),
    "nobody goes without an answer or a Retry-After": told(isUnanswered),
    "whoever does as Retry-After says gets in": outside.map(({ number, userId }) => `person ${number}, ${userId}`),
    "every acknowledgement is a row, every row was acknowledged": await acknowledgedAndRows(season, people),
    "one live application each": await oneLiveEach(season),
    "counters equal rows": await figuresAndRows(season, server),
  };
}

/** Waits for the letters that are still on their way: a newcomer gets the link, the user ID and the application, a member the application. */
async function letterFaults(people, mailbox) {
  const expected = people.reduce((sum, person) => sum + (person instanceof Newcomer ? 3 : 1), 0);
  for (let came = -1; mailbox.letters.length < expected && came < mailbox.letters.length; await sleep(10_000)) came = mailbox.letters.length;
  const subjects = new Set(mailbox.letters.map(({ to, subject }) => `${to} ${subject}`));
  const { length } = mailbox.letters;
  return length === expected && subjects.size === expected ? [] : [`${length} letters, ${subjects.size} different ones, ${expected} expected`];
}
