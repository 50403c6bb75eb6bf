// The pages of staff by role, in the order in which they are used: what the menu and the home page list. The import is reached from
// the programs, limits by kind of seats from the ceilings: a season of one kind looks as it did.
import type { Role } from "../../api/staff.ts";
import { staffPageWords } from "../../words/staff_pages.ts";
import { say } from "../../words/i18n.ts";
import type { MenuEntry } from "../page/header.ts";

export type StaffPage = Exclude<keyof typeof staffPageWords, "login" | "recover" | "join" | "import" | "limits">;

const everybody: readonly Role[] = ["director", "society", "board"];
const offices: readonly Role[] = ["society", "board"];

const pages: readonly (readonly [StaffPage, readonly Role[]])[] = [
  ["home", everybody],
  ["candidates", ["director"]],
  ["season", ["board"]],
  ["progress", offices],
  ["programs", offices],
  ["people", offices],
  ["notices", offices],
  ["letters", offices],
  ["ceilings", ["board"]],
  ["release", ["board"]],
  ["quota", ["board"]],
  ["statistics", ["board"]],
  ["audit", ["board"]],
];

export const pagesOf = (role: Role): StaffPage[] => pages.filter(([, roles]) => roles.includes(role)).map(([name]) => name);

export const entryOf = (name: StaffPage): MenuEntry => ({ path: `${name}.html`, title: say(staffPageWords[name].title) });
