// What stands around a kind of pages: above, below, and in place of a page whose session is over.
import type { TemplateResult } from "lit-html";
import { sessionOver } from "./failure.ts";
import { footer } from "./footer.ts";
import { header, type Header } from "./header.ts";
import { sawSessionEnd, seenLoggedIn } from "./membership.ts";

export interface Frame {
  header(told: Header): TemplateResult;
  footer(): TemplateResult;
  /** `wasMember`: there was a session that this tab has seen. */
  sessionOver(wasMember: boolean): TemplateResult;
  seenLoggedIn(): boolean;
  sawSessionEnd(): void;
}

export const applicantsFrame: Frame = { header, footer, sessionOver, seenLoggedIn, sawSessionEnd };
