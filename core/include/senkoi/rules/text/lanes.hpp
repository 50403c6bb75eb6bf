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

inline bool anySet(Lanes lanes) {
  std::uint64_t halves[2];
  std::memcpy(halves, &lanes, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

}  // namespace senkoi::rules
