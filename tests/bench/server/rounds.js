// Interleaved rounds: every contestant once in each, in changing order, so that the machine's noise meets all alike.
import { setTimeout as sleep } from "node:timers/promises";
import { median } from "../harness/figures.js";

/** @typedef {{rate: number, cpu?: number, p50?: number, p99?: number}} Figures  requests a second, µs of CPU a request, milliseconds */

/** Runs a load against a server that is up, and answers what it cost. Refused requests are no measure of anything. @returns {Promise<Figures>} */
export async function measured(server, load) {
  const before = server.cpuSeconds();
  const { requests, failed, seconds, p50, p99 } = await load(server.origin);
  const cpu = ((server.cpuSeconds() - before) * 1e6) / requests;
  if (failed > 0) throw new Error(`${failed} of ${requests} requests to ${server.origin} failed`);
  return { rate: requests / seconds, cpu, p50, p99 };
}

/** Waits until a server that has just started has nothing more to do: it first packs what it will be asked for. */
export async function rested(server) {
  for (let before = -1, still = 0; still < 3; ) {
    await sleep(150);
    const used = server.cpuSeconds();
    still = used - before < 0.015 ? still + 1 : 0;
    before = used;
  }
  return server;
}

/** Of samples of one shape the same shape of medians. */
function middle(samples) {
  const [first] = samples;
  if (typeof first === "number") return median(samples);
  return first && Object.fromEntries(Object.keys(first).map((key) => [key, middle(samples.map((one) => one[key]))]));
}

/**
 * @template Taken
 * @param {Record<string, () => Promise<Taken>>} contestants  by name: what takes one sample, an object of figures
 * @returns {Promise<Record<string, Taken>>} medians
 */
export async function inRounds(contestants, rounds) {
  const names = Object.keys(contestants);
  const taken = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; ++round) {
    for (let place = 0; place < names.length; ++place) {
      const name = names[(place + round) % names.length];
      taken[name].push(await contestants[name]());
    }
  }
  return Object.fromEntries(names.map((name) => [name, middle(taken[name])]));
}

export const figuresHead = ["requests/s", "CPU µs a request", "p50 ms", "p99 ms"];
export const figuresRow = ({ rate, cpu, p50, p99 }) => [rate.toFixed(0), ...[cpu, p50, p99].map((value) => value?.toFixed(2) ?? "")];

export const atLeast = (goal, what, is) => ({ what, goal: `≥ ${goal}`, is: is.toFixed(2), met: is >= goal });
export const atMost = (goal, what, is) => ({ what, goal: `≤ ${goal}`, is: is.toFixed(2), met: is <= goal });
