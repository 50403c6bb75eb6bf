// What the schema's formats mean; the lengths are the schema's own.
import { isEntry, isLines, isText } from "./reading.js";

export const sound = (text) => isText(text, 0, 200);
export const entry = (text) => isEntry(text);
export const lines = (text) => isLines(text, 1000);
