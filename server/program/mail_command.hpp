// `senkoi mail list` and `senkoi mail retry`: letters that have not gone out, and trying them again (L4). Both work
// while the server runs, which sends what was made due. Each tells on standard output; throws std::runtime_error with
// what is to be put right.
#pragma once

#include <cstdint>
#include <vector>

#include "server/base/configuration.hpp"

namespace senkoi::server {

// A line a letter: number, kind, whether it was given up or when it is tried next, and why. No address.
void listLetters(const Configuration&);

struct LettersToRetry {
  std::vector<std::int64_t> numbers;
  bool all = false;  // that were given up and whose link still holds
};

// All or nothing: an unknown number, or a letter whose link has expired, retries none.
void retryLetters(const Configuration&, const LettersToRetry&);

}  // namespace senkoi::server
