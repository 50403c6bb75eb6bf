// The last minute of a registration period: everybody is logged in, hurries more the nearer the end comes, and goes on trying after it.
//
// What counts is when the server has received a request (D at M4.1), and its clock is the machine's, which is ours too. So a request sent
// at the end or later must be refused, one answered before the end must not be refused for being late, and of one in flight at the end
// only the server knows: its word is compared with the instants in the rows.
import { setTimeout as sleep } from "node:timers/promises";
import { programsByField } from "../harness/programs.js";
import { Applicant } from "./applicant.js";
import { isUnanswered, Ledger } from "./ledger.js";
import { acknowledgedAndRows, figuresAndRows, noteAndLetterEach, nothingFrom, oneLiveEach, soundFile } from "./rows.js";

const late = ["registration_over", "withdrawal_in_gap"];
const rivals = ["already_applied", "no_application"]; // one of two tabs came first
const deeds = ["apply", "switch", "withdraw"];
const accepted = ({ what, status }) => deeds.includes(what) && status >= 200 && status < 300;

/** Applicants of a season's people; every tenth with two tabs. They choose among their field's programs of the first round. */
export async function applicantsOf(season, server) {
  const programs = await programsByField(server);
  return season.people.map(({ userId, token }, number) =>
    new Applicant({ userId, token, number, tabs: number % 10 === 0 ? 2 : 1, programs: programs.get(userId.slice(0, 2)) }));
}

/** Plays the time until `seconds` after the end. @returns {Promise<Ledger>} */
async function play(people, server, end, seconds) {
  const ledger = new Ledger();
  const leaveAt = end + seconds * 1000;
  const one = async (person) => {
    person.goTo(server, ledger);
    await sleep(Math.random() * Math.min(5000, end - Date.now()));
    while (Date.now() < leaveAt) {
      await person.act();
      await sleep(pauseAt(end));
    }
    person.leave();
  };
  await Promise.all(people.map(one));
  return ledger;
}

/** Between two deeds: an eighth of the time that is left, from half a second to six; two seconds once it is over. */
function pauseAt(end) {
  const left = end - Date.now();
  const mean = left <= 0 ? 2000 : Math.max(500, Math.min(6000, left / 8));
  return mean * (0.5 + Math.random());
}

/** The rush and all that must hold of it. `season` is at rest; its end moves to `before` seconds from now. */
export async function lastMinute(season, people, serve, { before, after }) {
  await season.moveRegistration({ ends: before });
  let server = await serve(season);
  const { present } = await (await fetch(`${server.origin}/api/v1/season`)).json();
  const ledger = await play(people, server, present.until, after);
  const used = { memory: server.pss(), cpu: server.cpuSeconds() };
  const faults = await faultsOf(season, people, server, ledger, present.until);
  await server.stop();
  faults["the file and its audit log are sound"] = await soundFile(season);
  server = await serve(season); // a snapshot made anew from the rows
  faults["counters equal rows after a restart"] = await figuresAndRows(season, server);
  await server.stop();
  return { ledger, faults, used, end: present.until };
}

/** What must hold → the faults found. */
async function faultsOf(season, people, server, ledger, end) {
  const done = (what) => ledger.entries.filter((entry) => entry.what === what && accepted(entry)).length;
  const told = (isFault) => ledger.entries.filter(isFault).map((entry) => JSON.stringify(entry));
  return {
    "nothing is accepted after the end": [...told((entry) => accepted(entry) && entry.sentAt >= end), ...(await nothingFrom(season, end))],
    "nothing is refused as late before the end": told(({ code, answeredAt }) => late.includes(code) && answeredAt < end),
    "refusals are the rules' own, or for want of room": told(({ status, code }) => status >= 400 && ![...late, ...rivals, "busy"].includes(code)),
    "nobody goes without an answer or a Retry-After": told(isUnanswered),
    "every acknowledgement is a row, every row was acknowledged": await acknowledgedAndRows(season, people),
    "each deed has its line in the audit log and its letter": await noteAndLetterEach(season, Object.fromEntries(deeds.map((deed) => [deed, done(deed)]))),
    "one live application each": await oneLiveEach(season),
    "counters equal rows": await figuresAndRows(season, server),
  };
}
