// What the elements say, each in its own language: two on one page may differ.
import { coreWords, mailLimits } from "@senkoi/words/widget";
import { fill, type Fillers, type Language } from "../words/i18n.ts";
import { shortNames, widgetWords } from "../words/widget.ts";
import { fieldMeantIn } from "./society.ts";

export type Word = keyof typeof widgetWords;

export interface Speaker {
  readonly language: Language;
  say(word: Word, fillers?: Fillers): string;
  fieldName(field: string): string;
  prefectureName(prefecture: string): string;
  shortPrefecture(prefecture: string): string;
  readonly mailLabel: string;
  readonly mailHelp: string;
  /** The sentence of a code of the mail address; null where the widget has none. */
  sentence(code: string): string | null;
}

const speakerOf = (language: Language): Speaker => {
  const core = coreWords[language];
  const { mail } = core;
  return {
    language,
    say: (word, fillers = {}) => fill(widgetWords[word][language], fillers),
    fieldName: (field) => core.fields[field] ?? field,
    prefectureName: (prefecture) => core.prefectures[prefecture] ?? prefecture,
    shortPrefecture: (prefecture) => shortNames[prefecture]?.[language] ?? prefecture,
    mailLabel: mail.label,
    mailHelp: mail.help,
    sentence: (code) => (code in core.codes ? fill(core.codes[code]!, { label: mail.label, ...mailLimits }) : null),
  };
};

export const speakers: Readonly<Record<Language, Speaker>> = { ja: speakerOf("ja"), en: speakerOf("en") };

export const fieldMeant = (text: string): string | null => fieldMeantIn(coreWords, text);
