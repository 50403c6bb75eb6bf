// Digits as people write them, in any width, read into half-width ones. No heap; pure.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "senkoi/rules/text/classes.hpp"
#include "senkoi/rules/text/units.hpp"

namespace senkoi::rules {

struct Digits {
  static constexpr std::size_t most = 24;
  static constexpr std::size_t mostGroups = 4;

  std::array<char, most> digits{};
  /// How many digits the text had; more than `most` count, but are not kept.
  std::size_t count = 0;
  /// Where each group of digits ends that something other than white space parts from the next; those beyond the last
  /// are told with it.
  std::array<std::size_t, mostGroups> ends{};
  std::size_t groups = 0;
  /// How many plus signs it had.
  std::size_t signs = 0;
  /// The count of digits before the first word behind digits (03-1234-5678 内線 12).
  std::size_t beforeWord = std::string_view::npos;
  /// Whether it held anything that is neither digit nor allowed between them.
  bool others = false;

  constexpr std::string_view view() const { return {digits.data(), count < most ? count : most}; }
  /// Whether digits stand behind a word that stands behind digits.
  constexpr bool extended() const { return count > beforeWord; }
  /// Whether there are digits alone, and what may stand around them.
  constexpr bool plain() const { return !others && !extended() && signs == 0; }
  std::size_t groupSize(std::size_t place) const;
  /// A group as a number; -1 where it has more than four digits.
  int group(std::size_t place) const;
  /// Puts a zero before the digits, of which there are fewer than `most`.
  void pad();

  constexpr void add(int digit) {
    if (count < most) digits[count] = static_cast<char>('0' + digit);
    ++count;
  }
};

/// What people put between or around the digits of a number, spreadsheets' apostrophe and comma included; 第 … 号, 番.
bool isNumberSign(char32_t point);

/// What a label is written in: Latin letters, kana, kanji; none that is a number sign.
bool isLabelLetter(char32_t point);

/// For numbers that people paste with what stands around them: U"-" as `between`.
inline constexpr std::u32string_view pasted = U"-";

/// Reads digits from code points; digitsIn is what rules ask.
class DigitReader {
 public:
  explicit constexpr DigitReader(std::u32string_view between) : between_(between) {}

  /// A half-width digit before everything else.
  constexpr void addFirst(int digit) {
    found_.add(digit);
    afterDigit_ = true;
  }
  void take(char32_t point);
  Digits const& end();

 private:
  void takeTen();
  void takeOther(char32_t point, char32_t read, bool mayStand);
  void endTen();
  void endWord();
  void endGroup();

  std::u32string_view between_;
  Digits found_;
  bool ten_ = false, afterDigit_ = false, word_ = false;
  std::size_t latin_ = 0;  // letters of the present Latin word
  // The digits before the point that was read last, if nothing but digits came behind it.
  std::size_t point_ = std::string_view::npos;
  bool othersAtPoint_ = false;
};

/// Reads the digits of a text, tens in kanji as well (二十九, 十二), 元 as 1 where it may stand. White space may stand
/// between them, and the characters of `between`, in any width and case, '-' for everything that looks like a hyphen.
/// Where `between` is `pasted`, any isNumberSign may, and words before and behind the digits (TEL, 登録番号, （携帯）):
/// a single Latin letter is none, but a slip. One or two zeros behind a point at the end are a spreadsheet's (567890.0)
/// and left out.
template <class Text>
[[gnu::noinline]] constexpr Digits digitsIn(Text const& text, std::u32string_view between) {
  DigitReader reader{between};
  auto const* const units = text.data();
  std::size_t const size = text.size();
  std::size_t at = 0;  // most texts are half-width digits, which need no decoding
  for (; at < size && isAsciiDigit(static_cast<char32_t>(units[at])); ++at)
    reader.addFirst(static_cast<int>(units[at] - '0'));
  while (at < size) reader.take(next(units, size, at));
  return reader.end();
}

/// The first code point of a text that is not empty.
template <class Text>
constexpr char32_t firstPoint(Text const& text) {
  std::size_t at = 0;
  return lower(narrow(next(text.data(), text.size(), at)));
}

/// The number that a text of one to nine half-width digits writes, -1 for any other text.
template <class Text>
constexpr int numberIn(Text const& text) {
  if (text.size() == 0 || text.size() > 9) return -1;
  int number = 0;
  bool const digits = everyPoint(text, [&](char32_t point) {
    number = number * 10 + static_cast<int>(point) - '0';
    return isAsciiDigit(point);
  });
  return digits ? number : -1;
}

}  // namespace senkoi::rules
