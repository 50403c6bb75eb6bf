// A page without any bundler: an element of the widget checks a mail address by the module that came with it (M2.1).
import "./node_modules/@senkoi/widget/senkoi.js";

const entry = document.createElement("senkoi-entry");
for (const [name, value] of Object.entries({ society: "02", lang: "en", site: "https://senkoi.example/", api: "https://senkoi.example/api/v1" }))
  entry.setAttribute(name, value);
const ready = new Promise((resolve) => entry.addEventListener("senkoi-ready", ({ detail }) => resolve(detail)));
document.body.append(entry);

const detail = await ready;
const input = entry.shadowRoot.querySelector("input");
input.value = "hanako@docomo.ne.jp";
input.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
Object.assign(globalThis, { told: { detail, finding: await entry.check() } });
