#include "server/demo/apportion.hpp"

#include <algorithm>
#include <numeric>

namespace senkoi::server::demo {

std::vector<std::uint32_t> apportion(std::uint32_t whole, std::span<const std::uint64_t> weights, std::uint32_t least) {
  const std::uint64_t divided = whole - std::uint64_t{least} * weights.size();
  const std::uint64_t sum = std::accumulate(weights.begin(), weights.end(), std::uint64_t{0});
  std::vector<std::uint32_t> parts;
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (const std::uint64_t weight : weights)
    parts.push_back(least + static_cast<std::uint32_t>(divided * weight / sum));
  std::ranges::stable_sort(order, std::greater(), [&](std::size_t i) { return divided * weights[i] % sum; });
  const std::uint32_t given = std::accumulate(parts.begin(), parts.end(), std::uint32_t{0});
  for (std::size_t i = 0; i < whole - given; ++i) ++parts[order[i]];
  return parts;
}

}  // namespace senkoi::server::demo
