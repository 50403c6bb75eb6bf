// What every JavaScript peer needs before it can judge: values read as people write them (any width, any hyphen, spaces around),
// as core's rules read them (M2.3a: what a machine can convert is never sent back). Answers canonical texts; what cannot be read
// stays as it was, so that the peer's own rule refuses it. Written for speed: char codes, no allocation where nothing changes.
const isSpace = (unit) =>
  unit === 0x20 || unit === 0x3000 || (unit >= 0x09 && unit <= 0x0d) || unit === 0xa0 || unit === 0x1680 || (unit >= 0x2000 && unit <= 0x200a) ||
  unit === 0x2028 || unit === 0x2029 || unit === 0x202f || unit === 0x205f || unit === 0x2800;
const isHyphen = (unit) =>
  unit === 0x2d || (unit >= 0x2010 && unit <= 0x2015) || unit === 0x2043 || unit === 0x2212 || unit === 0x2500 || unit === 0x2501 ||
  unit === 0x30fc || unit === 0xfe58 || unit === 0xfe63 || unit === 0xff0d || unit === 0xff70;
const narrow = (unit) => (unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit === 0x3000 ? 0x20 : unit);
const lower = (unit) => (unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit);
const kanjiDigits = "〇一二三四五六七八九";

const isControl = (unit) => unit < 0x20 || (unit >= 0x7f && unit <= 0x9f) || unit === 0x2028 || unit === 0x2029 || (unit >= 0xfff9 && unit <= 0xfffb);
const isPlain = (unit) => (unit > 0x20 && unit < 0x7f) || (unit > 0x3000 && unit < 0xd800 && unit !== 0x3164);
const ignorable = /^\p{Default_Ignorable_Code_Point}$/u;
const isSelector = (point) =>
  (point >= 0xfe00 && point <= 0xfe0f) || (point >= 0xe0100 && point <= 0xe01ef) || (point >= 0x180b && point <= 0x180f && point !== 0x180e);

/** Without white space at the ends and without what nobody sees; a run of breaks that may not stand there becomes `instead`, a space or a
 *  line break. In people's own words joiners and selectors stay. */
function clean(text, instead, ownWords) {
  let at = 0;
  while (at < text.length && isPlain(text.charCodeAt(at))) ++at;
  if (at === text.length) return text;
  const signs = Array.from(text, (sign) => ({ sign, point: sign.codePointAt(0), unseen: isControl(sign.codePointAt(0)) || ignorable.test(sign) }));
  const ink = ({ point, unseen }) => !unseen && !isSpace(point);
  const from = signs.findIndex(ink);
  if (from < 0) return "";
  let until = signs.findLastIndex(ink) + 1;
  while (until < signs.length && isSelector(signs[until].point)) ++until;
  let found = "";
  let before = false;
  for (const { sign, point, unseen } of signs.slice(from, until)) {
    const line = instead === "\n" && (point === 0x0a || point === 0x0d || point === 0x09);
    const goes = unseen && !line && !(ownWords && (point === 0x200d || isSelector(point)));
    const breaks = goes && isSpace(point);
    if (breaks && !before) found += instead;
    before = breaks || (before && goes);
    if (!goes) found += sign;
  }
  return found;
}

const numberSigns = ".,:;'\"#_/()[]=*~|\u00b7\u30fb第号番№℡";
const isNumberSign = (unit) =>
  isHyphen(unit) || (unit >= 0x2010 && unit <= 0x2027) || (unit >= 0xff61 && unit <= 0xff65) ||
  (unit >= 0x3001 && unit <= 0x301f && (unit < 0x3005 || unit > 0x3007)) || numberSigns.includes(String.fromCharCode(narrow(unit)));
