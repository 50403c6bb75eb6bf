// What a member of staff is: the director (統括責任者) of programs, the office of one society, the office of the 機構
// for all fields (glossary; S1, S3, S4). Pure values; safe from any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace senkoi {

enum class Role : std::uint8_t { director, society, board };

inline constexpr std::array<std::string_view, 3> roleNames{"director", "society", "board"};

constexpr std::string_view name(Role role) {
  return roleNames[static_cast<std::size_t>(role)];
}

/// None for any other text.
constexpr std::optional<Role> roleOf(std::string_view text) {
  for (std::size_t i = 0; i < roleNames.size(); ++i) {
    if (roleNames[i] == text) return static_cast<Role>(i);
  }
  return std::nullopt;
}

}  // namespace senkoi
