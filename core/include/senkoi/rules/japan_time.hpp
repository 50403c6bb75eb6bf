// Japanese civil time: +09:00 without daylight saving, always. Pure, constexpr, thread-safe.
// Periods are given, shown and tested in it (D at M4.1).
#pragma once

#include <chrono>

#include "senkoi/codes/instant.hpp"

namespace senkoi::rules {

struct CivilTime {
  int year, month, day;
  int hour = 0, minute = 0, second = 0, millisecond = 0;

  bool operator==(CivilTime const&) const = default;
};

// `civil` must name a day that exists; 24:00 may be written as hour 24.
constexpr Instant japanTime(CivilTime const& civil) {
  using namespace std::chrono;
  sys_days const date =
      year{civil.year} / month{static_cast<unsigned>(civil.month)} / day{static_cast<unsigned>(civil.day)};
  milliseconds const ofDay =
      hours{civil.hour} + minutes{civil.minute} + seconds{civil.second} + milliseconds{civil.millisecond};
  return (date.time_since_epoch() + ofDay - japanOffset).count();
}

constexpr CivilTime inJapan(Instant at) {
  using namespace std::chrono;
  sys_time<milliseconds> const local{milliseconds{at} + japanOffset};
  year_month_day const date = dayInJapan(at);
  int const ofDay = static_cast<int>((local - floor<days>(local)).count());
  return {int{date.year()},
          static_cast<int>(unsigned{date.month()}),
          static_cast<int>(unsigned{date.day()}),
          ofDay / 3'600'000,
          ofDay / 60'000 % 60,
          ofDay / 1000 % 60,
          ofDay % 1000};
}

}  // namespace senkoi::rules
