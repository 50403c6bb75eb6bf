// What a process and its descendants have used, read from /proc.
import { readdirSync, readFileSync } from "node:fs";

const ticks = 100; // a second; the same on every Linux that node runs on

/** What `read` gives, or `gone` where the process has ended meanwhile: a database's helpers come and go. */
function unlessGone(read, gone) {
  try {
    return read();
  } catch (failure) {
    if (failure.code === "ENOENT" || failure.code === "ESRCH") return gone;
    throw failure;
  }
}

/** The process and what descends from it. @param {number} pid @returns {number[]} */
export function family(pid) {
  const children = () => readdirSync(`/proc/${pid}/task`).flatMap((thread) => unlessGone(() => readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8").split(" "), []));
  return [pid, ...unlessGone(children, []).filter(Boolean).flatMap((child) => family(Number(child)))];
}

const sum = (values) => values.reduce((all, one) => all + one, 0);

/** User and system time of all threads, of those that have ended too, in seconds. What a child has used that ended is its parent's. */
export const cpuSeconds = (pid) => sum(family(pid).map((one) => unlessGone(() => ownSeconds(one), 0)));

function ownSeconds(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return sum(stat.slice(stat.lastIndexOf(")") + 2).split(" ").slice(11, 15).map(Number)) / ticks;
}

/** Memory in MiB; what is shared with others counts by its share. */
export const pss = (pid) => sum(family(pid).map((one) => unlessGone(() => ownPss(one), 0))) / 1024;

const ownPss = (pid) => Number(/^Pss: *(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))[1]);
