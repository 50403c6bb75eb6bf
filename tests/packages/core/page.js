// A page of a project with a bundler: asks the rules itself, and in a worker.
import { createCore } from "@senkoi/core";
import { check } from "./check.js";

const here = check(await createCore());
const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
worker.addEventListener("message", ({ data }) => Object.assign(globalThis, { told: { here, worker: data } }));
