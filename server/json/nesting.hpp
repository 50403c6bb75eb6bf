// What the values of a JSON body may be.
#pragma once

#include <cstdint>

namespace senkoi::server::json {

enum class Nesting : std::uint8_t {
  flat,    // texts, numbers and truths alone
  nested,  // objects and arrays as well
};

}  // namespace senkoi::server::json