const isLatin = (unit) => lower(unit) >= 0x61 && lower(unit) <= 0x7a;
const isLetter = (point) =>
  isLatin(narrow(point)) || (point >= 0x3041 && point <= 0x30fe) || (point >= 0x3400 && point <= 0x9fff) || (point >= 0xf900 && point <= 0xfaff) ||
  (point >= 0x20000 && point <= 0x3ffff) || point === 0x3005 || (point >= 0xff66 && point <= 0xff9f);

/** The digits of a text, tens in kanji as well: `groups` of digits that more than white space parts, plus signs before them. Between them
 *  stands only `between`; where that is "-", any sign of numbers, and words before and behind. null where anything else does. */
export function digitsOf(text, between) {
  const labels = between === "-";
  const ends = [];
  let found = "";
  let signs = 0;
  let latin = 0;
  let point = -1;
  let beforeWord = Infinity;
  let othersAtPoint = false;
  let [ten, afterDigit, word, others] = [false, false, false, false];
  const endTen = () => {
    if (ten) found += "0";
    ten = false;
  };
  const endWord = () => {
    others ||= latin === 1;
    latin = 0;
  };
  const endGroup = () => {
    endTen();
    if (found.length !== (ends.at(-1) ?? 0)) ends.push(found.length);
  };
  for (const sign of text) {
    const unit = sign.codePointAt(0);
    const narrowed = narrow(unit);
    const read = isHyphen(unit) ? "-" : unit > 0xffff ? sign : String.fromCharCode(lower(narrowed));
    const mayStand = between.includes(read);
    const kanji = unit === 0x96f6 ? 0 : kanjiDigits.indexOf(sign);
    const digit = read === "元" && mayStand ? 1 : narrowed >= 0x30 && narrowed <= 0x39 ? narrowed - 0x30 : kanji;
    if (digit >= 0 || isSpace(unit)) endWord();
    if (digit >= 0) {
      found += digit;
      ten = false;
    } else if (sign === "十") {
      endTen();
      if (!afterDigit) found += "1";
      ten = true;
    } else if (!isSpace(unit)) {
      endGroup();
      if (read === "+") ++signs;
      point = -1;
      if (labels && isLetter(unit) && !isNumberSign(unit)) {
        word = true;
        if (isLatin(narrowed)) ++latin;
        if (found) beforeWord = Math.min(beforeWord, found.length);
      } else {
        endWord();
        othersAtPoint = others;
        if (read === "." && found) point = found.length;
        others ||= !(mayStand || (labels && (isNumberSign(unit) || (read === "+" && found === ""))));
      }
    }
    afterDigit = digit >= 0;
  }
  endTen();
  endWord();
  if (point > 0 && ["0", "00"].includes(found.slice(point))) {
    found = found.slice(0, point);
    others = othersAtPoint;
  }
  endGroup();
  if (others || found.length > beforeWord || (word && found === "")) return null;
  return { digits: found, groups: ends.map((end, place) => found.slice(ends[place - 1] ?? 0, end)), signs };
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

const eras = { s: 1925, 昭: 1925, "㍼": 1925, h: 1988, 平: 1988, "㍻": 1988, r: 2018, 令: 2018, "㋿": 2018 };

/** {year, month} of what a text says of a licence's date, the month 0 where it says none; null where it is no date. */
function licenceDate(text) {
  const first = text.charCodeAt(0);
  const before = eras[String.fromCharCode(lower(narrow(first)))] ?? 0;
  const begun = before || "西十零".includes(text[0]) || kanjiDigits.includes(text[0]) || (narrow(first) >= 0x30 && narrow(first) <= 0x39);
  const read = digitsOf(text, before ? ".西暦年度月日取得/-昭平令和成㍼㍻㋿shr元" : ".西暦年度月日取得/-");
  if (!begun || !read || read.groups.length < 1 || read.groups.length > 3) return null;
  let { groups } = read;
  const { digits } = read;
  if (!before && groups.length === 1 && (digits.length === 6 || digits.length === 8))
    groups = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].filter((group) => group);
  const place = !before && groups.length === 2 && groups[1].length === 4 ? 1 : 0;
  if (before ? groups[place].length > 2 : groups[place].length !== 4) return null;
  const number = (group) => (group.length > 4 ? -1 : Number(group));
  const month = groups.length > 1 ? number(groups[1 - place]) : 0;
  if (groups.length > 1 && (month < 1 || month > 12)) return null;
  if (groups.length > 2 && (number(groups[2]) < 1 || number(groups[2]) > 31)) return null;
  return { year: before + Number(groups[place]), month };
}
const written = ({ year, month }) => String(year).padStart(4, "0") + (month ? `/${month}` : "");

