// The templates of the pages: lit-html's, in which bound text survives a browser's translation. A browser that translates puts elements of
// its own in the place of text nodes. lit-html would go on writing into a text node that nobody sees, and an expression that ends at
// such a node would lose its end. Here every expression ends at a comment, and text that was replaced is written anew when it changes.
import { html as plainHtml, svg as plainSvg, type TemplateResult } from "lit-html";
import { clearPart, setCommittedValue } from "lit-html/directive-helpers.js";
import { directive, Directive, PartType, type ChildPart, type Part } from "lit-html/directive.js";

type Primitive = string | number;

/** Whether the part still holds the one text node that lit-html laid there. */
const isUntouched = ({ startNode, endNode }: ChildPart): boolean =>
  startNode?.nextSibling instanceof Text && startNode.nextSibling.nextSibling === endNode;

class BoundText extends Directive {
  #shown: Primitive | null = null;

  override update(part: Part, [text]: [Primitive]): Primitive {
    const changed = this.#shown !== null && this.#shown !== text;
    if (changed && part.type === PartType.CHILD && !isUntouched(part)) {
      clearPart(part);
      setCommittedValue(part);
    }
    this.#shown = text;
    return text;
  }

  override render(text: Primitive): Primitive {
    return text;
  }
}

const boundText = directive(BoundText);

function bound(value: unknown): unknown {
  if (typeof value === "string" || typeof value === "number") return boundText(value);
  return Array.isArray(value) ? value.map(bound) : value;
}

/** For each expression: true among children, false within a tag. Templates hold no comment and no `<` as text. */
function standingOf(strings: readonly string[]): boolean[] {
  let inTag = false;
  let quote = "";
  const read = (sign: string): void => {
    if (quote !== "") quote = sign === quote ? "" : quote;
    else if (!inTag) inTag = sign === "<";
    else if (sign === ">") inTag = false;
    else if (sign === '"' || sign === "'") quote = sign;
  };
  return strings.map((text) => {
    for (const sign of text) read(sign);
    return !inTag;
  });
}

const endsItself = (text: string): boolean => text === "" || text.startsWith("<");

interface Prepared { readonly strings: TemplateStringsArray; readonly amongChildren: readonly boolean[]; }
const known = new WeakMap<TemplateStringsArray, Prepared>();

function prepare(strings: TemplateStringsArray): Prepared {
  const amongChildren = standingOf(strings);
  const ended = strings.map((text, i) => (i > 0 && amongChildren[i - 1] && !endsItself(text) ? `<!---->${text}` : text));
  const made = { strings: Object.assign(ended, { raw: strings.raw }), amongChildren };
  known.set(strings, made);
  return made;
}

type Tag<Result> = (strings: TemplateStringsArray, ...values: unknown[]) => Result;

const surviving = <Result>(tag: Tag<Result>): Tag<Result> => (source, ...values) => {
  const { strings, amongChildren } = known.get(source) ?? prepare(source);
  return tag(strings, ...values.map((value, i) => (amongChildren[i] ? bound(value) : value)));
};

export const html: Tag<TemplateResult<1>> = surviving(plainHtml);
export const svg: Tag<TemplateResult<2>> = surviving(plainSvg);
