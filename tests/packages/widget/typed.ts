// Compiles under --strict in whatever way types are looked up; never runs.
import { SenkoiFigures, type SenkoiEntry } from "@senkoi/widget";

export async function use(): Promise<string> {
  const entry: SenkoiEntry = document.createElement("senkoi-entry");
  entry.addEventListener("senkoi-check", ({ detail }) => console.log(detail.finding?.severity));
  document.addEventListener("senkoi-open", (event) => { event.preventDefault(); console.log(event.detail.url); });
  // @ts-expect-error a society is a text
  entry.society = 2;
  return `${(await entry.check())?.code} ${SenkoiFigures.version}`;
}
