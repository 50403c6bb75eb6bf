// Classes of code points that the rules ask about. Small and written by hand: the full Unicode tables would cost the
// browser 79 KB. Pure; safe from any thread.
#pragma once

namespace senkoi::rules {

/// White space that takes room, the ideographic space (U+3000) and the blank of Braille included; what takes none is
/// isIgnorable (invisible.hpp).
constexpr bool isSpace(char32_t point) {
  if (point <= 0x20) return point == 0x20 || (point >= 0x09 && point <= 0x0D);
  if (point < 0xA0) return false;
  return point == 0xA0 || point == 0x1680 || (point >= 0x2000 && point <= 0x200A) || point == 0x2028 ||
         point == 0x2029 || point == 0x202F || point == 0x205F || point == 0x2800 || point == 0x3000;
}

constexpr bool isLineBreak(char32_t point) {
  return point == 0x0A || point == 0x0D;
}

/// C0 and C1 controls, NUL and DEL included, the Unicode line and paragraph separators, marks of annotations.
constexpr bool isControl(char32_t point) {
  return point < 0x20 || (point >= 0x7F && point <= 0x9F) || point == 0x2028 || point == 0x2029 ||
         (point >= 0xFFF9 && point <= 0xFFFB);
}

/// Marks, embeddings, overrides and isolates of writing direction: they can make a text read as another (UAX 9).
constexpr bool isDirection(char32_t point) {
  return point == 0x061C || point == 0x200E || point == 0x200F || (point >= 0x202A && point <= 0x202E) ||
         (point >= 0x2066 && point <= 0x2069);
}

/// No character that another machine could show: the replacement character, non-characters, private use (gaiji).
constexpr bool isUnreadable(char32_t point) {
  if (point < 0xE000) return false;
  return point <= 0xF8FF || point == 0xFFFD || (point >= 0xFDD0 && point <= 0xFDEF) || (point & 0xFFFE) == 0xFFFE ||
         point >= 0xF0000;
}

/// The ASCII character that a full-width form (U+FF01 … U+FF5E, U+3000) stands for; any other point unchanged.
constexpr char32_t narrow(char32_t point) {
  if (point >= 0xFF01 && point <= 0xFF5E) return point - 0xFEE0;
  return point == 0x3000 ? U' ' : point;
}

constexpr bool isAsciiDigit(char32_t point) {
  return point >= '0' && point <= '9';
}
constexpr bool isAsciiLetter(char32_t point) {
  return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z');
}
constexpr char32_t lower(char32_t point) {
  return point >= 'A' && point <= 'Z' ? point + 0x20 : point;
}

/// 0 … 9 for 〇一二三四五六七八九 and 零, -1 for all else.
[[gnu::noinline]] constexpr int kanjiDigitOf(char32_t point) {
  switch (point) {
    case U'〇':
    case U'零':
      return 0;
    case U'一':
      return 1;
    case U'二':
      return 2;
    case U'三':
      return 3;
    case U'四':
      return 4;
    case U'五':
      return 5;
    case U'六':
      return 6;
    case U'七':
      return 7;
    case U'八':
      return 8;
    case U'九':
      return 9;
    default:
      return -1;
  }
}

/// 0 … 9 for half-width, full-width and kanji digits (〇一二…), -1 for all else.
constexpr int digitOf(char32_t point) {
  char32_t const narrowed = narrow(point);
  if (isAsciiDigit(narrowed)) return static_cast<int>(narrowed - '0');
  return point < 0x3000 ? -1 : kanjiDigitOf(point);
}

/// What people type between groups of digits: hyphen, minus, dashes, the long vowel mark, box line (M2.3: phone, postal
/// code).
constexpr bool isHyphen(char32_t point) {
  return point == '-' || (point >= 0x2010 && point <= 0x2015) || point == 0x2043 || point == 0x2212 ||
         point == 0x2500 || point == 0x2501 || point == 0x30FC || point == 0xFE58 || point == 0xFE63 ||
         point == 0xFF0D || point == 0xFF70;
}

/// Kanji, old and variant ones included.
constexpr bool isKanji(char32_t point) {
  return (point >= 0x3400 && point <= 0x9FFF) || (point >= 0xF900 && point <= 0xFAFF) ||
         (point >= 0x20000 && point <= 0x3FFFF) || point == 0x3005;
}

}  // namespace senkoi::rules
