// What spreadsheets take for something else than the text it is, and how our own files keep it: a formula (OWASP: CSV
// injection), in either width, by an apostrophe before it; a number or a date, which would lose its zeros or be
// rewritten (0312345678, 1-2-3), by ="…", a formula that is nothing but that text. Both come in again as what they
// stand for. Pure.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "senkoi/rules/text/digits.hpp"
#include "senkoi/rules/text/shape.hpp"

namespace senkoi::server::csv {

inline constexpr std::array<std::string_view, 8> formulaSigns{"=", "+", "-", "@", "＝", "＋", "－", "＠"};

inline bool isFormula(std::string_view cell) {
  return std::ranges::any_of(formulaSigns, [&](std::string_view sign) { return cell.starts_with(sign); });
}

inline std::string_view withoutApostrophes(std::string_view cell) {
  return cell.substr(std::min(cell.find_first_not_of('\''), cell.size()));
}

// Also behind what a spreadsheet skips or does not show, and behind apostrophes, of which one is taken for ours; and
// where a tab or a line break would stand first.
inline bool needsApostrophe(std::string_view text) {
  if (text.find_first_of("\t\r\n") == 0) return true;
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size(); from = at) {
    const char32_t point = rules::next(text.data(), text.size(), at);
    if (!rules::isSpace(point) && !rules::isUnseen(point, rules::Lines::one)) break;
  }
  return isFormula(withoutApostrophes(text.substr(from)));
}

// The apostrophe by which our own files keep a cell from being a formula is no part of it.
inline std::string_view withoutApostrophe(std::string_view cell) {
  const bool ours = cell.starts_with('\'') && isFormula(withoutApostrophes(cell));
  return ours ? cell.substr(1) : cell;
}

// Digits and what stands between those of numbers, dates and times; a whole number that comes out as it went in is
// none.
inline bool isRewritten(std::string_view text) {
  constexpr std::u32string_view between = U"-/.:, Ee%\u5E74\u6708\u65E5\u6642\u5206\u79D2";  // 年月日時分秒
  if (text.empty() || rules::digitOf(rules::firstPoint(text)) < 0) return false;
  const bool mayBe = rules::everyPoint(text, [&](char32_t point) {
    const char32_t read = rules::isHyphen(point) ? U'-' : rules::narrow(point);
    return rules::isAsciiDigit(read) || between.find(read) != between.npos;
  });
  constexpr std::size_t keptDigits = 15;
  const bool whole = text.find_first_not_of("0123456789") == std::string_view::npos;
  return mayBe && !(whole && text.size() <= keptDigits && (text == "0" || text.front() != '0'));
}

inline constexpr std::string_view textBegins = "=\"", textEnds = "\"";

inline bool isKeptText(std::string_view cell) {
  const bool framed = cell.size() > 2 && cell.starts_with(textBegins) && cell.ends_with(textEnds);
  return framed && cell.find('"', textBegins.size()) == cell.size() - 1;
}

}  // namespace senkoi::server::csv
