// The rules, once a page for all elements: core.wasm, fetched when somebody first needs it, its integrity checked before it is compiled.
import { createCore } from "@senkoi/embed-core";
import { wasmUrl } from "./where.ts";

export type Rules = Awaited<ReturnType<typeof createCore>>;

let starting: Promise<Rules | null> | undefined;

async function start(): Promise<Rules | null> {
  let bytes: ArrayBuffer;
  try {
    const response = await fetch(wasmUrl(), { integrity: wasmIntegrity, mode: "cors", credentials: "omit", referrerPolicy: "no-referrer" });
    bytes = await response.arrayBuffer();
  } catch {
    starting = undefined; // the network may come back
    return null;
  }
  try {
    return await createCore(bytes);
  } catch {
    return null; // the page forbids WebAssembly: the server checks
  }
}

/** Null where they can't be had; the server then checks alone. Never fails. */
export const rules = (): Promise<Rules | null> => (starting ??= start());
