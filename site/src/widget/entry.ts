// <senkoi-entry>: the two entries of a society's page (M1.1) and the mail address of a newcomer (M2.1). It never sees a password or a session.
import css from "./style/entry.css";
import { ask, Failed } from "./ask.ts";
import { fillWith, make, setFlag, type Child } from "./dom.ts";
import { DrawnElement, reflect, sheetOf, type Surroundings } from "./element.ts";
import { rules } from "./rules.ts";
import type { Speaker } from "./said.ts";
import type { Form } from "@senkoi/core";
import type { SenkoiEntry as Contract, SenkoiFinding } from "./public/senkoi.d.ts";

interface Message extends SenkoiFinding { readonly said?: string; }
const sheet = sheetOf(css);
const pageOf = (page: string, { site, field }: Surroundings): string => `${site}${page}?field=${field}`;

export class EntryElement extends DrawnElement implements Pick<Contract, "check" | "send" | "reset"> {
  static override readonly observedAttributes = DrawnElement.alsoObserving("view");

  #field = "";
  #mail = "";
  #message: Message | null = null;
  #failed = false;
  #sending = false;
  /** The address that the mail went to; empty before. */
  #sentTo = "";
  #form: Form | null = null;

  constructor() {
    super(sheet);
    this.addEventListener("focusin", () => void this.#rules());
  }

  override focus(options?: FocusOptions): void {
    this.root.querySelector<HTMLElement>("input, a")?.focus(options);
  }

  async check(): Promise<SenkoiFinding | null> {
    const form = await this.#rules();
    if (!form) return null;
    form.set("mail", this.#mail);
    const found = form.checkItem("mail");
    if (found?.severity !== "error") this.#type(form.get("mail"));
    const finding = found && { code: found.code, severity: found.severity };
    this.#show(finding?.severity === "fine" ? null : finding);
    this.tell("senkoi-check", { finding });
    return finding;
  }

  async send(): Promise<boolean> {
    const { here } = this;
    if (this.#sending || !here) return false;
    this.#sending = true;
    this.#settle();
    const found = await this.check();
    const sent = found?.severity !== "error" && (await this.#post(here, this.#mail));
    this.#sending = false;
    this.#settle();
    (sent ? this.at("answer") : this).focus();
    return sent;
  }

  reset(): void {
    this.#form?.clear();
    this.#sentTo = "";
    this.#type("");
    this.#show(null);
    this.#settle();
  }

  protected override heading(speaker: Speaker, field: string): string {
    return speaker.say("entryTitle", { field: speaker.fieldName(field) });
  }

  protected override content(here: Surroundings): Child {
    const links = this.getAttribute("view") === "links";
    return make("div", { class: "ways" }, links ? this.#registerLink(here) : this.#newcomer(here), this.#member(here));
  }

  protected override way({ site, speaker }: Surroundings): Child {
    return make("a", { part: "link", href: site }, speaker.say("name"));
  }

  protected override drawn({ field }: Surroundings): void {
    if (this.#field !== field) [this.#field, this.#sentTo] = [field, ""];
    if (!this.root.getElementById("mail")) return;
    this.#type(this.#mail);
    this.#show(this.#message);
    this.#settle();
  }

  #registerLink(here: Surroundings): Child {
    const { speaker } = here;
    return make("div", { class: "way", part: "way" }, ...this.#wayHead(speaker.say("newcomer"), speaker.say("newcomerFor")),
      make("p", {}, make("a", { part: "button", class: "button", href: pageOf("mail.html", here) }, speaker.say("register"))));
  }

  #member(here: Surroundings): Child {
    const { speaker } = here;
    return make("div", { class: "way", part: "way" }, ...this.#wayHead(speaker.say("member"), speaker.say("memberFor")),
      make("p", {}, make("a", { part: "button", class: "button button--quiet", href: pageOf("login.html", here) }, speaker.say("logIn"))));
  }

  #wayHead(name: string, whom: string): Child[] {
    return [make("p", { class: "way__name" }, name), make("p", { class: "soft", part: "text" }, whom)];
  }

  /** Form and answer lie in one cell: the one that is not shown keeps the room, so that nothing moves. */
  #newcomer(here: Surroundings): Child {
    return make("div", { class: "way way--mail", part: "way" }, this.#mailForm(here), this.#answer(here));
  }

  #mailForm(here: Surroundings): Child {
    const { speaker } = here;
    const input = make("input", {
      id: "mail", part: "input", class: "input", type: "email", name: "mail", required: true, autocomplete: "email", inputmode: "email",
      autocapitalize: "off", spellcheck: "false", "aria-describedby": "help said",
    });
    input.addEventListener("input", () => this.#typed(input.value));
    input.addEventListener("change", () => { if (input.value !== "") void this.check(); });
    const form = make("form", { id: "form", class: "stack", novalidate: true },
      ...this.#wayHead(speaker.say("newcomer"), speaker.say("newcomerFor")),
      make("label", { part: "label", for: "mail", class: "label" }, speaker.mailLabel),
      make("p", { id: "help", class: "soft" }, speaker.mailHelp),
      make("div", { class: "row" }, input, make("button", { id: "send", type: "submit", part: "button", class: "button" }, speaker.say("send"))),
      make("div", { id: "said", class: "said", part: "message", "aria-live": "polite" }));
    form.addEventListener("submit", (event) => { event.preventDefault(); void this.send(); });
    return form;
  }

  #answer({ speaker }: Surroundings): Child {
    const change = make("button", { type: "button", id: "change", class: "button button--plain", part: "link" }, speaker.say("changeAddress"));
    change.addEventListener("click", () => { this.#sentTo = ""; this.#settle(); this.focus(); });
    return make("div", { id: "answer", class: "stack answer", role: "group", "aria-labelledby": "sent", tabindex: -1 },
      make("p", { id: "sent", class: "way__name" }, speaker.say("sentTitle")),
      make("p", { id: "to" }), make("p", {}, speaker.say("nextOpen")), make("p", { class: "soft" }, speaker.say("noMailSpam")), make("p", {}, change));
  }

  async #rules(): Promise<Form | null> {
    return (this.#form ??= (await rules())?.form("mail_entry") ?? null);
  }

  #type(mail: string): void {
    this.#mail = mail;
    const input = this.at<HTMLInputElement>("mail");
    if (input && input.value !== mail) input.value = mail;
  }

  /** An error that stands there goes as soon as the address is right. */
  #typed(mail: string): void {
    this.#mail = mail;
    this.#failed = false;
    if (!this.#message) return;
    this.#form?.set("mail", mail);
    const found = this.#message.severity === "error" ? (this.#form?.checkItem("mail") ?? null) : null;
    this.#show(found?.severity === "error" ? found : null);
  }

  #show(message: Message | null): void {
    this.#message = message;
    const [input, box] = [this.at("mail"), this.at("said")];
    if (!box || !this.here) return;
    const { speaker } = this.here;
    const said = message && (message.said || speaker.sentence(message.code) || speaker.say("trouble"));
    const link = this.#failed && make("a", { part: "link", href: pageOf("mail.html", this.here) }, speaker.say("onSite"));
    box.dataset["severity"] = message?.severity ?? "";
    fillWith(box, said && make("p", {}, make("span", { class: "sign", "aria-hidden": "true" }), said, link && " ", link));
    setFlag(input, "aria-invalid", message?.severity === "error" && !this.#failed);
  }

  /** Shows where one is: entering, sending, sent. */
  #settle(): void {
    const [form, answer, button] = [this.at("form"), this.at("answer"), this.at("send")];
    if (!form || !this.here) return;
    const { speaker } = this.here;
    form.toggleAttribute("inert", this.#sentTo !== "");
    answer.toggleAttribute("inert", this.#sentTo === "");
    setFlag(button, "aria-disabled", this.#sending);
    button.textContent = speaker.say(this.#sending ? "sending" : "send");
    this.at("to").textContent = this.#sentTo && speaker.say("sentTo", { mail: this.#sentTo });
  }

  async #post({ api, field, speaker }: Surroundings, mail: string): Promise<boolean> {
    try {
      await ask(`${api}/mail-addresses`, speaker.language, { mail, field, language: speaker.language });
    } catch (cause) {
      this.#refused(cause instanceof Failed ? cause : new Failed("unknown", ""));
      return false;
    }
    this.#sentTo = mail;
    this.tell("senkoi-sent", { society: field });
    return true;
  }

  #refused({ code, said, errors }: Failed): void {
    const [ofMail] = errors.filter(({ field }) => field === "mail");
    this.#failed = !ofMail;
    if (ofMail) return this.#show({ code: ofMail.code, severity: "error", said: ofMail.message });
    this.#show({ code, severity: "error", said: said || this.here?.speaker.say(code === "unreachable" ? "away" : "trouble") || "" });
    this.tell("senkoi-failed", { code });
  }
}
reflect(EntryElement);
