// /staff/candidates.html: the director’s work. Who applied, with all that the registration holds; 採用, 不採用 or 保留 one by
// one or many at once, by mouse or by keyboard without leaving the list; what is left of capacity and ceiling, live; decline
// and change of data at the applicant’s word (S1, S2, M5.2).
import "./candidates/candidates.css";
import "./candidates/phone.css";
import "./candidates/paper.css";
import { nothing, type TemplateResult } from "lit-html";
import { html } from "../../parts/page/template.ts";
import type { ApplicationState, Round } from "@senkoi/core";
import { candidatesFile, readCandidates, type Candidate } from "../../api/directing.ts";
import { heardServerTime, season, serverNow } from "../../api/season.ts";
import type { SeatKind } from "../../api/types.ts";
import { banner } from "../../parts/page/banner.ts";
import { announce } from "../../parts/page/live.ts";
import { presentBanner } from "../../parts/season/season_status.ts";
import { facilityName, programName } from "../../parts/applicant/program_name.ts";
import { staffCoreOfSeason } from "../../parts/staff/core.ts";
import { openStaffPage, staffMember } from "../../parts/staff/shell.ts";
import { dateTime } from "../../parts/season/time.ts";
import { say } from "../../words/i18n.ts";
import { candidateWords as words } from "../../words/staff_candidates.ts";
import { staffPageWords } from "../../words/staff_pages.ts";
import { enterDecline, saveChange, startChange } from "./candidates/entered_by_director.ts";
import { Board } from "./candidates/board.ts";
import { bulkBar } from "./candidates/bulk.ts";
import { choiceOf, queryOf, type Choice } from "./candidates/choosing.ts";
import { Desk, refusalOfDeciding } from "./candidates/desk.ts";
import { details } from "./candidates/details.ts";
import { onKey, type Keys } from "./candidates/keys.ts";
import { keysHelp } from "./candidates/keys_help.ts";
import { followSeats, type LiveSeats, type SeatsOfProgram } from "./candidates/live_seats.ts";
import { refusalsBanner } from "./candidates/refusals.ts";
import { list, mayDecide } from "./candidates/rows.ts";
import { seatsPanel } from "./candidates/seats_panel.ts";
import { changing, holding } from "./candidates/small_forms.ts";
import { toolbar } from "./candidates/toolbar.ts";

const desk = new Desk(() => page);
desk.choice = choiceOf(location.search);
let rounds: readonly Round[] = [];
let file = "";
let kinds: readonly SeatKind[] = [];
let live: LiveSeats | null = null;

async function load(): Promise<void> {
  const [told, known, rules] = await Promise.all([readCandidates(), season(), staffCoreOfSeason()]);
  heardServerTime(told.server_now);
  rounds = known.schedule.rounds;
  kinds = known.kinds ?? [];
  desk.rules = rules;
  desk.board = new Board(told);
  if (desk.owner === "") desk.owner = staffMember().staff.name;
  const { choice } = desk;
  const program = told.programs.find(({ id }) => id === choice.program) ?? told.programs[0];
  others = new Map();
  if (program) file = await candidatesFile(program.id);
  desk.choice = { ...choice, program: program?.id ?? 0 };
  desk.look();
  live ??= followSeats(hear, () => page.refresh());
}

/** How many decisions were taken by others when the list was read last, by program. */
let others: ReadonlyMap<number, number> = new Map();

function hear(seats: readonly SeatsOfProgram[]): void {
  for (const { program, decisions: _, ...left } of seats) desk.board.seat(program, left);
  const { board } = desk;
  const now = new Map(seats.map(({ program, decisions }) => [program, decisions - board.takenIn(program)]));
  const more = [...now].some(([program, count]) => count > (others.get(program) ?? count));
  others = now;
  if (more && !board.isSending) void followColleague();
  page.refresh();
}

/** A colleague's decision appears by itself (L13). */
async function followColleague(): Promise<void> {
  try {
    desk.board.update(await readCandidates());
    announce(say(words.colleagueDecided));
    page.refresh();
  } catch {
    // The next change, or the next action, reads again.
  }
}

async function change(next: Choice): Promise<void> {
  desk.change(next);
  history.replaceState(history.state, "", queryOf(next));
  announce(say(words.found, { count: desk.shown.length }));
  file = await candidatesFile(next.program);
  page.refresh();
}

const withCurrent = (deed: (candidate: Candidate) => void) => (): void => {
  const { current } = desk;
  if (current) deed(current);
};

