// Makes elements without a template: nothing is parsed, so that neither Trusted Types nor a strict policy minds.
export type Child = Node | string | null | undefined | false | readonly Child[];
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

function append(to: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (Array.isArray(child)) append(to, child);
    else if (child) to.append(child as Node | string);
  }
}

/** An element with its attributes; true is an empty one, false and null none. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag, attributes: Attributes = {}, ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : String(value));
  append(element, children);
  return element;
}

/** Puts children in place of those that are there. */
export function fillWith(element: Element, ...children: Child[]): void {
  element.replaceChildren();
  append(element, children);
}

export const setFlag = (element: Element, name: string, on: boolean): void => {
  if (on) element.setAttribute(name, "true");
  else element.removeAttribute(name);
};
