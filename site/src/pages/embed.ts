// /embed.html: a society chooses, looks, and copies the lines that bring the elements into its own page (R2).
import "./embed/embed.css";
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../parts/page/template.ts";
import { live } from "lit-html/directives/live.js";
import { place, siteRoot } from "../api/base.ts";
import { Away } from "../api/problem.ts";
import { fieldInAddress } from "../parts/storage/address.ts";
import { banner } from "../parts/page/banner.ts";
import { copyIcon } from "../parts/page/icons.ts";
import { announce } from "../parts/page/live.ts";
import type { Part } from "../parts/page/gradual.ts";
import { openPage } from "../parts/page/page.ts";
import { coreWords, societyName } from "../words/core_words.ts";
import { embedWords as words } from "../words/embed.ts";
import { pageWords } from "../words/pages.ts";
import { say, type Said } from "../words/i18n.ts";
import {
  contrast, elementLine, elementNames, paperOf, policyLine, scriptLine, styleLines, type Choice, type ElementName, type Source,
} from "./embed/lines.ts";
import { heightsOf, showElements, startElements } from "./embed/preview.ts";

interface Manifest { version: string; files: Record<string, { integrity: string }>; }

const readable = 4.5;
const usualColour = "#0017c1";

let source: Source | null = null;
let choice: Choice = { field: "01", elements: ["entry"], lang: "", scheme: "", colour: "" };
const frame = document.createElement("div");
frame.className = "embed-frame";

async function readSource(): Promise<Source> {
  const folder = new URL("embed/", siteRoot);
  try {
    const { version, files }: Manifest = await (await fetch(new URL("manifest.json", folder).href)).json();
    const { api, data, apply } = await place();
    const told = data ? "" : new URL(api, siteRoot).href;
    const usual = new URL("api/v1", siteRoot).href;
    const address = new URL(`${version}/senkoi.js`, folder).href;
    return { version, address, integrity: files["senkoi.js"]!.integrity, site: siteRoot.href, api: told === usual ? "" : told, data: data ?? "", apply: apply ?? "" };
  } catch (cause) {
    console.error(cause);
    throw new Away("unreachable");
  }
}

async function load(): Promise<void> {
  source ??= await readSource();
  await startElements(source).catch((cause: unknown) => {
    console.error(cause);
    throw new Away("unreachable");
  });
  const field = fieldInAddress();
  if (field) choice = { ...choice, field };
}

