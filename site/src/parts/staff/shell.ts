// How a page for staff opens: it learns who is logged in before anything else, and stands in the frame of staff.
import type { TemplateResult } from "lit-html";
import { heardServerTime } from "../../api/season.ts";
import { readMember } from "../../api/staff.ts";
import { openPage, type Page, type PageSpec } from "../page/page.ts";
import { heardMember, staffFrame } from "./frame.ts";
import { sawStaffIn } from "./membership.ts";
import "./words.ts";

export { staffMember } from "./frame.ts";

export interface StaffPageSpec extends Pick<PageSpec, "load" | "wide" | "above"> {
  title: () => string;
  main: () => TemplateResult;
}

async function meetMember(): Promise<void> {
  const member = await readMember();
  heardMember(member);
  heardServerTime(member.server_now);
  sawStaffIn();
}

/** A page for those who are logged in as staff. */
export function openStaffPage(spec: StaffPageSpec): Page {
  const load = async () => {
    await meetMember();
    await spec.load?.();
  };
  return openPage({ ...spec, member: true, load }, staffFrame);
}

/** A page on the way to the log-in. */
export const openStaffDoor = (spec: StaffPageSpec): Page => openPage(spec, staffFrame);
