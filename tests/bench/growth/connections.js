// Many connections at once: how long they take to come, what each holds in memory, and what one visitor feels of all the others, who
// are silent first and then ask all at one moment.
import { Wire } from "../harness/wire.js";
import { addressOf } from "../harness/server.js";
import { timeOfSearch } from "./measure.js";

const search = (wire) => wire.ask("GET", "/api/v1/programs?field=01&prefecture=13");

/** @param {number} count @param {number} requests */
export async function manyConnections(server, count, requests) {
  const before = server.pss();
  const from = performance.now();
  const wires = Array.from({ length: count }, (_, i) => new Wire(server, addressOf(i)));
  await Promise.all(wires.map((wire) => wire.ask("GET", "/api/v1/health")));
  const coming = performance.now() - from;
  const [memory, held] = [server.pss(), server.pss() - before];
  const one = new Wire(server);
  const amongIdle = await timeOfSearch(one, requests);
  const start = performance.now();
  const answers = await Promise.all(wires.map(search));
  const all = performance.now() - start;
  for (const wire of [...wires, one]) wire.close();
  const lost = answers.filter(({ status }) => status !== 200).length;
  return { coming, memory, each: (1024 * held) / count, amongIdle, all, lost };
}
