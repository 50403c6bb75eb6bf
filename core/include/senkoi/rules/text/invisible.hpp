// Characters that nobody sees: Default_Ignorable_Code_Point of Unicode 15.0 (DerivedCoreProperties.txt) as ranges,
// unassigned ones included, and which of them may stand in a name. tests/core/invisible_test.cpp holds them against
// utf8proc's table. Pure; safe from any thread.
#pragma once

#include <array>

namespace senkoi::rules {

struct Range {
  char32_t from, to;
};

/// Soft hyphen, zero-width spaces and joiners, fillers, marks of direction, variation selectors, tags.
inline constexpr std::array<Range, 16> ignorableRanges{{{0xAD, 0xAD},
                                                        {0x34F, 0x34F},
                                                        {0x61C, 0x61C},
                                                        {0x115F, 0x1160},
                                                        {0x17B4, 0x17B5},
                                                        {0x180B, 0x180F},
                                                        {0x200B, 0x200F},
                                                        {0x202A, 0x202E},
                                                        {0x2060, 0x206F},
                                                        {0x3164, 0x3164},
                                                        {0xFE00, 0xFE0F},
                                                        {0xFEFF, 0xFEFF},
                                                        {0xFFA0, 0xFFA0},
                                                        {0xFFF0, 0xFFF8},
                                                        {0x1BCA0, 0x1BCA3},
                                                        {0x1D173, 0x1D17A}}};

bool isIgnorable(char32_t point);

/// Chooses the form of the character before it (葛 with U+E0100); Mongolian ones as well.
constexpr bool isSelector(char32_t point) {
  return (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF) ||
         (point >= 0x180B && point <= 0x180F && point != 0x180E);
}

/// What changes how its neighbours are drawn, and so belongs to a name (M2.3g): selectors, the zero-width joiner.
constexpr bool isJoiner(char32_t point) {
  return point == 0x200D || isSelector(point);
}

}  // namespace senkoi::rules
