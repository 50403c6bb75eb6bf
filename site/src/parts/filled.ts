// Browsers and password managers fill forms in, and some tell no event of it: what they wrote is read before a form is judged, and
// before a redraw puts the form's own, empty values back.
import type { FormState } from "./form_state.ts";

const holdsText = (control: Element | RadioNodeList | null): control is HTMLInputElement =>
  (control instanceof HTMLInputElement && control.type !== "checkbox") || control instanceof HTMLSelectElement;

/** Takes over what stands in the controls of this element's form. */
export function takeFilled(form: FormState, element: EventTarget | null): void {
  const inPage = element instanceof HTMLFormElement ? element : (element as HTMLInputElement | null)?.form;
  if (!inPage) return;
  form.takeFilled((name) => {
    const control = inPage.elements.namedItem(name);
    return holdsText(control) ? control.value : undefined;
  });
}
