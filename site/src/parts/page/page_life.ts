// What the shell of a page tells the dialogs over it: that the page was drawn anew, whether it is there at all, whether an action runs.
type Listener = () => void;
export type PageLife = "working" | "resting" | "gone";

const listeners = new Set<Listener>();
let life: PageLife = "resting";

/** "gone": what was asked about is not to be seen any more, as at the end of a session. */
export const pageLife = (): PageLife => life;

/** The shell alone says it. */
export function pageDrawn(now: PageLife): void {
  life = now;
  for (const listener of [...listeners]) listener();
}

/** Calls after each drawing of the page, until what is returned is called. */
export function onPageDrawn(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
