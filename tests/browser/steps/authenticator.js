// An authenticator app, written from RFC 6238 and 4648 and not from the server: the codes that a key gives.
import { createHmac } from "node:crypto";

const step = () => Math.floor(Date.now() / 30_000);
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** @param {string} key  base 32, spaces allowed */
function bytesOf(key) {
  const bits = [...key.replaceAll(" ", "")].map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}

/** The code of now, or of so many steps of 30 seconds later. @param {string} key @param {number} [later] */
export function codeOf(key, later = 0) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step() + later));
  const digest = createHmac("sha1", bytesOf(key)).update(counter).digest();
  const from = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

const lastUsed = /** @type {Map<string, number>} */ (new Map());

/** A code of this key that was not used yet, of now or of the next step: waits where both were. @param {string} key */
export async function unusedCode(key) {
  const next = Math.max((lastUsed.get(key) ?? 0) + 1, step());
  lastUsed.set(key, next);
  while (step() + 1 < next) await new Promise((done) => setTimeout(done, 200));
  return codeOf(key, next - step());
}
