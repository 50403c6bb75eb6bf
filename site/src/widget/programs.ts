// The programs of a field and the search over them: in the module once it is there, else on the server, by the same rule (M3.3, M3.4).
import type { Search } from "@senkoi/core";
import type { Language } from "../words/i18n.ts";
import { ask, timeoutMs } from "./ask.ts";
import type { Surroundings } from "./element.ts";
import type { SenkoiQuery } from "./public/senkoi.d.ts";
import { rules, type Rules } from "./rules.ts";

/** A program as the search of the API tells it; without numbers where only the catalogue could be read. */
export interface Program {
  readonly id: number;
  readonly name: string;
  readonly facility: string;
  readonly prefecture: string;
  readonly capacity: number;
  readonly applicants?: number;
  readonly over_capacity?: boolean;
}

/** As figures.programs counts a program. */
type Counted = readonly [id: number, applicants: number, adopted: number | null, rejected: number | null, seeking: number, ...rest: unknown[]];

const programsAt = async (api: string, query: Readonly<Record<string, string>>, language: Language): Promise<readonly Program[]> => {
  const text = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ""));
  return (await ask<{ programs: Program[] }>(`${api}/programs?${text}`, language)).programs;
};

/** From files, where there is no server to search: catalogue and figures, put together by the rules, which are worth a long wait here. */
async function fromFiles({ reading, field, speaker: { language } }: Surroundings): Promise<readonly Program[]> {
  const [{ programs }, figures, core] = await Promise.all([
    ask<{ programs: Program[] }>(reading("catalogue", field), language),
    ask<{ programs: Counted[] }>(reading("figures", field), language).catch(() => ({ programs: [] })),
    rules(timeoutMs),
  ]);
  const counted = new Map(figures.programs.map((each) => [each[0], each]));
  return programs.map((program) => {
    const [, applicants, , , seeking] = counted.get(program.id) ?? [];
    if (applicants === undefined || seeking === undefined) return program;
    return { ...program, applicants, over_capacity: core?.overCapacity(seeking, program.capacity) ?? false };
  });
}

export class Programs {
  #search: Search | null = null;

  private constructor(private readonly api: string, private readonly field: string, readonly all: readonly Program[]) {}

  /** All of the field, as an empty search finds them. Fails as ask() does. */
  static async read(here: Surroundings): Promise<Programs> {
    const { api, field, filesOnly, speaker: { language } } = here;
    return new Programs(api, field, await (filesOnly ? fromFiles(here) : programsAt(api, { field }, language)));
  }

  async find(query: SenkoiQuery, language: Language): Promise<readonly Program[]> {
    const core = await rules();
    return core ? this.#here(core, query) : programsAt(this.api, { field: this.field, ...query }, language);
  }

  #here(core: Rules, query: SenkoiQuery): readonly Program[] {
    this.#search ??= core.search(this.all);
    return [...this.#search.find(query)].map((place) => this.all[place]!); // not Array.from, which host pages replace
  }
}
