// Eight UTF-16 units looked at together: SSE2, NEON or wasm SIMD, by the compilers' own vectors. Pure; safe from any
// thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace senkoi::rules {

using Lanes = std::uint16_t __attribute__((vector_size(16)));
inline constexpr std::size_t laneCount = 8;

/// Eight units must stand there.
inline Lanes load(char16_t const* units) {
  Lanes lanes;
  std::memcpy(&lanes, units, sizeof lanes);
  return lanes;
}

inline Lanes fill(char16_t unit) {
  return Lanes{} + static_cast<std::uint16_t>(unit);
}

/// Which units are surely a whole character that is seen and read everywhere, and no white space, as nearly all are:
/// printable ASCII, kana, kanji; U+3164 between them is an invisible filler. Of one unit (as unsigned) or of each lane.
template <class Units>
constexpr auto inkIn(Units units) {
  return (units - 0x21U < 0x5EU) | ((units - 0x3001U < 0xA7FFU) & (units != 0x3164U));
}

inline bool anySet(Lanes lanes) {
  std::uint64_t halves[2];
  std::memcpy(halves, &lanes, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

}  // namespace senkoi::rules
