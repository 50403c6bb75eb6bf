// Year and month of the medical licence, and the years since (M2.3, M2.3b). An imperial year (平成29, H29, 令和元年) is
// converted, which the applicant is told. Pure; the text stays as it was when refused.
#pragma once

#include <array>

#include "senkoi/codes/code.hpp"
#include "senkoi/codes/instant.hpp"
#include "senkoi/rules/context.hpp"
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

/// Whether a month lies after the one of `now`, in Japan.
constexpr bool inFuture(int year, int month, Instant now) {
  using namespace std::chrono;
  year_month_day const today = dayInJapan(now);
  return year_month{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)}} >
         year_month{today.year(), today.month()};
}

struct LicenceYear {
  static constexpr int earliest = 1946;

  template <class Text>
  constexpr Code operator()(Text& text, Limits = {}, Context const& context = {}) const {
    int before = 0;
    bool first = false;
    Digits found = digitsIn(text, [&](char32_t point) {
      first = first || point == U'元';
      return isEra(point, before) || point == U'元' || point == U'年';
    });
    bool const imperial = before > 0;
    if (imperial && first && found.count == 0) found.add(1);
    if (found.others || found.count == 0 || found.count > (imperial ? 2U : 4U)) return Code::licenceYearUnreadable;
    if (!imperial && found.count != 4) return Code::licenceYearUnreadable;
    int const year = before + numberIn(found.view());
    if (year < earliest) return Code::licenceYearOutOfRange;
    if (inFuture(year, 1, context.now)) return Code::licenceInFuture;
    std::array<char, 4> canonical{};
    for (int place = 3, rest = year; place >= 0; --place, rest /= 10) {
      canonical[static_cast<std::size_t>(place)] = static_cast<char>('0' + rest % 10);
    }
    assign(text, std::string_view{canonical.data(), canonical.size()});
    return imperial ? Code::licenceYearConverted : Code::ok;
  }

 private:
  /// The characters of an era's name; the first sets the year before the era's first.
  static constexpr bool isEra(char32_t point, int& before) {
    struct Era {
      char32_t letter, first, second;
      int before;
    };
    constexpr std::array<Era, 3> eras{
        {{U's', U'昭', U'和', 1925}, {U'h', U'平', U'成', 1988}, {U'r', U'令', U'和', 2018}}};
    for (Era const& era : eras) {
      bool const starts = before == 0 && (lower(narrow(point)) == era.letter || point == era.first);
      if (starts) before = era.before;
      if (starts || (before == era.before && (point == era.second || point == '.'))) return true;
    }
    return false;
  }
};
inline constexpr LicenceYear licenceYear{};

/// "3"; ０３ and 3月 are read.
struct LicenceMonth {
  template <class Text>
  constexpr Code operator()(Text& text, Limits = {}, Context const& = {}) const {
    Digits const found = digitsIn(text, [](char32_t point) { return point == U'月'; });
    int const month = found.others || found.count > 2 ? -1 : numberIn(found.view());
    if (month < 1 || month > 12) return Code::licenceMonthOutOfRange;
    std::array<char, 2> const canonical{static_cast<char>('0' + month / 10), static_cast<char>('0' + month % 10)};
    assign(text, month < 10 ? std::string_view{&canonical[1], 1} : std::string_view{canonical.data(), 2});
    return Code::ok;
  }
};
inline constexpr LicenceMonth licenceMonth{};

}  // namespace senkoi::rules
