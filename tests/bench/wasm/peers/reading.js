// What every JavaScript peer needs before it can judge: values read as people write them (any width, any hyphen, spaces around),
// as core's rules read them (M2.3a: what a machine can convert is never sent back). Answers canonical texts; what cannot be read
// stays as it was, so that the peer's own rule refuses it. Written for speed: char codes, no allocation where nothing changes.
const isSpace = (unit) =>
  unit === 0x20 || unit === 0x3000 || (unit >= 0x09 && unit <= 0x0d) || unit === 0xa0 || unit === 0x1680 || (unit >= 0x2000 && unit <= 0x200b) ||
  unit === 0x2028 || unit === 0x2029 || unit === 0x202f || unit === 0x205f || unit === 0x2060 || unit === 0xfeff;
const isHyphen = (unit) =>
  unit === 0x2d || (unit >= 0x2010 && unit <= 0x2015) || unit === 0x2043 || unit === 0x2212 || unit === 0x2500 || unit === 0x2501 ||
  unit === 0x30fc || unit === 0xfe58 || unit === 0xfe63 || unit === 0xff0d || unit === 0xff70;
const narrow = (unit) => (unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit === 0x3000 ? 0x20 : unit);
const lower = (unit) => (unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit);
const kanjiDigits = "〇一二三四五六七八九";

export function trimmed(text) {
  let from = 0;
  let until = text.length;
  while (from < until && isSpace(text.charCodeAt(from))) ++from;
  while (until > from && isSpace(text.charCodeAt(until - 1))) --until;
  return from === 0 && until === text.length ? text : text.slice(from, until);
}

const isDirection = (unit) =>
  unit === 0x61c || unit === 0x200e || unit === 0x200f || (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069);
const isControl = (unit) => unit < 0x20 || (unit >= 0x7f && unit <= 0x9f) || unit === 0x2028 || unit === 0x2029;
const isPlain = (unit) => (unit >= 0x20 && unit < 0x7f) || (unit >= 0x3000 && unit < 0xd800);

/** Without controls and marks of direction; a run of breaks that may not stand there becomes `instead`, a space or a line break. */
function seen(text, instead) {
  let at = 0;
  while (at < text.length && isPlain(text.charCodeAt(at))) ++at;
  if (at === text.length) return text;
  let found = text.slice(0, at);
  for (let before = false; at < text.length; ++at) {
    const unit = text.charCodeAt(at);
    const stays = instead === "\n" && (unit === 0x0a || unit === 0x0d || unit === 0x09);
    const unseen = !stays && (isControl(unit) || isDirection(unit));
    const breaks = unseen && isSpace(unit);
    if (breaks && !before) found += instead;
    before = breaks || (before && unseen);
    if (!unseen) found += text[at];
  }
  return found;
}

/** The digits of a text, tens in kanji as well, between which only `between` (and spaces) stands; null where anything else does. */
export function digitsOf(text, between) {
  let found = "";
  let ten = false;
  for (let at = 0, afterDigit = false; at < text.length; ++at) {
    const unit = text.charCodeAt(at);
    const narrowed = narrow(unit);
    const digit = narrowed >= 0x30 && narrowed <= 0x39 ? narrowed - 0x30 : unit === 0x96f6 ? 0 : kanjiDigits.indexOf(text[at]);
    if (text[at] === "十") {
      if (ten) found += "0";
      if (!afterDigit) found += "1";
      ten = true;
    } else if (digit >= 0) {
      found += digit;
      ten = false;
    } else if (!isSpace(unit)) {
      if (ten) found += "0";
      ten = false;
      if (!between.includes(isHyphen(unit) ? "-" : String.fromCharCode(lower(narrowed)))) return null;
    }
    afterDigit = digit >= 0;
  }
  return ten ? found + "0" : found;
}

const points = (text) => {
  let count = 0;
  for (let at = 0; at < text.length; ++at, ++count) {
    if (text.charCodeAt(at) >> 10 === 0x36 && text.charCodeAt(at + 1) >> 10 === 0x37) ++at;
  }
  return count;
};

/** What no other machine could show: private, broken and non-characters. */
const unsound = /[\ue000-\uf8ff\ufffd\ufdd0-\ufdef\ufffe\uffff\p{Cs}\u{f0000}-\u{10ffff}]|[\u{1fffe}\u{1ffff}\u{2fffe}\u{2ffff}\u{3fffe}\u{3ffff}]/u;

/** Whether a text may stand where 1 … max (or 0 … max) code points may. */
export const isText = (text, min, max) => {
  if (text.length > 2 * max + 24 || unsound.test(text)) return false;
  const length = points(text);
  return length >= min && length <= max;
};
/** The second entry of a password: anything that may be compared. */
export const isEntry = (text) => text.length >= 1 && text.length <= 64 && !unsound.test(text);
export const isLines = (text, max) => text.length <= 2 * max + 24 && !unsound.test(text) && points(text.replaceAll("\r\n", "\n")) <= max;

