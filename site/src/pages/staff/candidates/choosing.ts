// Which candidates the list shows and in which order. What is shown stays while one decides, so that no row goes from under
// the reader's hands; a new search, filter or order looks anew.
import type { ApplicationState, Search } from "@senkoi/core";
import type { StaffCore } from "@senkoi/staff";
import type { Candidate } from "../../../api/directing.ts";
import type { Board } from "./board.ts";

export type Order = "applied" | "name" | "years" | "state";
export type Filter = ApplicationState | "all";
export interface Choice { readonly program: number; readonly text: string; readonly filter: Filter; readonly order: Order; }

const filters: readonly Filter[] = ["all", "applied", "adopted", "rejected", "held", "declined"];
const orderNames: readonly Order[] = ["applied", "name", "years", "state"];

/** The choice as the address of the page holds it: a reload, a bookmark and the way back lead to the same list (L13). */
export function choiceOf(query: string): Choice {
  const asked = new URLSearchParams(query);
  return {
    program: Number(asked.get("program") ?? 0) || 0,
    text: asked.get("text") ?? "",
    filter: filters.find((each) => each === asked.get("filter")) ?? "all",
    order: orderNames.find((each) => each === asked.get("order")) ?? "applied",
  };
}

/** Keeps what else stands in the address, such as the language. */
export function queryOf({ program, text, filter, order }: Choice, query = location.search): string {
  const kept = new URLSearchParams(query);
  const set = (name: string, value: string, usual: string) => (value === usual ? kept.delete(name) : kept.set(name, value));
  set("program", String(program), "0");
  set("text", text, "");
  set("filter", filter, "all");
  set("order", order, "applied");
  return kept.size === 0 ? location.pathname : `?${kept}`;
}

export const nameOf = ({ account }: Candidate): string =>
  account ? `${account.data["family_name"] ?? ""} ${account.data["given_name"] ?? ""}` : "";

const stateOrder: readonly ApplicationState[] = ["applied", "held", "adopted", "rejected", "declined", "withdrawn"];
const compare = new Intl.Collator("ja");

const orders: Record<Order, (a: Candidate, b: Candidate) => number> = {
  applied: (a, b) => a.application.applied_at - b.application.applied_at,
  name: (a, b) => compare.compare(nameOf(a), nameOf(b)),
  years: (a, b) => (a.account?.years_since_licence ?? 0) - (b.account?.years_since_licence ?? 0),
  state: (a, b) => stateOrder.indexOf(a.application.state) - stateOrder.indexOf(b.application.state),
};

/** All that one may look for, as the core's search reads it: blind to width, kana and case. */
function haystack(candidate: Candidate, rules: StaffCore): string {
  const { account } = candidate;
  if (!account) return String(candidate.application.id);
  const { data } = account;
  const shown = rules.displayUserId(account.user_id);
  const name = `${data["family_name"]}${data["given_name"]} ${nameOf(candidate)}`;
  return `${name} ${data["registry_number"]} ${account.user_id} ${shown} ${data["residency_program"]}`;
}

/** The numbers of the applications to show. */
export function choose(board: Board, { program, text, filter, order }: Choice, rules: StaffCore): number[] {
  const all = board.of(program);
  const search: Search = rules.search(all.map((each) => ({ prefecture: "", facility: "", name: haystack(each, rules) })));
  return Array.from(search.find({ name: text }), (index) => all[index]!)
    .filter((each) => filter === "all" || board.stateOf(each) === filter)
    .sort((a, b) => orders[order](a, b) || a.application.id - b.application.id)
    .map(({ application }) => application.id);
}
