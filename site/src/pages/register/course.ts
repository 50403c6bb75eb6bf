// Where one is in the registration: the steps, each with its items, and the step in the address, so that the browser's
// own back and forward keys walk through them.
import { registerWords as words } from "../../words/register.ts";
import type { Said } from "../../words/said.ts";
import { partItems, type PartName } from "../../parts/applicant_items.ts";

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

export const stepInAddress = (): Step => named(new URLSearchParams(location.search).get("step"));

/** Goes to a step as to a page of its own. */
export function goToStep(name: StepName): void {
  const url = new URL(location.href);
  url.searchParams.set("step", name);
  history.pushState(null, "", url);
}

export const stepAfter = (step: Step): StepName => (steps[numberOf(step)] ?? steps.at(-1)!).name;
export const stepBefore = (step: Step): StepName | null => steps[numberOf(step) - 2]?.name ?? null;
/** The step that asks for an item. */
export const stepOf = (item: string): StepName => (steps.find((step) => step.items.includes(item)) ?? steps[0]!).name;