function choose(changed: Partial<Choice>): void {
  choice = { ...choice, ...changed };
  page.refresh();
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

function chooseElement(name: ElementName, on: boolean): void {
  choose({ elements: elementNames.filter((each) => (each === name ? on : choice.elements.includes(each))) });
}

const societies = (): TemplateResult => html`
  <div class="item">
    <label class="item__label" for="society">${say(words.society)}</label>
    <select id="society" class="input input--select" autocomplete="off" @change=${(event: Event) => choose({ field: valueOf(event) })}>
      ${Object.keys(coreWords().fields).sort((a, b) => Number(a) - Number(b)).map((code) =>
        html`<option value=${code} ?selected=${code === choice.field}>${societyName(code)}</option>`)}
    </select>
  </div>`;

const elements = (): TemplateResult => html`
  <fieldset class="item">
    <legend class="item__label">${say(words.elements)}</legend>
    <div class="choices">${elementNames.map((name) => html`
      <label class="choice">
        <input type="checkbox" class="choice__box" id=${name} .checked=${live(choice.elements.includes(name))}
          @change=${(event: Event) => chooseElement(name, (event.target as HTMLInputElement).checked)} />
        <span>${say(words[name])}</span>
      </label>`)}</div>
  </fieldset>`;

function oneOf(item: "lang" | "scheme", title: Said, options: readonly (readonly [string, Said])[]): TemplateResult {
  return html`
    <fieldset class="item">
      <legend class="item__label">${say(title)}</legend>
      <div class="choices">${options.map(([value, name]) => html`
        <label class="choice">
          <input type="radio" class="choice__box" name=${item} value=${value} .checked=${live(choice[item] === value)}
            @change=${() => choose({ [item]: value })} />
          <span>${say(name)}</span>
        </label>`)}</div>
    </fieldset>`;
}

function weakness(): TemplateResult | typeof nothing {
  const ratio = choice.colour === "" ? readable : contrast(choice.colour, paperOf(choice.scheme));
  if (ratio >= readable) return nothing;
  return html`<p class="item__said item__said--warning">${say(words.weakColour, { ratio: ratio.toFixed(1) })}</p>`;
}

const colour = (): TemplateResult => html`
  <fieldset class="item">
    <legend class="item__label">${say(words.colour)}</legend>
    <div class="embed-colour">
      <label class="choice">
        <input type="checkbox" class="choice__box" id="own-colour" .checked=${live(choice.colour !== "")}
          @change=${(event: Event) => choose({ colour: (event.target as HTMLInputElement).checked ? usualColour : "" })} />
        <span>${say(words.ownColour)}</span>
      </label>
      <input type="color" id="colour" aria-label=${say(words.colour)} ?hidden=${choice.colour === ""} .value=${live(choice.colour || usualColour)}
        @input=${(event: Event) => choose({ colour: valueOf(event) })} />
    </div>
    <div aria-live="polite">${weakness()}</div>
  </fieldset>`;

const choices = (): TemplateResult => html`
  <section aria-labelledby="choose">
    <h2 id="choose">${say(words.choices)}</h2>
    <div class="embed-choices">
      ${societies()} ${elements()}
      ${oneOf("lang", words.language, [["", words.languageOfPage], ["ja", words.japanese], ["en", words.english]])}
      ${oneOf("scheme", words.scheme, [["", words.schemeOfPage], ["light", words.light], ["dark", words.dark]])}
      ${colour()}
    </div>
  </section>`;

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announce(say(words.copied));
  } catch {
    announce(say(words.copyFailed));
  }
}

const block = (id: string, title: Said, text: string, help?: Said): TemplateResult => html`
  <div class="embed-block">
    <div class="embed-line">
      <h3 id=${id}>${say(title)}</h3>
      <button type="button" class="button button--outline button--small" aria-describedby=${id} @click=${() => void copy(text)}>
        ${copyIcon()}${say(words.copy)}</button>
    </div>
    ${help ? html`<p class="small">${say(help)}</p>` : nothing}
    <pre class="embed-lines" translate="no" tabindex="0" role="region" aria-labelledby=${id}><code>${text}</code></pre>
  </div>`;

const lines = (from: Source): TemplateResult => html`
  <section class="section" aria-labelledby="lines">
    <h2 id="lines">${say(words.lines)}</h2>
    ${block("script", words.script, scriptLine(from))}
    ${block("element", words.element, choice.elements.map((name) => elementLine(name, choice, from)).join("\n"))}
    ${block("style", words.style, styleLines(choice, heightsOf(choice, from)), words.styleHelp)}
    <p class="small">${say(words.version, { version: from.version })}</p>
  </section>`;

const notes = (from: Source): TemplateResult => banner({
  kind: "info",
  title: say(words.before),
  body: html`
    <ul class="list">
      <li>${say(words.allowed)}</li><li>${say(words.combining)}</li>
      <li>${say(words.policy)}<pre class="embed-lines" translate="no"><code>${policyLine(from)}</code></pre></li>
    </ul>`,
});

function preview(from: Source): TemplateResult {
  showElements(frame, choice, from);
  return html`
    <section class="section" aria-labelledby="preview">
      <h2 id="preview">${say(words.preview)}</h2>
      <p class="small">${say(words.previewHelp)}</p>
      ${frame}
    </section>`;
}

function main(): Part[] {
  const from = source!;
  return [
    () => html`<p class="lead">${say(words.lead)}</p>${choices()}`,
    () => preview(from),
    () => (choice.elements.length === 0 ? nothing : lines(from)),
    () => html`<div class="section">${notes(from)}</div>`,
  ];
}

const page = openPage({ title: () => say(pageWords.embed.title), main, load, wide: true });
