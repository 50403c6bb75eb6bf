// Asks once more before something weighty, in a native modal dialog: focus is kept inside, Escape is a no.
import { render, type TemplateResult } from "lit-html";
import { html } from "./template.ts";
import { say } from "../words/said.ts";
import { stateWords } from "../words/states.ts";

export interface Question {
  title: string;
  body: TemplateResult;
  yes: string;
  no?: string;
  /** The yes destroys something; it is then drawn in red. */
  grave?: boolean;
}

/** Resolves to the answer after the dialog has closed; the focus returns to where it was. */
export function confirmed(question: Question): Promise<boolean> {
  const dialog = document.createElement("dialog");
  dialog.className = "dialog";
  dialog.setAttribute("aria-labelledby", "question");
  const yesClass = question.grave ? "button button--grave" : "button button--solid";
  render(html`
    <form method="dialog">
      <h2 id="question" class="dialog__title" tabindex="-1" autofocus>${question.title}</h2>
      <div class="dialog__body">${question.body}</div>
      <div class="actions actions--end">
        <button class="button button--outline" value="no">${question.no ?? say(stateWords.cancel)}</button>
        <button class=${yesClass} value="yes">${question.yes}</button>
      </div>
    </form>`, dialog);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((answer) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      answer(dialog.returnValue === "yes");
    });
  });
}
