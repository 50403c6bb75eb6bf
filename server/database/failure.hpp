// What a database throws. What a user did comes back as a Code; only the machine's own failures are thrown.
#pragma once

#include <stdexcept>

namespace senkoi::server::store {

struct Failure : std::runtime_error {
  using std::runtime_error::runtime_error;
};
// Too many operations wait already: nothing was done, try again in a moment.
struct Busy : Failure {
  using Failure::Failure;
};

}  // namespace senkoi::server::store
