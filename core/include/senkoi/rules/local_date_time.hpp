// A moment as an office writes it, in Japan time: 2026-10-01 12:00, also 2026/10/1 12:00,
// ２０２６年１０月１日１２時００分 and the 2026-10-01T12:00 of browsers. Canonical is the first; 24:00 becomes the next
// day's 00:00. Pure; the text stays as it was when refused.
#pragma once

#include <array>
#include <string_view>

#include "senkoi/codes/code.hpp"
#include "senkoi/rules/context.hpp"
#include "senkoi/rules/japan_time.hpp"
#include "senkoi/rules/text/digits.hpp"
#include "senkoi/rules/text/limits.hpp"
#include "senkoi/rules/text/shape.hpp"

namespace senkoi::rules {

/// The canonical text of a moment between the years 1000 and 9999, to the minute.
struct LocalDateTimeText {
  std::array<char, 16> characters{};
  constexpr operator std::string_view() const { return {characters.data(), characters.size()}; }
};

constexpr LocalDateTimeText localDateTimeText(Instant at) {
  CivilTime const civil = inJapan(at);
  LocalDateTimeText made;
  std::size_t place = 0;
  auto const write = [&](int value, int tens, char after) {
    for (; tens > 0; tens /= 10) made.characters[place++] = static_cast<char>('0' + value / tens % 10);
    if (after != 0) made.characters[place++] = after;
  };
  write(civil.year, 1000, '-');
  write(civil.month, 10, '-');
  write(civil.day, 10, ' ');
  write(civil.hour, 10, ':');
  write(civil.minute, 10, 0);
  return made;
}

struct LocalDateTime {
  template <class Text>
  constexpr Code operator()(Text& text, Limits = {}, Context const& = {}) const {
    Numbers const found = numbersIn(text);
    if (found.others || found.count != 5 || !exists(found.values)) return Code::momentUnreadable;
    auto const [year, month, day, hour, minute] = found.values;
    assign(text, std::string_view(localDateTimeText(japanTime({year, month, day, hour, minute}))));
    return Code::ok;
  }

  /// The moment that a canonical text writes; -1 for any other text.
  template <class Text>
  static constexpr Instant read(Text const& text) {
    Numbers const found = numbersIn(text);
    if (found.others || found.count != 5 || !exists(found.values)) return -1;
    auto const [year, month, day, hour, minute] = found.values;
    return japanTime({year, month, day, hour, minute});
  }

 private:
  struct Numbers {
    std::array<int, 5> values{};
    std::size_t count = 0;
    bool others = false;
  };

  template <class Text>
  static constexpr Numbers numbersIn(Text const& text) {
    constexpr std::u32string_view between = U"-/.:t年月日時分 ";
    Numbers found;
    bool within = false;
    everyPoint(text, [&](char32_t point) {
      int const digit = digitOf(point);
      if (digit >= 0) {
        found.count += !within;
        within = true;
        if (found.count > 5) return false;
        int& value = found.values[found.count - 1];
        value = value > 9999 ? value : value * 10 + digit;
        return true;
      }
      within = false;
      char32_t const read = isHyphen(point) ? U'-' : isSpace(point) ? U' ' : lower(narrow(point));
      found.others = found.others || between.find(read) == std::u32string_view::npos;
      return !found.others;
    });
    return found;
  }

  static constexpr bool exists(std::array<int, 5> const& values) {
    using namespace std::chrono;
    auto const [year_, month_, day_, hour, minute] = values;
    if (year_ < 2000 || year_ > 2099 || month_ < 1 || month_ > 12 || day_ < 1 || day_ > 31) return false;
    year_month_day const date{year{year_}, month{static_cast<unsigned>(month_)}, day{static_cast<unsigned>(day_)}};
    return date.ok() && minute < 60 && (hour < 24 || (hour == 24 && minute == 0));
  }
};
inline constexpr LocalDateTime localDateTime{};

}  // namespace senkoi::rules
