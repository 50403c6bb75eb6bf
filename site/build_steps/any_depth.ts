// Hosts show 404.html at whatever address was asked for, so its files can't all be named from there. Each is named twice, from the host's
// root and from the folder asked for: the first is right on a host of our own, the second under a folder of another's; one script runs
// once. Where neither is right, the sentence in the page itself stays to be read.
import type { Plugin } from "vite";
import { pageWords } from "../src/words/pages.ts";

const { title, about } = pageWords["404"];
const said = (["ja", "en"] as const).map((of) => `<p lang="${of}">${title[of]}: ${about[of]}</p>`).join("");

const twice = (tag: string): string => `${tag.replace('"./', '"/')}\n    ${tag}`;
const loads = (line: string): boolean => line.includes('"./assets/') && (line.includes("<script") || line.includes('rel="stylesheet"'));
const hints = (line: string): boolean => line.includes("<link") && line.includes("preload");

export function anyDepth(): Plugin {
  return {
    name: "senkoi-any-depth",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(page, { path }) {
        if (!path.endsWith("/404.html")) return page;
        const lines = page.split("\n").filter((line) => !hints(line)).map((line) => (loads(line) ? twice(line.trim()) : line));
        return lines.join("\n").replace('<div id="page"></div>', `<div id="page">${said}</div>`);
      },
    },
  };
}
