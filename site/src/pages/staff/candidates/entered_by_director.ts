// What a director enters at an applicant’s word: a decline (M5.2), a change of the registered data with a note (S1).
import { html } from "../../../parts/page/template.ts";
import { changeData, decline, type Candidate } from "../../../api/directing.ts";
import { Refused } from "../../../api/problem.ts";
import { unaskedItems } from "../../../parts/form/applicant_items.ts";
import { confirmed } from "../../../parts/page/confirm.ts";
import { FormState } from "../../../parts/form/form_state.ts";
import { announce } from "../../../parts/page/live.ts";
import { say } from "../../../words/i18n.ts";
import { candidateWords as words } from "../../../words/staff_candidates.ts";
import { nameOf } from "./choosing.ts";
import type { Below, Desk } from "./desk.ts";

export async function enterDecline(desk: Desk, candidate: Candidate): Promise<void> {
  const name = nameOf(candidate);
  const sure = await confirmed({
    title: say(words.declineTitle, { name }), body: html`<p>${say(words.declineAbout)}</p>`, yes: say(words.decline), grave: true,
  });
  if (!sure) return;
  await desk.page.run(async () => {
    desk.board.put((await decline(candidate.application.id)).candidate);
    announce(say(words.declined));
  });
  desk.focus(candidate.application.id);
}

export function startChange(desk: Desk, { application: { id }, account }: Candidate): void {
  const data = new FormState("user_data", desk.rules, { values: account!.data, unasked: unaskedItems });
  desk.show({ of: id, face: "change", data, note: new FormState("data_note", desk.rules) });
}

/** What the server said of items stands at them; true where there was any. */
function showRefusal(cause: unknown, ...forms: readonly FormState[]): boolean {
  if (!(cause instanceof Refused)) return false;
  const { errors } = cause.problem;
  return forms.filter((form) => form.refuse(errors).length < errors.length).length > 0;
}

function focusFault(of: number): void {
  document.getElementById(`data-${of}`)?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
}

export async function saveChange(desk: Desk, { of, data, note }: Below & { face: "change" }): Promise<void> {
  const sound = [data.check(), note.check()].every(Boolean);
  if (!sound) {
    desk.page.refresh();
    return focusFault(of);
  }
  await desk.page.run(async () => {
    try {
      desk.board.put((await changeData(of, { ...data.values(), ...note.values() })).candidate);
    } catch (cause) {
      if (!showRefusal(cause, data, note)) throw cause;
      return;
    }
    desk.open = { of, face: "data", saved: true };
    announce(say(words.changed));
  });
  if (desk.open?.face === "data") desk.focus(of);
  else focusFault(of);
}
