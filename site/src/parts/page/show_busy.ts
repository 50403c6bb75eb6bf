// The button of an action shows that it runs, whoever drew it. The other buttons do nothing meanwhile; the page's `run` sees to that.
import { say } from "../../words/i18n.ts";
import { stateWords } from "../../words/states.ts";
import { announce } from "./live.ts";

/** Whoever cannot see it is told, unless the answer comes first. */
const soonMs = 600;

/** Marks the button until what is returned is called; null where no button began the action. */
export function showBusy(button: HTMLElement | null): () => void {
  const timer = setTimeout(() => announce(say(stateWords.sending)), soonMs);
  const greyed = button !== null && !button.hasAttribute("aria-disabled");
  button?.setAttribute("aria-busy", "true");
  if (greyed) button.setAttribute("aria-disabled", "true");
  return () => {
    clearTimeout(timer);
    button?.removeAttribute("aria-busy");
    if (greyed) button.removeAttribute("aria-disabled");
  };
}
