// In node, as a module and as CommonJS.
import { createRequire } from "node:module";
import { createCore } from "@senkoi/core";
import words from "@senkoi/core/words/ja.json" with { type: "json" };
import { check } from "./check.js";

const required = createRequire(import.meta.url)("@senkoi/core");
const [here, again] = [check(await createCore()), check(await required.createCore())];
console.log(JSON.stringify({ here, again, sentence: words.codes.registry_number_padded }));