export function licenceYear(text) {
  const date = licenceDate(text);
  return date ? written(date) : text;
}

export function licenceMonth(text) {
  const read = digitsOf(text, "月");
  if (read && read.signs === 0 && read.digits && read.digits.length <= 2 && Number(read.digits) >= 1 && Number(read.digits) <= 12) return String(Number(read.digits));
  const date = licenceDate(text);
  return date?.month ? written(date) : "\ufffd";
}

/** A date in one of the two items of the licence, spread over both unless the other says otherwise. */
function spread(form, now) {
  const whole = (text) => text.length > 4 && /^\d{4}\/\d+$/.test(text) && patterns.licenceYear.test(text.slice(0, 4)) && !inFuture(Number(text.slice(0, 4)), 1, now);
  const inYear = whole(form.licence_year);
  const inMonth = whole(form.licence_month);
  if (!inYear && !inMonth) return;
  const [year, month] = (inYear ? form.licence_year : form.licence_month).split("/");
  const same = inYear && inMonth && form.licence_year === form.licence_month;
  if (inYear && !same && form.licence_month !== "" && form.licence_month !== month) {
    form.licence_year = "";
    if (inMonth) form.licence_month = month; // no fault of its own
  } else if (inMonth && !same && form.licence_year !== "" && form.licence_year !== year) {
    form.licence_month = "";
  } else {
    form.licence_year = year;
    form.licence_month = month;
  }
}

/** The digits alone, whatever people paste around them; null where more is there. */
function pasted(text) {
  const read = digitsOf(text, "-");
  return read && read.signs === 0 ? read.digits : null;
}

export function registryNumber(text) {
  const digits = pasted(text);
  return digits?.length === 6 ? `0${digits}` : (digits ?? "\ufffd");
}

export function postalCode(text) {
  const digits = pasted(text);
  return digits?.length === 7 ? `${digits.slice(0, 3)}-${digits.slice(3)}` : "\ufffd";
}

export function phone(text) {
  const read = digitsOf(text, "-");
  if (!read || read.signs > 1) return "\ufffd";
  const { digits } = read;
  if (digits.length > 15) return "\ufffd";
  if (read.signs === 0 && !digits.startsWith("0081")) return digits;
  const abroad = read.signs ? digits : digits.slice(2);
  if (!abroad.startsWith("81")) return `+${abroad}`;
  return `0${abroad.slice(abroad[2] === "0" ? 3 : 2)}`;
}

export function prefecture(text) {
  const read = digitsOf(text, "'");
  return read && read.digits && read.digits.length <= 2 ? read.digits.padStart(2, "0") : "\ufffd";
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

const ownWords = new Set(["family_name", "given_name", "address", "residency_program", "curriculum_reason_text"]);

/** A form as people filled it in → the same in canonical texts. A text that is longer than its room stays, and is refused by its length. */
export function read(values, now) {
  const form = {};
  for (const item in rooms) {
    const value = values[item];
    if (!fits(value, rooms[item])) {
      form[item] = value;
      continue;
    }
    const text = clean(value, item === "curriculum_reason_text" ? "\n" : " ", ownWords.has(item));
    const reader = readers[item];
    form[item] = reader !== undefined && text !== "" ? (unsound.test(text) ? "\ufffd" : reader(text)) : text;
  }
  if (form.licence_year.length > 4 || form.licence_month.length > 2) spread(form, now);
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
