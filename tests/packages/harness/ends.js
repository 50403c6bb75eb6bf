// What a test began ends in reverse: a server before the folder that it writes to.

/** @typedef {{after: (end: () => unknown) => void}} Ending */

/** Stands in for a test's own after(). @param {import("node:test").TestContext} t @returns {Ending} */
export function endingInReverse(t) {
  /** @type {Array<() => unknown>} */
  const ends = [];
  t.after(async () => {
    for (const end of ends.reverse()) await end();
  });
  return { after: (end) => void ends.push(end) };
}
