// A word that an action leaves for the page it ends on, shown there once: "your application is complete".
import { nothing, type TemplateResult } from "lit-html";
import { say, type Said } from "../words/said.ts";
import { banner } from "./banner.ts";
import { drop, keep, kept } from "./memory.ts";

export const leaveWord = (said: Said): void => keep("flash", said);

export function takeWord(): Said | null {
  const said = kept<Said>("flash");
  drop("flash");
  return said;
}

export const flash = (said: Said | null): TemplateResult | typeof nothing =>
  said ? banner({ kind: "success", title: say(said), alert: true }) : nothing;
