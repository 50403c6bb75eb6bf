// What a process has used, read from /proc.
import { readFileSync } from "node:fs";

const ticks = 100; // a second; the same on every Linux that node runs on

/** User and system time of all its threads, in seconds. */
export function cpuSeconds(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const [user, system] = stat.slice(stat.lastIndexOf(")") + 2).split(" ").slice(11, 13);
  return (Number(user) + Number(system)) / ticks;
}

/** Its memory in MiB; what it shares with others counts by its share. */
export const pss = (pid) => Number(/^Pss: *(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))[1]) / 1024;
