// The states of an application (応募) and the periods of a round: names that workflow decides with and words speaks of.
// Pure values; safe from any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace senkoi {

/// Where an application stands. `applied` is undecided (未処理).
enum class ApplicationState : std::uint8_t { applied, withdrawn, adopted, rejected, held, declined };

inline constexpr std::array<std::string_view, 6> applicationStateNames{"applied",  "withdrawn", "adopted",
                                                                       "rejected", "held",      "declined"};

constexpr std::string_view name(ApplicationState state) {
  return applicationStateNames[static_cast<std::size_t>(state)];
}

/// before: nothing opened yet; gap: between registration and adoption; waiting: adoption over, results not out;
/// notified: results out, next round not open; over: the season is done.
enum class Period : std::uint8_t { before, registration, gap, adoption, waiting, notified, over };

inline constexpr std::array<std::string_view, 7> periodNames{"before",  "registration", "gap", "adoption",
                                                             "waiting", "notified",     "over"};

constexpr std::string_view name(Period period) {
  return periodNames[static_cast<std::size_t>(period)];
}

}  // namespace senkoi
