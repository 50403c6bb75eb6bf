// What is being pressed. Keeps the page still while a finger or a mouse button is down. Leaving a field by pressing a button would otherwise put a line under
// the field, move the button away between press and release, and lose the click.
let pressing = false;
const waiting = new Set<() => void>();

function release(): void {
  pressing = false;
  for (const deed of waiting) deed();
  waiting.clear();
}

let button: HTMLElement | null = null;

/** The button whose click is being answered; null where something else is. */
export const pressedButton = (): HTMLElement | null => button;

function clicked({ target }: Event): void {
  button = target instanceof Element ? target.closest<HTMLElement>("button") : null;
  setTimeout(() => { button = null; });
}

const pressed = () => void (pressing = true);
/** The click comes after the release: only then may things move. */
const released = () => void setTimeout(release);

/** Once a page. On a touch screen the mouse events come, all at once, after the pointer's own. */
export function watchPresses(): void {
  for (const kind of ["pointerdown", "mousedown"]) addEventListener(kind, pressed, { capture: true });
  addEventListener("click", clicked, { capture: true });
  for (const kind of ["pointerup", "mouseup", "pointercancel", "dragend"]) addEventListener(kind, released, { capture: true });
}

/** Now, or when what is pressed has been released. */
export function whenReleased(deed: () => void): void {
  if (pressing) waiting.add(deed);
  else deed();
}
