// Files that the build makes from core (build/words); typed here so that the pages compile before it has run.
declare module "@senkoi/words/ja.json" {
  const words: import("./words/core_words.ts").CoreWords;
  export default words;
}
declare module "@senkoi/words/en.json" {
  const words: import("./words/core_words.ts").CoreWords;
  export default words;
}
declare module "@senkoi/words/forms.json" {
  const forms: Record<import("@senkoi/core").FormName, import("./words/core_items.ts").ItemSpec[]>;
  export default forms;
}
declare module "@senkoi/words/staff.ja.json" {
  const words: Partial<import("./words/core_words.ts").CoreWords>;
  export default words;
}
declare module "@senkoi/words/staff.en.json" {
  const words: Partial<import("./words/core_words.ts").CoreWords>;
  export default words;
}
declare module "@senkoi/words/staff.forms.json" {
  const forms: Record<import("@senkoi/staff").StaffFormName, import("./words/core_items.ts").ItemSpec[]>;
  export default forms;
}
declare module "*.css";

/** What the bundler knows: whether it serves the sources while they are written. */
interface ImportMeta { readonly env: { readonly DEV: boolean }; }
