// The seats as they change, by server-sent events: each event is the whole state, so a connection that comes back has missed
// nothing. Tells also when the figures are no longer live.
import { seatsEvents, type Seats } from "../../../api/directing.ts";

export interface Told { program: number; }
export type SeatsOfProgram = Seats & Told;

export interface LiveSeats { readonly live: boolean; close(): void; }

export function followSeats(heard: (seats: readonly SeatsOfProgram[]) => void, changed: () => void): LiveSeats {
  let live = false;
  let source: EventSource | null = null;
  const turn = (now: boolean): void => {
    if (now === live) return;
    live = now;
    changed();
  };
  void seatsEvents().then((address) => {
    source = new EventSource(address, { withCredentials: true });
    source.addEventListener("open", () => turn(true));
    source.addEventListener("error", () => turn(false));
    source.addEventListener("seats", (event) => {
      turn(true);
      heard((JSON.parse(event.data) as { seats: SeatsOfProgram[] }).seats);
    });
  }).catch(() => turn(false));
  return { get live() { return live; }, close: () => source?.close() };
}
