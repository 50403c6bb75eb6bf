// Native and wasm side by side in every test run; ten million forms by differential.js itself.
import assert from "node:assert/strict";
import test from "node:test";
import { firstDifference } from "./differential.js";

test("native and wasm answer 100,000 random forms alike, to the byte (reliability 27)", async () => {
  assert.equal(await firstDifference(100_000, 20190401), -1);
});
