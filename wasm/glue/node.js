// For node: the same module, read from the file.
import { readFile } from "node:fs/promises";
import { coreOf } from "./core.js";
import { started } from "./module.js";

export async function createCore({ wasm = new URL("core.wasm", import.meta.url) } = {}) {
  let source = await wasm;
  if (typeof source == "string" && !URL.canParse(source)) source = await readFile(source);
  else if (source instanceof URL || typeof source == "string") {
    const address = new URL(source);
    source = address.protocol === "file:" ? await readFile(address) : await fetch(address);
  }
  if (source instanceof Response) source = await source.arrayBuffer();
  return coreOf(await started((imports) => WebAssembly.instantiate(source, imports)));
}
