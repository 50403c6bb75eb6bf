// What libsodium has hashed in this process. The functions of that name stand before libsodium's own, so that a hash
// which is skipped is seen, wherever it is skipped (reliability 8). Thread-safe.
#pragma once

#include <cstdint>

namespace senkoi::tests {

struct ArgonWork {
  std::uint64_t hashes = 0;  // Argon2id computations that libsodium carried out
  std::uint64_t cost = 0;    // their memory (KiB) times passes, summed

  bool operator==(const ArgonWork&) const = default;
};

ArgonWork argonWork();

inline ArgonWork operator-(const ArgonWork& after, const ArgonWork& before) {
  return {after.hashes - before.hashes, after.cost - before.cost};
}

}  // namespace senkoi::tests
