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

const patience = 3_000;
const after = (ms: number): Promise<null> => new Promise((give) => setTimeout(give, ms, null));

/** Null where they can't be had, or not soon enough to wait for; the server then checks alone. Never fails. */
export const rules = (patienceMs = patience): Promise<Rules | null> => Promise.race([(starting ??= start()), after(patienceMs)]);
