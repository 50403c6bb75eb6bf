// What a fuzz target holds to be always so: the run ends where it is not, and the input that showed it is kept.
#pragma once

#include <cstdlib>

namespace senkoi::fuzz {

inline void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace senkoi::fuzz
