// The periods of a round, with the keys that the API and the words know them by. Values, constexpr, thread-safe.
// When which of them holds is workflow/calendar.hpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace senkoi {

// before: nothing has opened; gap: between registration and adoption; waiting: adoption is over, results are not out;
// notified: results are out; over: the season is done (training has begun).
enum class Period : std::uint8_t { before, registration, gap, adoption, waiting, notified, over };

inline constexpr std::array<std::string_view, 7> periodKeys{"before",  "registration", "gap", "adoption",
                                                            "waiting", "notified",     "over"};

constexpr std::string_view key(Period period) { return periodKeys[static_cast<std::size_t>(period)]; }

}  // namespace senkoi
