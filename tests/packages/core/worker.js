// The rules in a web worker.
import { createCore } from "@senkoi/core";
import { check } from "./check.js";

postMessage(check(await createCore()));
