// The states of an application, with the keys that the API, the database and the words know them by.
// Values, constexpr, thread-safe. The life itself (who may move what to where) is workflow/application.hpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace senkoi {

// applied is also 未処理 (undecided): nobody has decided yet. declined (辞退) follows adopted only (M5.2).
enum class State : std::uint8_t { applied, withdrawn, adopted, rejected, held, declined };

inline constexpr std::array<std::string_view, 6> stateKeys{"applied",  "withdrawn", "adopted",
                                                           "rejected", "held",      "declined"};

constexpr std::string_view key(State state) { return stateKeys[static_cast<std::size_t>(state)]; }

// None for an unknown key.
constexpr std::optional<State> stateOf(std::string_view key) {
  for (std::size_t i = 0; i < stateKeys.size(); ++i) {
    if (stateKeys[i] == key) return static_cast<State>(i);
  }
  return std::nullopt;
}

}  // namespace senkoi
