// esbuild copies no file by itself: the module is imported as a file, and its address handed over.
import { createCore } from "@senkoi/core";
import address from "@senkoi/core/core.wasm";
import { check } from "./check.js";

const here = check(await createCore({ wasm: new URL(address, import.meta.url) }));
const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
worker.addEventListener("message", ({ data }) => Object.assign(globalThis, { told: { here, worker: data } }));
