// A deed of the applicant (apply, switch, withdraw) that ends on my page with a word about it.
import { Refused } from "../../api/problem.ts";
import type { Said } from "../../words/i18n.ts";
import { attempt } from "./failure.ts";
import { leaveWord } from "./flash.ts";
import { leaveFor } from "./navigation.ts";
import { orNull } from "./optional.ts";
import { tellOtherTabs } from "../storage/other_tabs.ts";
import type { Page } from "./page.ts";

export interface Deed {
  page: Page;
  act: () => Promise<unknown>;
  word: Said;
  /** The title of a refusal. */
  failed: Said;
  /** A refusal means that things have changed meanwhile: they are read again and shown together with it. */
  load: () => Promise<void>;
}

export const doAndLeave = ({ page, act, word, failed, load }: Deed): Promise<void> => page.run(async () => {
  try {
    await attempt(failed, act);
  } catch (cause) {
    if (cause instanceof Refused && !cause.sessionOver) await orNull(load());
    throw cause;
  }
  tellOtherTabs();
  leaveWord(word);
  await leaveFor("mypage.html");
});