const eras = { s: 1925, 昭: 1925, h: 1988, 平: 1988, r: 2018, 令: 2018 };

export function licenceYear(text) {
  const before = eras[String.fromCharCode(lower(narrow(text.charCodeAt(0))))] ?? 0;
  let digits = digitsOf(text, before ? "昭平令和成shr.年元" : "西暦年");
  if (digits === "" && text.includes("元")) digits = "1";
  if (!digits || (before ? digits.length > 2 : digits.length !== 4)) return text;
  return String(before + Number(digits)).padStart(4, "0");
}

export function licenceMonth(text) {
  const digits = digitsOf(text, "月");
  return digits && digits.length <= 2 ? String(Number(digits)) : text;
}

export function registryNumber(text) {
  const digits = digitsOf(text, "-第号");
  return digits?.length === 6 ? `0${digits}` : (digits ?? text);
}

export function postalCode(text) {
  const digits = digitsOf(text, "-〒");
  return digits?.length === 7 ? `${digits.slice(0, 3)}-${digits.slice(3)}` : text;
}

export function phone(text) {
  const digits = digitsOf(text, "-+()./");
  if (digits === null) return text;
  let signs = 0;
  for (const sign of text) signs += sign === "+" || sign === "＋";
  const abroad = narrow(text.charCodeAt(0)) === 0x2b;
  if (signs !== (abroad ? 1 : 0)) return text;
  if (!abroad) return digits;
  if (!digits.startsWith("81")) return `+${digits}`;
  return digits[2] === "0" ? digits.slice(2) : `0${digits.slice(2)}`;
}

export function prefecture(text) {
  const digits = digitsOf(text, "");
  return digits && digits.length <= 2 ? digits.padStart(2, "0") : text;
}

const fits = (text, max) => text.length <= 2 * max + 24;
const rooms = {
  family_name: 64, given_name: 64, registry_number: 7, licence_year: 4, licence_month: 2, postal_code: 8, prefecture: 2, address: 200, phone: 16,
  residency_program: 100, track: 16, curriculum_reason: 16, curriculum_reason_text: 1000, regional_quota: 16, regional_quota_consent: 16,
  password: 20, password_again: 20,
};
/** Half-width throughout, as the two passwords are compared. */
function halfWidth(text) {
  for (let at = 0; at < text.length; ++at)
    if (narrow(text.charCodeAt(at)) !== text.charCodeAt(at)) return Array.from(text, (sign) => (sign.length > 1 ? sign : String.fromCharCode(narrow(sign.charCodeAt(0))))).join("");
  return text;
}

const readers = {
  registry_number: registryNumber, licence_year: licenceYear, licence_month: licenceMonth, postal_code: postalCode, prefecture, phone,
  password: halfWidth, password_again: halfWidth,
};
export const items = Object.keys(rooms);

/** A form as people filled it in → the same in canonical texts. A text that is longer than its room stays, and is refused by its length. */
export function read(values) {
  const form = {};
  for (const item in rooms) {
    const value = values[item];
    if (!fits(value, rooms[item])) {
      form[item] = value;
      continue;
    }
    const text = trimmed(seen(value, item === "curriculum_reason_text" ? "\n" : " "));
    const reader = readers[item];
    form[item] = reader !== undefined && text !== "" ? (unsound.test(text) ? "\ufffd" : reader(text)) : text;
  }
  if (form.track === "program") form.curriculum_reason = "";
  if (form.curriculum_reason !== "other" && isReason(form.curriculum_reason)) form.curriculum_reason_text = "";
  if (form.regional_quota === "no") form.regional_quota_consent = "";
  return form;
}

const isReason = (reason) => reason === "" || reason === "duty" || reason === "regional";

/** Whether year and month lie after the month of `now` in Japan. */
export function inFuture(year, month, now) {
  const today = new Date(now + 9 * 3_600_000);
  return year > today.getUTCFullYear() || (year === today.getUTCFullYear() && month > today.getUTCMonth() + 1);
}

export const patterns = {
  registryNumber: /^(?!0{7})\d{7}$/,
  licenceYear: /^(19(4[6-9]|[5-9]\d)|[2-9]\d{3})$/,
  licenceMonth: /^([1-9]|1[0-2])$/,
  postalCode: /^\d{3}-\d{4}$/,
  prefecture: /^(0[1-9]|[1-3]\d|4[0-7])$/,
  phone: /^(0[5-9]0\d{8}|0(?![5-9]0)\d{9}|\+(?!81)\d{7,15})$/,
  password: /^[0-9A-Za-z]{6,20}$/,
};
