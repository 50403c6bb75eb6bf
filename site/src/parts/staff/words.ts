// The words of the pages for staff, and of their forms: pages of applicants carry neither.
import forms from "@senkoi/words/staff.forms.json";
import { addForms } from "../../words/core_items.ts";
import { addWords } from "../../words/core_words.ts";

addForms(forms);
addWords({ ja: () => import("@senkoi/words/staff.ja.json"), en: () => import("@senkoi/words/staff.en.json") });
