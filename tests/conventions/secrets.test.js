// Secrets are compared in constant time (reliability 10): passwords by libsodium, confirmation codes by sodium_memcmp, tokens never:
// they are looked up by their hash.
import test from "node:test";
import { bare, files, none, text } from "./tree.js";

const operand = String.raw`[\w.:\[\]*]+(?:->[\w.:\[\]*]+)*`;
const compared = new RegExp(String.raw`(${operand})\s*(?:==|!=)\s*(${operand})`, "g");
const byBytes = /\b(?:memcmp|strn?cmp|strcasecmp|bcmp)\s*\(|(?:token|secret|code|password|nonce)\.compare\(/gi;
const secret = /(?:token|secret|code|password|nonce)$/i;
/** A code of ours is an enumerator; an encrypted secret is none. */
const harmless = /::|^\d|^nullptr$|encrypt\w*$/i;

export function faults(code) {
  const pairs = [...code.matchAll(compared)].filter(([, left, right]) =>
    [left, right].some((each) => secret.test(each) && !harmless.test(each)) && ![left, right].some((each) => harmless.test(each)));
  return [...pairs, ...code.matchAll(byBytes)].map(([words]) => words);
}

test("reliability 10 no secret is compared byte by byte", () => {
  none(files("server", ".cpp", ".hpp").flatMap((path) => faults(bare(text(path))).map((words) => `${path}: ${words}`)));
});

test("reliability 10 such a comparison would be seen", () => {
  const seen = ["const bool same = right == code;", "if (form.password != known->password) return;", "return token == link.token;",
    "memcmp(a, b, 32) == 0", "std::strcmp(a, b)", "right.compare(code); code.compare(right)"];
  none(seen.filter((code) => faults(code).length === 0));
  const fine = ["if (code != Code::ok) return code;", "sodium_memcmp(right.data(), code.data(), code.size()) == 0",
    "known->passwordHash == verified.passwordHash", "code.size() != rules::confirmationDigits", "found->encryptedSecret == verified.encryptedSecret"];
  none(fine.filter((code) => faults(code).length > 0));
});
