// Sets custom properties of an element by CSSOM, which a strict CSP allows; a style attribute it would refuse.
// In a template: <div ${styleValues({ "--column": 3 })}>.
import { directive, Directive, type ElementPart } from "lit-html/directive.js";
import { noChange } from "lit-html";

export type StyleValues = Readonly<Record<`--${string}`, string | number>>;

class SetStyleValues extends Directive {
  render(_values: StyleValues): symbol {
    return noChange;
  }
  override update(part: ElementPart, [values]: [StyleValues]): symbol {
    const { style } = part.element as HTMLElement;
    for (const [name, value] of Object.entries(values)) style.setProperty(name, String(value));
    return noChange;
  }
}

export const styleValues = directive(SetStyleValues);
