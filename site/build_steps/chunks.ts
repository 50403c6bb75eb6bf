// Which modules travel together. Left to itself the bundler makes a file of every set of modules that the same pages share: my page
// would take fifteen small scripts. Here a page takes its own script and few shared ones, chosen by who uses a module: nearly every
// page, pages with figures, forms of applicants and staff, applicants alone, staff alone. What only one page uses stays with that page.

/** Of the bundler's graph, what is asked: who imports a module at once. */
export interface Graph {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

/** The pages that load a module at once, not on demand. */
export function pagesOf(module: string, graph: Graph): ReadonlySet<string> {
  const reached = new Set([module]);
  for (const id of reached) for (const importer of graph.getModuleInfo(id)?.importers ?? []) reached.add(importer);
  return new Set([...reached].filter((id) => id.endsWith(".html")));
}

const nearlyEvery = 17;
/** The rules are fetched by those pages alone that ask them. */
const isOfRules = (module: string): boolean => module.includes("/build/wasm/") || module.endsWith("/parts/rules/core.ts");
const oneOf = (...names: string[]) => (page: string): boolean => names.some((name) => page.endsWith(`/${name}.html`));
const isEntrance = oneOf("index");
const isOfStaff = (page: string): boolean => page.includes("/staff/");
const isFigures = oneOf("figures");

/** The name of the shared file that a module goes into; null: it goes with whatever page or file uses it. */
export function chunkOf(module: string, graph: Graph): string | null {
  const pages = [...pagesOf(module, graph)];
  if (pages.length < 2 || isOfRules(module)) return null;
  if (pages.every(isOfStaff)) return "staff";
  if (pages.length >= nearlyEvery || pages.some(isEntrance)) return "shell";
  if (module.endsWith(".css")) return "shell";
  if (pages.some(isFigures)) return "figures";
  return pages.some(isOfStaff) ? "forms" : "applicants";
}
