// Randomness that is the same on every machine and compiler (the standard's distributions are not): SplitMix64.
// Values; no thread owns them.
#pragma once

#include <cstddef>
#include <cstdint>

namespace senkoi::server::demo {

// A well-mixed number for a number.
constexpr std::uint64_t mixed(std::uint64_t seed) {
  seed += 0x9E3779B97F4A7C15;
  seed = (seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9;
  seed = (seed ^ (seed >> 27)) * 0x94D049BB133111EB;
  return seed ^ (seed >> 31);
}

class DeterministicRandom {
 public:
  constexpr explicit DeterministicRandom(std::uint64_t seed) : state_(seed) {}

  // Uniform enough for a demo in [0, bound); bound > 0.
  constexpr std::uint64_t below(std::uint64_t bound) { return mixed(state_++) % bound; }
  constexpr std::int64_t between(std::int64_t least, std::int64_t most) {
    return least + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(most - least + 1)));
  }
  constexpr bool percent(unsigned chance) { return below(100) < chance; }
  template <class List>
  constexpr const auto& pick(const List& list) {
    return list[static_cast<std::size_t>(below(list.size()))];
  }

 private:
  std::uint64_t state_;
};

}  // namespace senkoi::server::demo
