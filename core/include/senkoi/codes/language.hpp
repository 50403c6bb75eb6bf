// The two languages in which everything is said. Pure values; safe from any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace senkoi {

enum class Language : std::uint8_t { ja, en };

inline constexpr std::array<std::string_view, 2> languageTags{"ja", "en"};

constexpr std::string_view tag(Language language) {
  return languageTags[static_cast<std::size_t>(language)];
}

/// The language of a tag as the API writes it ("ja", "en"); nothing for any other text.
constexpr std::optional<Language> languageOf(std::string_view tag) {
  if (tag == "ja") return Language::ja;
  if (tag == "en") return Language::en;
  return std::nullopt;
}

/// One text in both languages, side by side, so that neither is forgotten.
struct Bilingual {
  std::string_view ja;
  std::string_view en;

  constexpr std::string_view in(Language language) const { return language == Language::ja ? ja : en; }
};

}  // namespace senkoi
