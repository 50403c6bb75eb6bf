// The keys of the list. They work while a row or a button in it has the focus and nowhere else, so nothing that somebody types is taken for one.
export interface Keys {
  move(by: number): void;
  edge(to: "first" | "last"): void;
  adopt(): void;
  reject(): void;
  hold(): void;
  undo(): void;
  open(): void;
  select(): void;
  search(): void;
}

/** One table for the keys and for the help that shows them. */
export const keyTable: readonly (readonly [names: readonly string[], deed: keyof Keys | "up" | "down" | "first" | "last"])[] = [
  [["j", "ArrowDown"], "down"], [["k", "ArrowUp"], "up"], [["Home"], "first"], [["End"], "last"],
  [["a"], "adopt"], [["r"], "reject"], [["h"], "hold"], [["u"], "undo"],
  [["Enter", "o"], "open"], [[" ", "x"], "select"], [["/"], "search"],
];

/** What is pressed under a Japanese input method comes as "Process": the place of the key tells then. */
function pressed({ key, code }: KeyboardEvent): string {
  const letter = "Key".length;
  if (key === "Process" && code.startsWith("Key")) return code.slice(letter).toLowerCase();
  return key.length === 1 ? key.toLowerCase() : key;
}

const ownKeys = ["INPUT", "TEXTAREA", "SELECT", "BUTTON", "A", "SUMMARY"];

/** A button or check box of a row, which a mouse has left the focus on, takes these two and leaves the letters to the list. */
const isRowsButton = (target: HTMLElement): boolean =>
  (target.tagName === "BUTTON" || (target as HTMLInputElement).type === "checkbox") && target.closest(".row") !== null;
const buttonsOwn = ["Enter", " "];

export function onKey(event: KeyboardEvent, keys: Keys): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const target = event.target as HTMLElement;
  if (isRowsButton(target) ? buttonsOwn.includes(event.key) : ownKeys.includes(target.tagName)) return;
  const found = keyTable.find(([names]) => names.includes(pressed(event)));
  if (!found) return;
  event.preventDefault();
  const [, deed] = found;
  if (deed === "up" || deed === "down") keys.move(deed === "up" ? -1 : 1);
  else if (deed === "first" || deed === "last") keys.edge(deed);
  else if (deed !== "move" && deed !== "edge") keys[deed]();
}
