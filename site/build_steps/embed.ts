// Builds the embeddable elements: build/site/embed/<version>/ with senkoi.js, core.wasm and senkoi.d.ts, a folder that never changes once
// it is published, and embed/manifest.json, which tells the present version and the integrity of its files. senkoi.js holds core's script
// and the words, so that the integrity of the one script tag covers all code; core.wasm has its own in senkoi.js.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform, type Plugin as Step } from "esbuild";
import type { Plugin } from "vite";
import { aroundSociety, shortNames, widgetWords } from "../src/words/widget.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const readJson = (path: string) => JSON.parse(readFileSync(path, "utf8"));
const integrityOf = (content: string | Uint8Array): string => `sha384-${createHash("sha384").update(content).digest("base64")}`;

export interface EmbedFiles { root: string; core: string; words: string; }

/** What the check of a mail address may say. */
const ofMail = (code: string): boolean =>
  code.startsWith("mail_") || ["required", "too_short", "too_long", "unreadable_character"].includes(code);

/** The part of core's words that the elements speak. */
function coreWords(folder: string): string {
  const part = (language: string) => {
    const { codes, fields, societies, prefectures, items } = readJson(join(folder, `${language}.json`));
    return { codes: Object.fromEntries(Object.entries(codes).filter(([code]) => ofMail(code))), fields, societies, prefectures, mail: items["mail_entry.mail"] };
  };
  const [{ min, max }] = readJson(join(folder, "forms.json")).mail_entry;
  return `export const coreWords = ${JSON.stringify({ ja: part("ja"), en: part("en") })}; export const mailLimits = ${JSON.stringify({ min, max })};`;
}

/** Words that no element says stay behind; style sheets go in as text. */
const wordsAndStyles = ({ core, words }: EmbedFiles): Step => ({
  name: "senkoi-embed",
  setup(step) {
    step.onResolve({ filter: /^@senkoi\/embed-core$/ }, () => ({ path: join(core, "core.js") }));
    step.onResolve({ filter: /^@senkoi\/words\/widget$/ }, () => ({ path: "core", namespace: "words" }));
    step.onLoad({ filter: /.*/, namespace: "words" }, () => ({ contents: coreWords(words) }));
    step.onLoad({ filter: /\/src\/words\/widget\.ts$/ }, () => ({
      contents: `export const widgetWords = ${JSON.stringify(widgetWords)}; export const shortNames = ${JSON.stringify(shortNames)}; export const aroundSociety = ${JSON.stringify(aroundSociety)};`,
    }));
    step.onLoad({ filter: /\.css$/ }, async ({ path }) => ({
      contents: (await transform(readFileSync(path, "utf8"), { loader: "css", minify: true })).code.trim(),
      loader: "text",
    }));
  },
});

async function script(files: EmbedFiles, version: string, wasm: Uint8Array): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(files.root, "src/widget/senkoi.ts")],
    bundle: true, write: false, format: "esm", target: "es2022", minify: true, charset: "utf8", legalComments: "none",
    define: { senkoiVersion: JSON.stringify(version), wasmIntegrity: JSON.stringify(integrityOf(wasm)) },
    plugins: [wordsAndStyles(files)],
  });
  return outputFiles[0]!.text;
}

/** Lays the embed into `folder`; what it wrote, as the manifest tells it. */
export async function writeEmbed(folder: string, files: EmbedFiles): Promise<void> {
  const { version } = readJson(join(files.root, "package.json"));
  const wasm = readFileSync(join(files.core, "core.wasm"));
  const contents: Record<string, string | Uint8Array> = {
    "senkoi.js": await script(files, version, wasm),
    "core.wasm": wasm,
    "senkoi.d.ts": readFileSync(join(files.root, "src/widget/public/senkoi.d.ts")),
  };
  mkdirSync(join(folder, version), { recursive: true });
  for (const [name, content] of Object.entries(contents)) writeFileSync(join(folder, version, name), content);
  const told = Object.fromEntries(Object.entries(contents).map(([name, content]) => [name, { integrity: integrityOf(content) }]));
  writeFileSync(join(folder, "manifest.json"), `${JSON.stringify({ version, files: told }, null, 2)}\n`);
}

export function embed(): Plugin {
  let folder = "";
  const files = { root: dirname(here(".")), core: here("../../build/wasm/embed"), words: here("../../build/words") };
  return {
    name: "senkoi-embed",
    apply: "build",
    configResolved: ({ build }) => void (folder = build.outDir),
    writeBundle: () => writeEmbed(join(folder, "embed"), files),
  };
}
