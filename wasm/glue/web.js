// For pages and workers: the module lies beside this file, or where the caller says.
import { coreOf } from "./core.js";
import { started } from "./module.js";

/** Compiled while it comes, where the host names its type; otherwise once it is there. */
async function fetched(address, imports) {
  const answer = await fetch(address, { credentials: "same-origin" });
  if (!answer.ok) throw new Error(`core.wasm: ${answer.status}`);
  return answer.headers.get("content-type") === "application/wasm"
    ? WebAssembly.instantiateStreaming(answer, imports)
    : WebAssembly.instantiate(await answer.arrayBuffer(), imports);
}

export async function createCore({ wasm = new URL("core.wasm", import.meta.url) } = {}) {
  const bytes = ArrayBuffer.isView(wasm) || wasm instanceof ArrayBuffer;
  return coreOf(await started((imports) => (bytes ? WebAssembly.instantiate(wasm, imports) : fetched(wasm, imports))));
}
