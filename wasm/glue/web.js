// For pages and workers: the module lies beside this file, or where the caller says.
import { coreOf } from "./core.js";
import { started } from "./module.js";

/** Compiled while it comes, where the host names its type; otherwise once it is there. */
async function answered(answer, imports) {
  if (!answer.ok) throw new Error(`core.wasm: ${answer.status}`);
  return answer.headers.get("content-type") === "application/wasm"
    ? WebAssembly.instantiateStreaming(answer, imports)
    : WebAssembly.instantiate(await answer.arrayBuffer(), imports);
}

export async function createCore({ wasm = new URL("core.wasm", import.meta.url) } = {}) {
  let source = await wasm;
  if (source instanceof URL || typeof source == "string") source = await fetch(source);
  return coreOf(await started((imports) => (source instanceof Response ? answered : WebAssembly.instantiate)(source, imports)));
}
