// A page without any bundler: the package's folder as it was installed.
import { createCore } from "./node_modules/@senkoi/core/core.js";
import { check } from "./check.js";

const here = check(await createCore());
const worker = new Worker(new URL("./plain_worker.js", import.meta.url), { type: "module" });
worker.addEventListener("message", ({ data }) => Object.assign(globalThis, { told: { here, worker: data } }));
