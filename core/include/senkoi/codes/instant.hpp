// A moment: milliseconds since the Unix epoch, UTC. Japan's civil time is nine hours ahead, without daylight saving.
// Core has no clock: whoever calls passes the moment in. Pure values; safe from any thread.
#pragma once

#include <chrono>
#include <cstdint>

namespace senkoi {

using Instant = std::int64_t;

inline constexpr std::chrono::hours japanOffset{9};

/// The calendar day of a moment in Japan.
constexpr std::chrono::year_month_day dayInJapan(Instant instant) {
  using namespace std::chrono;
  return year_month_day{floor<days>(sys_time<milliseconds>{milliseconds{instant}} + japanOffset)};
}

}  // namespace senkoi
