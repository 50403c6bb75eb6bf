// In which encoding a file of a spreadsheet is: UTF-8, with or without its mark, UTF-16 with it, in either order of
// bytes (Excel's "Unicode text"), or Shift_JIS as a Japanese Excel writes it (code page 932). Nothing is guessed: what
// could be something else just as well is refused. Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace senkoi::server::csv {

enum class Encoding : std::uint8_t { utf8, utf16, shiftJis };

constexpr std::string_view name(Encoding encoding) {
  constexpr std::string_view names[]{"utf-8", "utf-16", "shift_jis"};
  return names[static_cast<std::size_t>(encoding)];
}

struct Text {
  std::string utf8;  // without any mark
  Encoding encoding = Encoding::utf8;
};

// None for anything else: UTF-16 without its mark, UTF-32, EUC-JP, ISO-2022-JP, a file cut within a character, no text
// at all.
std::optional<Text> decode(std::string_view bytes);

}  // namespace senkoi::server::csv
