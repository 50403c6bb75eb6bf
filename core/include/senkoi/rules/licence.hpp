// Year and month of the medical licence, and the years since (M2.3, M2.3b). An imperial year (平成29, H29, 令和元年) is
// converted, which the applicant is told. Pure; the text stays as it was when refused.
#pragma once

#include <array>

#include "senkoi/codes/code.hpp"
#include "senkoi/rules/context.hpp"
#include "senkoi/rules/japan_time.hpp"
#include "senkoi/rules/text/digits.hpp"
#include "senkoi/rules/text/limits.hpp"
#include "senkoi/rules/text/shape.hpp"

namespace senkoi::rules {

/// Years since licence: start year − cohort + 1; the cohort is the calendar year from March on, the year before for
/// January and February (M2.3b). 2017/3 … 5 counts 3 in the season that starts in April 2019.
constexpr int yearsSinceLicence(int year, int month, int startYear) {
  int const cohort = month >= 3 ? year : year - 1;
  return startYear - cohort + 1;
}

/// Licensed before the residency system of April 2004 (M2.3h).
constexpr bool beforeResidency(int year, int month) {
  return year < 2004 || (year == 2004 && month < 4);
}

/// Whether a month (1 to 12) lies after the one of `now`, in Japan: whether it has yet to begin.
[[gnu::noinline]] constexpr bool inFuture(int year, int month, Instant now) {
  return japanTime({year, month, 1}) > now;
}

struct LicenceYear {
  static constexpr int earliest = 1946;

  template <class Text>
  constexpr Code operator()(Text& text, Limits = {}, Context const& context = {}) const {
    int const before = yearBeforeEra(firstPoint(text));
    Digits found = digitsIn(text, before > 0 ? U"昭平令和成shr.年元" : U"西暦年");
    bool const firstYear = found.count == 0 && !everyPoint(text, [](char32_t point) { return point != U'元'; });
    if (firstYear) found.add(1);
    if (found.others || found.count == 0 || found.count > 4) return Code::licenceYearUnreadable;
    if (before > 0 ? found.count > 2 : found.count != 4) return Code::licenceYearUnreadable;
    int const year = before + numberIn(found.view());
    if (year < earliest) return Code::licenceYearOutOfRange;
    if (inFuture(year, 1, context.now)) return Code::licenceInFuture;
    std::array<char, 4> canonical{};
    for (int place = 3, rest = year; place >= 0; --place, rest /= 10) {
      canonical[static_cast<std::size_t>(place)] = static_cast<char>('0' + rest % 10);
    }
    assign(text, std::string_view{canonical.data(), canonical.size()});
    return before > 0 ? Code::licenceYearConverted : Code::ok;
  }

 private:
  /// The year before an era's first, by the first character of its name or its letter; 0 for any other character.
  static constexpr int yearBeforeEra(char32_t first) {
    if (first == U's' || first == U'昭') return 1925;
    if (first == U'h' || first == U'平') return 1988;
    return first == U'r' || first == U'令' ? 2018 : 0;
  }
};
inline constexpr LicenceYear licenceYear{};

/// "3"; ０３ and 3月 are read.
struct LicenceMonth {
  template <class Text>
  constexpr Code operator()(Text& text, Limits = {}, Context const& = {}) const {
    Digits const found = digitsIn(text, U"月");
    int const month = found.others || found.count > 2 ? -1 : numberIn(found.view());
    if (month < 1 || month > 12) return Code::licenceMonthOutOfRange;
    std::array<char, 2> const canonical{static_cast<char>('0' + month / 10), static_cast<char>('0' + month % 10)};
    assign(text, month < 10 ? std::string_view{&canonical[1], 1} : std::string_view{canonical.data(), 2});
    return Code::ok;
  }
};
inline constexpr LicenceMonth licenceMonth{};

}  // namespace senkoi::rules
