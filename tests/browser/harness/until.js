// Waits for a thing to become true, without fixed pauses.

/**
 * The first value that isn't null, undefined or false; an error that says what was awaited after `limit` ms.
 * @template T
 * @param {string} what
 * @param {() => T | Promise<T>} find
 * @param {number} [limit]
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(what, find, limit = 30_000) {
  const end = Date.now() + limit;
  for (;;) {
    const found = await find();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited ${limit / 1000} s in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
