// For pages and workers: the module lies beside this file, or where the caller says.
import createModule from "./module.js";
import { coreOf } from "./core.js";

export async function createCore({ wasm } = {}) {
  const bytes = ArrayBuffer.isView(wasm) || wasm instanceof ArrayBuffer;
  return coreOf(await createModule(!wasm ? {} : bytes ? { wasmBinary: wasm } : { locateFile: () => String(wasm) }));
}
