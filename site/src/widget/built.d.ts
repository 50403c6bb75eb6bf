// What build_steps/embed.ts puts into the widget.

/** The version of the embed, as in its folder's name. */
declare const senkoiVersion: string;
/** What core.wasm beside senkoi.js must hash to. */
declare const wasmIntegrity: string;

declare module "@senkoi/words/widget" {
  /** The part of core's words that the widget speaks, each language. */
  export const coreWords: Record<"ja" | "en", {
    codes: Record<string, string>;
    fields: Record<string, string>;
    societies: Record<string, string>;
    prefectures: Record<string, string>;
    mail: { label: string; help: string };
  }>;
  /** Limits of the mail address, for its sentences. */
  export const mailLimits: { readonly min: number; readonly max: number };
}

declare module "@senkoi/embed-core" {
  import type { Core } from "@senkoi/core";
  /** The small module: of forms the mail address alone. Fails where the page forbids WebAssembly. */
  export function createCore(bytes: BufferSource): Promise<Pick<Core, "form" | "search" | "overCapacity">>;
}
