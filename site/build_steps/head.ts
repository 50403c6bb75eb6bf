// The head of every page: title, description, the sentence for browsers without scripts, all from src/words (pages.ts, staff_pages.ts), and the policy
// that holds on any host. A page without words stops the build.
import type { HtmlTagDescriptor, Plugin } from "vite";
import { pageWords, shellWords } from "../src/words/pages.ts";
import { staffPageWords } from "../src/words/staff_pages.ts";
import type { Said } from "../src/words/i18n.ts";

// The host's own header adds what depends on it (connect-src, frame-ancestors).
const contentSecurityPolicy = [
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html",
].join("; ");

type PageWords = { readonly title: Said; readonly about: Said };
const words: Record<string, PageWords> = {
  ...pageWords,
  ...Object.fromEntries(Object.entries(staffPageWords).map(([name, said]) => [`staff/${name}`, said])),
};

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const inHead = (tag: string, attrs: Record<string, string>): HtmlTagDescriptor => ({ tag, attrs, injectTo: "head" });

function headOf({ title, about }: PageWords): HtmlTagDescriptor[] {
  return [
    { tag: "meta", attrs: { charset: "utf-8" }, injectTo: "head-prepend" },
    inHead("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    { tag: "title", children: escaped(`${title.ja} | ${shellWords.name.ja}`), injectTo: "head" },
    inHead("meta", { name: "description", content: about.ja }),
    inHead("meta", { name: "referrer", content: "no-referrer" }),
    inHead("meta", { name: "color-scheme", content: "light dark" }),
    inHead("meta", { name: "theme-color", content: "#ffffff", media: "(prefers-color-scheme: light)" }),
    inHead("meta", { name: "theme-color", content: "#1b1b1f", media: "(prefers-color-scheme: dark)" }),
    inHead("link", { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" }),
    inHead("link", { rel: "preload", href: "/site.json", as: "fetch", crossorigin: "anonymous" }),
  ];
}

/** Where the operator of the pages can be reached, in their own words; whoever builds the pages says it. */
const ownContact = process.env["SITE_CONTACT"] ?? "";

const { name, needsScript, contact } = shellWords;
const saidIn = (of: "ja" | "en"): string =>
  `<section lang="${of}"><h1>${escaped(name[of])}</h1>${[needsScript[of], contact[of]].map((text) => `<p>${escaped(text)}</p>`).join("")}</section>`;

/** All that a browser without scripts shows: first of all in the page, with whom to ask. */
const withoutScript: HtmlTagDescriptor = {
  tag: "noscript",
  children: `<div class="no-script">${saidIn("ja")}${saidIn("en")}${ownContact ? `<p>${escaped(ownContact)}</p>` : ""}</div>`,
  injectTo: "body-prepend",
};

/** Vite's own development server needs inline scripts, so the policy stands in built pages only. */
export function fillHead(): Plugin {
  let building = true;
  return {
    name: "senkoi-head",
    configResolved: ({ command }) => void (building = command === "build"),
    transformIndexHtml: {
      order: "pre",
      handler(_html, { path }) {
        const said = words[path.slice(1, -".html".length)];
        if (!said) throw new Error(`src/words/pages.ts and staff_pages.ts have no words for ${path}`);
        const policy = inHead("meta", { "http-equiv": "Content-Security-Policy", content: contentSecurityPolicy });
        return [...headOf(said), ...(building ? [policy] : []), withoutScript];
      },
    },
  };
}
