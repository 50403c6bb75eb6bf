// The one binary value that tables hold: 32 bytes.
#pragma once

#include <array>
#include <cstdint>

namespace senkoi::server::store {

using Hash = std::array<std::uint8_t, 32>;  // SHA-256 of a secret; the secret itself is never stored

}  // namespace senkoi::server::store
