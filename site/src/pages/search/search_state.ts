// The search lives in the URL: ?prefecture=13&facility=…&name=… . Empty entries are left out, other parameters
// (the language) stay as they were. Pure; the page writes it by history.replaceState. (M3.3, M3.4)

export interface Query { readonly prefecture: string; readonly facility: string; readonly name: string; }

export const queryItems = ["prefecture", "facility", "name"] as const;
export const emptyQuery: Query = { prefecture: "", facility: "", name: "" };

export function readQuery(url: URL): Query {
  const read = (item: string): string => url.searchParams.get(item) ?? "";
  return { prefecture: read("prefecture"), facility: read("facility"), name: read("name") };
}

export function writeQuery(url: URL, query: Query): URL {
  const written = new URL(url);
  for (const item of queryItems) {
    if (query[item] === "") written.searchParams.delete(item);
    else written.searchParams.set(item, query[item]);
  }
  return written;
}

export const isEmpty = (query: Query): boolean => queryItems.every((item) => query[item] === "");
