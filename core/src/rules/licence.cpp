#include "senkoi/rules/licence.hpp"

namespace senkoi::rules {
namespace {

// The year before an era's first, by the first character of its name, its letter or its square form; 0 for any other.
int yearBeforeEra(char32_t first) {
  switch (first) {
    case U's':
    case U'昭':
    case U'㍼':
      return 1925;
    case U'h':
    case U'平':
    case U'㍻':
      return 1988;
    case U'r':
    case U'令':
    case U'㋿':
      return 2018;
    default:
      return 0;
  }
}

}  // namespace

std::u32string_view licenceSigns(char32_t first) {
  constexpr std::u32string_view signs = U".西暦年度月日取得/-昭平令和成㍼㍻㋿shr元";
  return yearBeforeEra(first) > 0 ? signs : signs.substr(0, 11);
}

LicenceDate licenceDate(char32_t first, Digits found) {
  int const before = yearBeforeEra(first);
  bool const era = before > 0, begun = era || first == U'西' || first == U'十' || digitOf(first) >= 0;
  if (found.others || !begun || found.groups == 0 || found.groups > 3) return {};
  bool const unparted = !era && found.groups == 1 && (found.count == 6 || found.count == 8);  // 201704
  if (unparted) {
    found.ends = {4, 6, found.count};
    found.groups = found.count / 2 - 1;
  }
  std::size_t const year = !era && found.groups == 2 && found.groupSize(1) == 4 ? 1 : 0;
  std::size_t const size = found.groupSize(year);
  LicenceDate date{era ? size <= 2 : size == 4, era, before + found.group(year), 0};
  if (found.groups > 1) {
    date.month = found.group(1 - year);
    date.read = date.read && isMonth(date.month);
  }
  if (found.groups > 2) date.read = date.read && found.group(2) >= 1 && found.group(2) <= 31;
  return date;
}

LicenceText::LicenceText(LicenceDate const& date) {
  for (int place = 3, rest = date.year; place >= 0; --place, rest /= 10) {
    characters[static_cast<std::size_t>(place)] = static_cast<char>('0' + rest % 10);
  }
  if (date.month > 0) characters[size++] = '/';
  if (date.month > 9) characters[size++] = '1';
  if (date.month > 0) characters[size++] = static_cast<char>('0' + date.month % 10);
}

}  // namespace senkoi::rules
