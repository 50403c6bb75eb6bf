// The same in a worker.
import { createCore } from "@senkoi/core";
import address from "@senkoi/core/core.wasm";
import { check } from "./check.js";

postMessage(check(await createCore({ wasm: new URL(address, import.meta.url) })));
