// For node: the same module, read from the file.
import { readFile } from "node:fs/promises";
import { coreOf } from "./core.js";
import { started } from "./module.js";

export async function createCore({ wasm = new URL("core.wasm", import.meta.url) } = {}) {
  const bytes = ArrayBuffer.isView(wasm) || wasm instanceof ArrayBuffer ? wasm : await readFile(new URL(wasm));
  return coreOf(await started((imports) => WebAssembly.instantiate(bytes, imports)));
}
