// What the tabs of one browser tell each other: that something of the applicant's has changed, and who has logged in or out.
import { showsAnother, type Kind } from "../../api/acting.ts";

/** Who is logged in from now on; null: nobody. */
interface LogIn { readonly kind: Kind; readonly who: string | null; }
const changed = "changed";

const channel = new BroadcastChannel("senkoi");

const isLogIn = (told: unknown): told is LogIn => typeof told === "object" && told !== null && "kind" in told && "who" in told;

/** After every change of one's own: the other tabs read again. */
export const tellOtherTabs = (): void => channel.postMessage(changed);
/** After log-in and log-out, at once: a tab that shows somebody else must not act any more. */
export const tellLogIn = (kind: Kind, who: string | null): void => channel.postMessage({ kind, who } satisfies LogIn);

/** Something of the applicant who is shown has changed, or the same one has logged in again. */
export const whenTold = (heard: () => void): void => channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  if (data === changed || (isLogIn(data) && data.kind === "applicant" && !showsAnother(data.kind, data.who))) heard();
});
/** Somebody else has logged in than this page shows; null: nobody is logged in any more. */
export const whenAnotherLogsIn = (heard: (who: string | null) => void): void => channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  if (isLogIn(data) && showsAnother(data.kind, data.who)) heard(data.who);
});
