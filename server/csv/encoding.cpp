#include "server/csv/encoding.hpp"

#include <iconv.h>

#include <algorithm>

#include "senkoi/rules/text/units.hpp"

namespace senkoi::server::csv {
namespace {

constexpr std::string_view utf8Mark = "\xEF\xBB\xBF";
constexpr std::size_t longestCharacter = 4;

unsigned char byteAt(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

// NUL stands in UTF-16, ESC in ISO-2022-JP; neither in a spreadsheet's text.
bool isText(std::string_view bytes) {
  return bytes.find('\0') == std::string_view::npos && bytes.find('\x1B') == std::string_view::npos;
}

struct Utf8 {
  std::size_t wellFormed = 0;  // bytes from the beginning
  bool beyondAscii = false;    // among them
};

Utf8 readUtf8(std::string_view bytes) {
  Utf8 found;
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::size_t from = at;
    const char32_t point = rules::next(bytes.data(), bytes.size(), at);
    const bool written = bytes.substr(from, 3) == "\xEF\xBF\xBD";  // U+FFFD itself
    if (point == rules::replacement && !written) break;
    found.beyondAscii = found.beyondAscii || point > 0x7F;
    found.wellFormed = at;
  }
  return found;
}

bool within(std::string_view bytes, std::size_t at, unsigned char least, unsigned char most) {
  return at < bytes.size() && byteAt(bytes, at) >= least && byteAt(bytes, at) <= most;
}

// How many bytes the EUC-JP character at `at` takes; 0 where there is none.
std::size_t eucJpAt(std::string_view bytes, std::size_t at) {
  if (byteAt(bytes, at) < 0x80) return 1;
  if (byteAt(bytes, at) == 0x8E) return within(bytes, at + 1, 0xA1, 0xDF) ? 2 : 0;
  const std::size_t lead = byteAt(bytes, at) == 0x8F ? 1 : 0;
  const bool pair = within(bytes, at + lead, 0xA1, 0xFE) && within(bytes, at + lead + 1, 0xA1, 0xFE);
  return pair ? lead + 2 : 0;
}

// EUC-JP reads as Shift_JIS, too: as a jumble of half-width kana. Japanese text in Shift_JIS is no EUC-JP: its kana,
// its punctuation and most of its kanji lead with a byte that EUC-JP has not.
bool couldBeEucJp(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t taken = eucJpAt(bytes, at);
    if (taken == 0) return false;
    at += taken;
  }
  return true;
}

std::string_view withoutMarks(std::string_view utf8) {
  while (utf8.starts_with(utf8Mark)) utf8.remove_prefix(utf8Mark.size());  // programs one after the other put one
  return utf8;
}

// `high` and `low` say where the bytes of a unit stand in it.
std::optional<std::string> fromUtf16(std::string_view bytes, std::size_t high, std::size_t low) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  std::u16string units(bytes.size() / 2, u'\0');
  for (std::size_t at = 0; at < units.size(); ++at)
    units[at] = static_cast<char16_t>(byteAt(bytes, 2 * at + high) << 8 | byteAt(bytes, 2 * at + low));
  std::string made(units.size() * 3, '\0');
  std::size_t written = 0;
  for (std::size_t at = 0; at < units.size();) {
    const bool itself = units[at] == rules::replacement;
    const char32_t point = rules::next(units.data(), units.size(), at);
    if (point == rules::replacement && !itself) return std::nullopt;
    written += rules::put(made.data() + written, point);
  }
  made.resize(written);
  return made;
}

std::optional<Text> ofUtf16(std::optional<std::string> text) {
  if (!text || !isText(*text)) return std::nullopt;
  return Text{std::string(withoutMarks(*text)), Encoding::utf16};
}

class Converter {
 public:
  Converter() : handle_(iconv_open("UTF-8", "CP932")) {}
  ~Converter() {
    if (known()) iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  std::optional<std::string> convert(std::string_view bytes) {
    if (!known()) return std::nullopt;
    std::string made(bytes.size() * 3, '\0');  // one byte of half-width kana becomes three
    char* from = const_cast<char*>(bytes.data());
    char* to = made.data();
    std::size_t left = bytes.size(), room = made.size();
    if (iconv(handle_, &from, &left, &to, &room) == static_cast<std::size_t>(-1) || left != 0) return std::nullopt;
    made.resize(made.size() - room);
    return made;
  }

 private:
  bool known() const { return handle_ != reinterpret_cast<iconv_t>(-1); }
  iconv_t handle_;
};

}  // namespace

std::optional<Text> decode(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return ofUtf16(fromUtf16(bytes, 1, 0));
  if (bytes.starts_with("\xFE\xFF")) return ofUtf16(fromUtf16(bytes, 0, 1));
  const bool marked = bytes.starts_with(utf8Mark);
  bytes = withoutMarks(bytes);
  if (!isText(bytes)) return std::nullopt;
  const Utf8 utf8 = readUtf8(bytes);
  if (utf8.wellFormed == bytes.size()) return Text{std::string(bytes), Encoding::utf8};
  const bool cut = utf8.beyondAscii && bytes.size() - utf8.wellFormed < longestCharacter;
  if (marked || cut || couldBeEucJp(bytes)) return std::nullopt;
  auto converted = Converter{}.convert(bytes);
  if (!converted) return std::nullopt;
  return Text{std::move(*converted), Encoding::shiftJis};
}

}  // namespace senkoi::server::csv
