// The seats as they change, by server-sent events: each event is the whole state, so a connection that comes back has missed
// nothing. Only a page that is looked at listens: a browser has few connections to a host. Tells when figures are not live.
import { seatsEvents, type Seats } from "../../../api/directing.ts";

export interface Told { program: number; }
/** `decisions`: how many were taken in the program since the connection began, by whomever. */
export type SeatsOfProgram = Seats & Told & { decisions: number };

export interface LiveSeats { readonly live: boolean; }

export const pauses = { againMs: 10_000 };

export function followSeats(heard: (seats: readonly SeatsOfProgram[]) => void, changed: () => void): LiveSeats {
  let live = false;
  let source: EventSource | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  const turn = (now: boolean): void => {
    if (now === live) return;
    live = now;
    changed();
  };
  const close = (): void => {
    clearTimeout(again);
    source?.close();
    source = null;
  };
  /** The browser comes back by itself after a broken connection, but never after an answer that refused it. */
  const failed = (): void => {
    turn(false);
    if (source && source.readyState !== EventSource.CLOSED) return;
    close();
    again = setTimeout(open, pauses.againMs);
  };
  const listen = (address: string): void => {
    if (source || document.hidden) return;
    source = new EventSource(address, { withCredentials: true });
    source.addEventListener("open", () => turn(true));
    source.addEventListener("error", failed);
    source.addEventListener("seats", (event) => {
      turn(true);
      heard((JSON.parse(event.data) as { seats: SeatsOfProgram[] }).seats);
    });
  };
  function open(): void {
    seatsEvents().then(listen, failed);
  }
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  open();
  return { get live() { return live; } };
}
