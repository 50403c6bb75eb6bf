// What every part of the database port speaks of. What a user did comes back as a Code; only the machine's own failures
// are thrown.
#pragma once

#include <array>
#include <cstdint>
#include <stdexcept>

namespace senkoi::server::store {

using Hash = std::array<std::uint8_t, 32>;  // SHA-256 of a secret; the secret itself is never stored

struct Failure : std::runtime_error {
  using std::runtime_error::runtime_error;
};
// Too many operations wait already: nothing was done, try again in a moment.
struct Busy : Failure {
  using Failure::Failure;
};

}  // namespace senkoi::server::store
