// What a search finds: by the rules of the browser at every key, without a request; where it has none, by the server, whose answers may
// overtake one another (M3.3).
import type { Core, Search } from "@senkoi/core";
import { readPrograms } from "../../api/calls.ts";
import type { Catalogue } from "../../api/types.ts";
import { orNull } from "../../parts/page/optional.ts";
import { ServerRules } from "../../parts/rules/server_rules.ts";
import type { Query } from "./search_state.ts";

export class Finder {
  readonly #search: Search | null;
  readonly #over = new Set<number>();
  #turn = 0;

  constructor(private readonly rules: Core, private readonly catalogue: Catalogue) {
    this.#search = rules instanceof ServerRules ? null : rules.search(catalogue.programs);
  }

  /** The places in the catalogue, in its order; null where the server could not be asked, or the answer comes too late to matter. */
  find(query: Query): readonly number[] | Promise<readonly number[] | null> {
    return this.#search ? Array.from(this.#search.find(query)) : this.#ask(query);
  }

  over(program: number, seeking: number, capacity: number): boolean {
    return this.#search ? this.rules.overCapacity(seeking, capacity) : this.#over.has(program);
  }

  async #ask(query: Query): Promise<readonly number[] | null> {
    const turn = ++this.#turn;
    const answer = await orNull(readPrograms({ field: this.catalogue.field, ...query }));
    if (!answer || turn !== this.#turn) return null;
    for (const { id, over_capacity: over } of answer.programs) if (over) this.#over.add(id);
    const found = new Set(answer.programs.map(({ id }) => id));
    return this.catalogue.programs.flatMap(({ id }, place) => (found.has(id) ? place : []));
  }
}
