// The rush in little: whether all holds that must, and whether the bench says what tests/bench/results.js reads. Never how fast.
import assert from "node:assert/strict";
import test from "node:test";
import { isSound } from "../harness/shape.js";
import { bench } from "./run.js";

test("nothing is lost, late or turned away for good, in the first minute and in the last (S5, S6, M3.5, M4.1)", async () => {
  const result = await bench({ short: true });
  isSound(result);
  assert.deepEqual(result.goals.filter(({ met }) => !met), []);
  const [first, , , last] = result.tables;
  const answers = Object.fromEntries([...first.rows, ...last.rows].map(([name, ...counts]) => [name, counts.reduce((sum, count) => sum + count, 0)]));
  for (const happened of ["log-in 503 busy", "register 201", "apply 409 registration_not_open", "apply 201", "switch 201", "withdraw 200", "apply 409 registration_over"])
    assert.ok(answers[happened] > 0, `${happened} never happened`);
});
