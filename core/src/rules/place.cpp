#include "senkoi/rules/place.hpp"

#include <algorithm>
#include <string_view>

#include "senkoi/codes/prefecture_names.hpp"

namespace senkoi::rules {
namespace {

// The prefecture of postal codes that begin with 00, 01 … 99.
constexpr std::array<std::uint8_t, 100> postalPrefectures{
    1,  5,  3,  2,  1,  1,  1,  1,  1,  1,  13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 14, 14, 14, 14,
    14, 12, 12, 12, 12, 8,  8,  9,  11, 11, 11, 11, 10, 20, 20, 19, 22, 22, 22, 23, 23, 23, 23, 23, 23,
    21, 24, 25, 27, 27, 27, 27, 27, 27, 27, 26, 26, 26, 29, 30, 28, 28, 28, 31, 32, 33, 33, 34, 34, 35,
    35, 37, 36, 39, 38, 40, 40, 40, 40, 41, 42, 43, 44, 45, 46, 47, 18, 17, 16, 15, 15, 7,  7,  4,  6};

// The beginnings that lie in more than one, or in another.
constexpr std::array<std::uint16_t, 24> sharedPostalCodes{18,  311, 349, 370, 384, 389, 431, 498, 520, 563, 618, 630,
                                                          647, 648, 684, 685, 811, 817, 839, 848, 871, 922, 939, 949};

// What is kept of the name of a prefecture: its first two characters as one byte, different for each of the 47.
constexpr std::uint8_t nameMark(char32_t first, char32_t second) {
  return static_cast<std::uint8_t>((first * 3) ^ (second * 33));
}

constexpr auto nameMarks = [] {
  std::array<std::uint8_t, prefectureCount> marks{};
  for (std::size_t i = 0; i < prefectureCount; ++i) {
    std::string_view const name = prefectureNames[i].ja;
    std::size_t at = 0;
    char32_t const first = next(name.data(), name.size(), at);
    marks[i] = nameMark(first, next(name.data(), name.size(), at));
  }
  return marks;
}();

static_assert(
    [] {
      for (std::size_t i = 0; i < prefectureCount; ++i) {
        if (std::count(nameMarks.begin(), nameMarks.end(), nameMarks[i]) != 1) return false;
      }
      return true;
    }(),
    "each prefecture has a mark of its own");

constexpr bool isLonger(unsigned number) {
  return number == 14 || number == 30 || number == 46;  // 神奈川県, 和歌山県, 鹿児島県
}

}  // namespace

bool postalCodesLieIn(unsigned threeDigits, unsigned prefecture) {
  if (threeDigits == 0) return true;  // no post office has it: it contradicts no prefecture
  if (postalPrefectures[threeDigits / 10] == prefecture) return true;
  return std::find(sharedPostalCodes.begin(), sharedPostalCodes.end(), threeDigits) != sharedPostalCodes.end();
}

unsigned prefectureNamed(std::array<char32_t, 4> const& name, std::size_t count) {
  char32_t const last = name[count - 1];
  if (last != U'県' && last != U'都' && last != U'府' && last != U'道') return 0;
  auto const found = std::find(nameMarks.begin(), nameMarks.end(), nameMark(name[0], name[1]));
  auto const number = static_cast<unsigned>(found - nameMarks.begin()) + 1;
  return number <= prefectureCount && isLonger(number) == (count == 4) ? number : 0;
}

}  // namespace senkoi::rules
