// Thousands of applicants by the API, and one on the pages, each the whole way: mail address, letter, registration, log-in, application. Straight to the
// server over connections that stay open, for a page's way through the front would only slow them.
import assert from "node:assert/strict";
import http from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { until } from "../harness/until.js";
import { entries } from "./person.js";

/** @typedef {import("../harness/senkoi.js").Senkoi} Senkoi */
/** @typedef {{number: number, field: string, program: number}} Wish */
/** @typedef {{mail: string, userId: string, program: number}} Registered */

/** As many letters as the box surely still holds when they are read. */
const wave = 240;
const agent = new http.Agent({ keepAlive: true, maxSockets: 24 });
const password = entries(0).password ?? "";

/**
 * @param {Senkoi} senkoi @param {string} method @param {string} path @param {unknown} [body] @param {string} [cookie]
 * @param {string} [shown]  whose page it is
 * @returns {Promise<{status: number, body: any, cookie: string}>}
 */
export function ask({ direct, origin }, method, path, body, cookie = "", shown = "") {
  const acting = shown === "" ? {} : { "x-senkoi-acting-for": shown };
  return new Promise((resolve, reject) => {
    const request = http.request(`${direct}/api/v1${path}`, { agent, method, headers: { origin, cookie, "content-type": "application/json", ...acting } }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part) => (text += part));
      response.on("end", () => resolve({
        status: response.statusCode ?? 0, body: text ? JSON.parse(text) : undefined, cookie: response.headers["set-cookie"]?.[0]?.split(";")[0] ?? "",
      }));
    });
    request.on("error", reject).end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** @param {Senkoi} senkoi @param {number} status @param {Parameters<typeof ask>[2]} path @param {unknown} body @param {string} [cookie] @param {string} [shown] */
async function posts(senkoi, status, path, body, cookie, shown) {
  const answer = await ask(senkoi, "POST", path, body, cookie, shown);
  assert.equal(answer.status, status, `${path}: ${JSON.stringify(answer.body)}`);
  return answer;
}

const mailOf = (/** @type {Wish} */ { number }) => `crowd${number}@example.jp`;

/** The links' tokens out of the letters, by address. @param {Senkoi} senkoi @param {import("../harness/rehearsal.js").LetterBox} letters @param {Wish[]} wishes */
async function tokens(senkoi, letters, wishes) {
  const wanted = new Set(wishes.map(mailOf));
  const came = await until("the crowd's letters", async () => {
    await pause(200); // each look is half a thousand letters long
    const found = (await letters.all()).filter(({ to }) => wanted.has(to));
    return found.length === wanted.size ? found : undefined;
  }, 120_000);
  const read = await Promise.all(came.map(async ({ id, to }) => {
    const { body } = await ask(senkoi, "GET", `/demo/mails/${id}`);
    const link = body.links.find((/** @type {string} */ each) => each.includes("#token="));
    return /** @type {const} */ ([to, link.slice(link.indexOf("#token=") + "#token=".length)]);
  }));
  return new Map(read);
}

/** @param {Senkoi} senkoi @param {Wish} wish @param {string} token @returns {Promise<Registered>} */
async function registersAndApplies(senkoi, wish, token) {
  await posts(senkoi, 200, "/registrations/open", { token });
  const { body } = await posts(senkoi, 201, "/registrations", { token, ...entries(wish.number), given_name: `第${wish.number}` });
  const member = { mail: mailOf(wish), userId: body.user_id, program: wish.program };
  await applies(senkoi, member, wish.program);
  return member;
}

/** The session's cookie. @param {Senkoi} senkoi @param {{userId: string}} member */
export const logsIn = async (senkoi, { userId }) => (await posts(senkoi, 201, "/sessions", { user_id: userId, password })).cookie;

/** @param {Senkoi} senkoi @param {Registered} member @param {number} program */
export async function applies(senkoi, member, program) {
  await posts(senkoi, 201, "/me/applications", { program_id: program }, await logsIn(senkoi, member), member.userId);
}

/** The manual's way, in the field of paediatrics. @param {import("./applicant.js").Applicant} who @param {number} number @param {number} program */
export async function appliesOnThePages(who, number, program) {
  await who.registers("02", number);
  await who.logs_in();
  await who.opens_the_program(program);
  await who.applies();
  await who.logs_out();
}

/** In the order of the wishes, wave by wave. @param {Senkoi} senkoi @param {import("../harness/rehearsal.js").LetterBox} letters @param {Wish[]} wishes @returns {Promise<Registered[]>} */
export async function crowdApplies(senkoi, letters, wishes) {
  const members = [];
  for (let at = 0; at < wishes.length; at += wave) {
    const some = wishes.slice(at, at + wave);
    await Promise.all(some.map((wish) => posts(senkoi, 202, "/mail-addresses", { mail: mailOf(wish), field: wish.field, language: "ja" })));
    const found = await tokens(senkoi, letters, some);
    members.push(...await Promise.all(some.map((wish) => registersAndApplies(senkoi, wish, found.get(mailOf(wish)) ?? ""))));
  }
  return members;
}
