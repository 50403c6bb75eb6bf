// In which encoding a file of a spreadsheet is: UTF-8, with or without its mark, or Shift_JIS as a Japanese Excel
// writes it (code page 932). Nothing is guessed: what could be something else just as well is refused. Pure; any
// thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace senkoi::server::csv {

enum class Encoding : std::uint8_t { utf8, shiftJis };

struct Text {
  std::string utf8;  // without a mark
  Encoding encoding = Encoding::utf8;
};

// None for anything else: UTF-16, EUC-JP, ISO-2022-JP, a file cut within a character, no text at all.
std::optional<Text> decode(std::string_view bytes);

}  // namespace senkoi::server::csv
