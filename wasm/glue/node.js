// For node: the same module, read from the file.
import { readFile } from "node:fs/promises";
import createModule from "./module.js";
import { coreOf } from "./core.js";

export async function createCore({ wasm = new URL("core.wasm", import.meta.url) } = {}) {
  const bytes = ArrayBuffer.isView(wasm) || wasm instanceof ArrayBuffer;
  return coreOf(await createModule({ wasmBinary: bytes ? wasm : await readFile(new URL(wasm)) }));
}
