// An application in words: where, in which round, in what state, since when.
import "./application_facts.css";
import type { TemplateResult } from "lit-html";
import { html } from "../page/template.ts";
import type { Application } from "../../api/types.ts";
import { prefectureName, stateName } from "../../words/core_words.ts";
import { applicationWords as words } from "../../words/application.ts";
import { roundName } from "../../words/rounds.ts";
import { say } from "../../words/i18n.ts";
import { facilityName, programName } from "./program_name.ts";
import { dateTime, isoTime } from "../season/time.ts";

const colours: Readonly<Record<Application["state"], string>> = {
  applied: "badge--accent", adopted: "badge--success", rejected: "", held: "badge--warning", withdrawn: "", declined: "",
};

export const stateBadge = ({ state }: Application): TemplateResult =>
  html`<span class=${`badge ${colours[state]}`}>${stateName(state)}</span>`;

export const programLine = ({ program: { id, name, prefecture, facility } }: Application): TemplateResult => html`<span class="program-line">
  <a class="program-line__name" href=${`program.html?id=${id}`}>${programName(name)}</a>
  <span class="program-line__place">${prefectureName(prefecture)} <span aria-hidden="true">／</span> ${facilityName(facility)}</span>
</span>`;

export const moment = (instant: number): TemplateResult => html`<time datetime=${isoTime(instant)}>${dateTime(instant)}</time>`;

export const applicationFacts = (application: Application): TemplateResult => html`
  <dl class="facts">
    <div><dt>${say(words.program)}</dt><dd>${programLine(application)}</dd></div>
    <div><dt>${say(words.round)}</dt><dd>${roundName(application.round)}</dd></div>
    <div><dt>${say(words.state)}</dt><dd>${stateBadge(application)}</dd></div>
    <div><dt>${say(words.appliedAt)}</dt><dd>${moment(application.applied_at)}</dd></div>
  </dl>`;
