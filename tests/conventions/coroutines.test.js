// g++ 12 destroys what a co_await expression owns twice: captures of a lambda, temporaries that hold memory. So both get a
// name before it; a lambda within captures by reference. (Writer::run also refuses such a lambda when it is compiled.)
import test from "node:test";
import { files, none, text, withoutComments } from "./tree.js";

const owning = /\bstd::(make_)?(string|vector|map|set|optional|function|unique(_ptr)?|shared(_ptr)?|any)\b\s*(<[^;(){}]*>)?\s*[({]/;
const byReference = /^(&\w*|this)?$/;

/** The text of each co_await expression, to its semicolon; a lambda's body counts, too. */
export function awaited(source) {
  return [...source.matchAll(/\bco_await\b/g)].map(({ index }) => {
    let depth = 0;
    for (let at = index; at < source.length; ++at) {
      if ("([{".includes(source[at])) ++depth;
      if (")]}".includes(source[at]) && --depth < 0) return source.slice(index, at);
      if (source[at] === ";" && depth === 0) return source.slice(index, at);
    }
    return source.slice(index);
  });
}

export function faults(expression) {
  const lambda = /(?<![\w)\]])\[([^\][]*)\]\s*[({m]/.exec(expression);
  const before = lambda ? expression.slice(0, lambda.index) : expression;
  const captures = lambda ? lambda[1].split(",").map((capture) => capture.trim()) : [];
  return [...captures.filter((capture) => !byReference.test(capture)).map((capture) => `captures ${capture}`), ...(owning.exec(before) ?? []).slice(0, 1)];
}

test("no co_await expression owns anything", () => {
  const found = files("server", ".cpp", ".hpp").flatMap((path) =>
    awaited(withoutComments(text(path))).flatMap((expression) =>
      faults(expression).map((fault) => `${path}: ${fault} in ${expression.replace(/\s+/g, " ").slice(0, 80)}`)));
  none(found);
});

test("an owning capture or temporary would be seen", () => {
  const seen = ["co_await run([&, name](S& s) { return 1; })", "co_await run([=] { f(); })", "co_await run([hash = std::move(hash)] {})", "co_await check(std::string{a}, b)",
    "co_await keep(std::make_unique<A>(b))"];
  none(seen.filter((expression) => faults(expression).length === 0));
  const fine = ["co_await run([&](S& s) { return std::string{a}; })", "co_await run([&a, this] {})", "co_await socket.wait(times[2])"];
  none(fine.filter((expression) => faults(expression).length > 0));
});
