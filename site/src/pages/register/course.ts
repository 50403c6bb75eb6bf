// Where one is in the registration: the steps, each with its items, and the step in the address, so that the browser's
// own back and forward keys walk through them.
import { registerWords as words } from "../../words/register.ts";
import type { Said } from "../../words/i18n.ts";
import { partItems, type PartName } from "../../parts/form/applicant_items.ts";

export type StepName = PartName | "password" | "check";
export interface Step {
  readonly name: StepName;
  readonly short: Said;
  readonly title: Said;
  readonly lead: Said;
  readonly items: readonly string[];
}

const passwordItems = ["password", "password_again"];

export const steps: readonly Step[] = [
  { name: "person", short: words.stepPerson, title: words.titlePerson, lead: words.leadPerson, items: partItems.person },
  { name: "contact", short: words.stepContact, title: words.titleContact, lead: words.leadContact, items: partItems.contact },
  { name: "training", short: words.stepTraining, title: words.titleTraining, lead: words.leadTraining, items: partItems.training },
  { name: "password", short: words.stepPassword, title: words.titlePassword, lead: words.leadPassword, items: passwordItems },
  { name: "check", short: words.stepCheck, title: words.titleCheck, lead: words.leadCheck, items: [] },
];

export const numberOf = (step: Step): number => steps.indexOf(step) + 1;
const named = (name: string | null): Step => steps.find((step) => step.name === name) ?? steps[0]!;

const stepInAddress = (): Step => named(new URLSearchParams(location.search).get("step"));

function addressOf(name: StepName): URL {
  const url = new URL(location.href);
  url.searchParams.set("step", name);
  return url;
}

/** Goes to a step as to a page of its own. */
export const goToStep = (name: StepName): void => history.pushState(null, "", addressOf(name));

/** The step that is shown. It changes when one goes somewhere and never while one types, so that no key and no click meant for one
 *  step meets another (M2.4). */
export class Standing {
  #step = steps[0]!;

  get step(): Step { return this.#step; }

  /** Takes the step that the address names, but none whose forerunners are not `complete`: a reload without its passwords asks for
   *  them again. The address then says what is shown. */
  settle(complete: (step: Step) => boolean): void {
    const wanted = stepInAddress();
    this.#step = steps.find((step) => numberOf(step) < numberOf(wanted) && !complete(step)) ?? wanted;
    if (this.#step !== wanted) history.replaceState(history.state, "", addressOf(this.#step.name));
  }
}

export const stepAfter = (step: Step): StepName => (steps[numberOf(step)] ?? steps.at(-1)!).name;
export const stepBefore = (step: Step): StepName | null => steps[numberOf(step) - 2]?.name ?? null;
/** The step that asks for an item. */
export const stepOf = (item: string): StepName => (steps.find((step) => step.items.includes(item)) ?? steps[0]!).name;
