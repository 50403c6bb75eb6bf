// Year and month of the medical licence, and the years since (M2.3, M2.3b). An imperial year (平成29, H29, ㋿元年)
// is converted, which the applicant is told. Either item may hold both (2017年4月, H29.4.1): canonical is then 2017/4,
// which the form spreads over the two (forms/user_data.hpp). Pure; the text stays as it was when refused.
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

/// What one text says of the date of a licence; a month of 0: nothing.
struct LicenceDate {
  bool read = false, era = false;
  int year = 0, month = 0;
};

constexpr bool isMonth(int month) {
  return month >= 1 && month <= 12;
}

/// What may stand between the digits of a date that begins with this character.
std::u32string_view licenceSigns(char32_t first);

/// A year of four digits, or of an era; behind it, or before it as in 4/2017, the month, and behind both the day.
LicenceDate licenceDate(char32_t first, Digits found);

template <class Text>
[[gnu::cold, gnu::noinline]] constexpr LicenceDate licenceDate(Text const& text) {
  char32_t const first = firstPoint(text);
  return licenceDate(first, digitsIn(text, licenceSigns(first)));
}

/// 2017, or 2017/4 where there is a month.
struct LicenceText {
  std::array<char, 7> characters{};
  std::size_t size = 4;

  explicit LicenceText(LicenceDate const& date);
  std::string_view view() const { return {characters.data(), size}; }
};

inline constexpr int earliestLicence = 1946;

struct LicenceYear {
  template <class Text>
  constexpr Code operator()(Text& text, Limits = {}, Context const& context = {}) const {
    LicenceDate date{true, false, text.size() == 4 ? numberIn(text) : -1, 0};
    bool const plain = date.year >= 0;  // as nearly all are
    if (!plain) date = licenceDate(text);
    if (!date.read) return Code::licenceYearUnreadable;
    if (date.year < earliestLicence) return Code::licenceYearOutOfRange;
    if (inFuture(date.year, 1, context.now)) return Code::licenceInFuture;
    if (!plain) assign(text, LicenceText{date}.view());
    return date.era ? Code::licenceYearConverted : Code::ok;
  }
};
inline constexpr LicenceYear licenceYear{};

/// "3"; ０３ and 3月 are read.
struct LicenceMonth {
  template <class Text>
  constexpr Code operator()(Text& text, Limits = {}, Context const& context = {}) const {
    Digits const found = digitsIn(text, U"月");
    int const month = found.others || found.count > 2 ? -1 : numberIn(found.view());
    if (!isMonth(month)) return dated(text, context);
    std::array<char, 2> const canonical{static_cast<char>('0' + month / 10), static_cast<char>('0' + month % 10)};
    assign(text, month < 10 ? std::string_view{&canonical[1], 1} : std::string_view{canonical.data(), 2});
    return Code::ok;
  }

 private:
  template <class Text>
  [[gnu::cold, gnu::noinline]] static constexpr Code dated(Text& text, Context const& context) {
    LicenceDate const date = licenceDate(text);
    bool const known = date.read && date.month > 0 && date.year >= earliestLicence;
    if (!known || inFuture(date.year, 1, context.now)) return Code::licenceMonthOutOfRange;
    assign(text, LicenceText{date}.view());
    return Code::ok;
  }
};
inline constexpr LicenceMonth licenceMonth{};

}  // namespace senkoi::rules
