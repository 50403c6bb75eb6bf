// Log-ins: what a pool of one thread can do (Argon2id as shipped), and that more of them than it can do leave others alone.
import { Agent, request } from "node:http";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { password } from "../harness/season.js";
import { addressOf, startServer } from "../harness/server.js";
import { atMost, figuresHead, figuresRow, inRounds, measured, rested } from "./rounds.js";
import { cores, readAgain, sendOnce } from "./wrk.js";

const searching = "/api/v1/programs?field=02&prefecture=13";

const entry = ({ userId }) => JSON.stringify({ user_id: userId, password });
const fields = (origin, number) => ({ origin, "content-type": "application/json", "x-forwarded-for": addressOf(number) });

/** So many at once, each person once. */
async function together(server, people, folder, connections) {
  const file = join(folder, "log-ins");
  const lines = people.map((person, number) => ["POST", "/api/v1/sessions",
    Object.entries(fields(server.origin, number)).map(([name, value]) => `${name}: ${value}`).join("|"), entry(person)].join("\t"));
  await writeFile(file, lines.join("\n"));
  return measured(server, (origin) => sendOnce(origin, file, { connections }));
}

/** Log-ins at a steady rate, whatever becomes of them, until stop(); answers how many were answered how. */
function steadily(server, people, rate) {
  const agent = new Agent({ keepAlive: true });
  const answers = {};
  let number = 0;
  const timer = setInterval(() => {
    const person = people[number++ % people.length];
    const asking = request(`${server.origin}/api/v1/sessions`, { method: "POST", agent, headers: fields(server.origin, number) }, (answer) => {
      answers[answer.statusCode] = (answers[answer.statusCode] ?? 0) + 1;
      answer.resume();
    });
    asking.once("error", () => {}).end(entry(person));
  }, 1000 / rate);
  return () => {
    clearInterval(timer);
    agent.destroy();
    return answers;
  };
}

async function beside(server, people, list, { rate, seconds }) {
  const stop = steadily(server, people, rate);
  await sleep(1500); // until as many wait as may
  const figures = await measured(server, (origin) => readAgain(origin, list, { seconds }));
  return { figures, answers: stop() };
}

/** @param {Awaited<ReturnType<typeof import("../harness/season.js").makeSeason>>} season */
export async function logIns(season, { rounds, seconds, count }) {
  const server = await rested(await startServer(season, { core: cores.server }));
  try {
    const people = season.people.slice(0, count);
    const list = join(season.folder, "search");
    await writeFile(list, `${searching}\n`);
    const pool = await together(server, people, season.folder, 8);
    const rate = 2 * pool.rate;
    const answered = {};
    const results = await inRounds({
      "search alone": () => measured(server, (origin) => readAgain(origin, list, { seconds })),
      [`search, and ${rate.toFixed(0)} log-ins a second`]: async () => {
        const { figures, answers } = await beside(server, people, list, { rate, seconds });
        for (const status in answers) answered[status] = (answered[status] ?? 0) + answers[status];
        return figures;
      },
    }, rounds);
    const [alone, loaded] = Object.values(results);
    const rows = Object.entries({ "log-ins, 8 connections": pool, ...results }).map(([name, figures]) => [name, ...figuresRow(figures)]);
    const told = Object.entries(answered).map(([status, times]) => `${times} × ${status}`).join(", ");
    return {
      tables: [{ title: `Log-ins (those beside the search were answered ${told})`, rows: [["", ...figuresHead], ...rows] }],
      goals: [atMost(2, "search, p99 with twice the log-ins that the pool can do ÷ alone", loaded.p99 / alone.p99)],
    };
  } finally {
    await server.stop();
  }
}
