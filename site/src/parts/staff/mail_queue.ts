// Whether mails go out, in one banner: as usual, or since when and why not (L4).
import "./mail_queue.css";
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../page/template.ts";
import type { MailQueue } from "../../api/offices.ts";
import { say } from "../../words/i18n.ts";
import { lettersWords as words, mailStageWords } from "../../words/staff_letters.ts";
import { banner } from "../page/banner.ts";
import { dateTime } from "../season/time.ts";

const kinds = { running: "success", unavailable: "warning", refused: "error" } as const;
const help = { unavailable: words.unavailableHelp, refused: words.refusedHelp } as const;

function reason({ state, since, stage, why }: MailQueue): TemplateResult | typeof nothing {
  if (state === "running") return nothing;
  return html`
    <p>${say(words.since, { time: dateTime(since ?? 0) })}${stage === null ? nothing : html` · ${say(words.stage, { stage: say(mailStageWords[stage]) })}`}</p>
    <p>${say(help[state])}</p>
    <dl class="mail-answer"><dt>${say(words.why)}</dt><dd lang="en"><code>${why}</code></dd></dl>`;
}

export const mailQueueBanner = (queue: MailQueue): TemplateResult => banner({
  kind: kinds[queue.state],
  title: say(words[queue.state]),
  body: html`${reason(queue)}<p>${say(words.waiting, { count: queue.waiting })}</p>`,
});
