// Dividing a whole into parts by weights, so that the parts sum up exactly (largest remainders). Pure.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace senkoi::server::demo {

// Parts of `whole` by `weights` (not all zero), each `least` at least; `whole` ≥ least × weights.size(). Of equal
// remainders the earlier part gets the more.
std::vector<std::uint32_t> apportion(std::uint32_t whole, std::span<const std::uint64_t> weights,
                                     std::uint32_t least = 0);

}  // namespace senkoi::server::demo
