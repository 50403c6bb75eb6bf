// The same in a worker.
import { createCore } from "./node_modules/@senkoi/core/core.js";
import { check } from "./check.js";

postMessage(check(await createCore()));