const keys: Keys = {
  move: (by) => desk.step(by),
  edge: (to) => desk.step(to === "first" ? -desk.shown.length : desk.shown.length),
  adopt: withCurrent((at) => void desk.decide("adopted", at)),
  reject: withCurrent((at) => void desk.decide("rejected", at)),
  hold: withCurrent((at) => void desk.decide("held", at)),
  undo: withCurrent((at) => void desk.decide("applied", at)),
  open: withCurrent(desk.toggleOpen),
  select: withCurrent(desk.toggleSelect),
  search: () => document.getElementById("search")?.focus(),
};

function below(candidate: Candidate): TemplateResult | typeof nothing {
  const { open, rules, closeBelow: cancel } = desk;
  if (open?.of !== candidate.application.id) return nothing;
  if (open.face === "hold")
    return holding({ page, form: open.form, count: open.ids.length, save: () => desk.saveHold(open), cancel });
  if (open.face === "change")
    return changing({ page, data: open.data, note: open.note, rules, save: () => void saveChange(desk, open), cancel });
  return details({
    candidate, rules, busy: page.busy, saved: open.saved === true, change: () => startChange(desk, candidate), decline: () => void enterDecline(desk, candidate),
  });
}

function activate({ application: { id } }: Candidate): void {
  if (desk.active === id) return;
  desk.active = id;
  page.refresh();
}

function grid(): TemplateResult {
  const { board, rows: shown, program: { seats }, active, selected, toggleSelect, selectAll, toggleOpen, press } = desk;
  if (shown.length === 0) return html`<p>${say(board.of(desk.choice.program).length === 0 ? words.noCandidates : words.nobodyFound)}</p>`;
  const isBelow = (each: Candidate) => desk.open?.of === each.application.id;
  return html`<div class="candidates-frame" @keydown=${(event: KeyboardEvent) => onKey(event, keys)}>${
    list({ board, shown, seats, kinds, active, selected, below, isOpen: isBelow, activate, toggleSelect, selectAll, toggleOpen, decide: (candidate, to) => void press(candidate, to) })}</div>`;
}

const isOpen = (): boolean => desk.board.of(desk.choice.program).some(mayDecide);

/** Why nothing can be decided now, once above the list and not in each row. */
function period(): TemplateResult {
  const [first] = desk.board.of(desk.choice.program);
  const present = desk.rules.present(rounds, serverNow());
  const note = first && !isOpen()
    ? banner({ kind: "info", title: say(words.cannotNow), body: html`<p>${refusalOfDeciding(first)}</p>` })
    : html`<p class="small candidates__until">${say(present.period === "adoption" ? words.untilWhen : words.finalAbout)}</p>`;
  return html`${presentBanner(present, rounds)}${note}`;
}

function counts(): ReadonlyMap<ApplicationState, number> {
  const found = new Map<ApplicationState, number>();
  for (const each of desk.board.of(desk.choice.program)) {
    const state = desk.board.stateOf(each);
    found.set(state, (found.get(state) ?? 0) + 1);
  }
  return found;
}

const decideMany = (to: Parameters<Desk["decide"]>[0]): void => withCurrent((at) => void desk.decide(to, at))();

function main(): TemplateResult {
  const { board, choice, program, selected } = desk;
  if (board.programs.length === 0) return banner({ kind: "info", title: say(words.none) });
  const refusals = desk.rows.flatMap((each) => board.refusalOf(each) ?? []);
  return html`
    <p class=${board.programs.length > 1 ? "candidates__program only-print" : "candidates__program"}><strong>${facilityName(program.facility)}</strong>　${programName(program.name)}</p>
    <p class="only-print small">${say(words.printedAt, { time: dateTime(serverNow()) })}</p>
    ${period()} ${seatsPanel(program, live?.live ?? false, kinds)}
    ${toolbar({ programs: board.programs, choice, counts: counts(), total: board.of(choice.program).length, file, change: (next) => void change(next) })}
    <section aria-labelledby="list" class="candidates-section">
      <h2 id="list">${say(words.list)}</h2>
      ${keysHelp(isOpen())}
      ${refusals.length > 1 ? refusalsBanner(refusals, program) : nothing}
      ${grid()}
      ${bulkBar({ count: selected.size, tooMany: selected.size > 1 ? board.tooMany(desk.chosen, program) : 0, seats: program.seats, decide: decideMany, clear: desk.selectNone })}
    </section>`;
}

const page = openStaffPage({ title: () => say(staffPageWords.candidates.title), main, load, wide: true });

addEventListener("beforeunload", (event) => { if (desk.board?.isSending) event.preventDefault(); });
