#include "server/demo/demand.hpp"

#include <algorithm>
#include <numeric>
#include <span>
#include <vector>

#include "server/demo/deterministic_random.hpp"

namespace senkoi::server::demo {
namespace {

constexpr std::array<std::uint32_t, fieldCount> programs{542, 200, 92,  230, 220, 130, 140, 98, 98, 115,
                                                         105, 105, 220, 125, 75,  220, 92,  88, 310};
constexpr std::array<std::uint64_t, fieldCount> popularity{2670, 573, 271, 441, 807, 552, 441, 328, 267, 274,
                                                           224,  260, 495, 114, 20,  267, 163, 75,  184};
// Ten thousand people, 2018.
constexpr std::array<std::uint64_t, prefectureCount> people{529,  126, 124, 231, 98,  109, 186, 288, 195, 195, 733, 626,
                                                            1382, 918, 225, 105, 114, 77,  82,  206, 200, 366, 754, 179,
                                                            141,  259, 881, 548, 134, 94,  56,  68,  190, 282, 137, 74,
                                                            96,   135, 71,  511, 82,  134, 176, 114, 108, 161, 145};

constexpr std::size_t pediatrics = 2 - 1, tokyo = number(Prefecture::tokyo) - 1;

bool attractive(std::size_t prefecture) {
  constexpr std::array cities{Prefecture::tokyo, Prefecture::kanagawa, Prefecture::aichi, Prefecture::osaka,
                              Prefecture::fukuoka};
  return std::ranges::find(cities, static_cast<Prefecture>(prefecture + 1)) != cities.end();
}

// Big cities draw young doctors, and each field has its strong places.
std::vector<std::uint64_t> pull(std::size_t field) {
  DeterministicRandom random(1000 + field);
  std::vector<std::uint64_t> weights;
  for (std::size_t prefecture = 0; prefecture < prefectureCount; ++prefecture) {
    const std::uint64_t city = attractive(prefecture) ? 140 : 100;
    weights.push_back(people[prefecture] * city * static_cast<std::uint64_t>(random.between(75, 125)));
  }
  return weights;
}

template <class Parts>
void fill(std::array<std::uint32_t, prefectureCount>& row, const Parts& parts) {
  std::ranges::copy(parts, row.begin());
}

}  // namespace

Table programCounts() {
  Table counts{};
  for (std::size_t field = 0; field < fieldCount; ++field) fill(counts[field], apportion(programs[field], people, 1));
  return counts;
}

Table demand(std::uint32_t applicants) {
  Table table{};
  const auto fields = apportion(applicants, popularity);
  for (std::size_t field = 0; field < fieldCount; ++field) {
    auto weights = pull(field);
    std::uint32_t fixed = 0;
    if (field == pediatrics) {
      fixed = std::min(fields[field], 148 * applicants / fullScale);
      weights[tokyo] = 0;
    }
    fill(table[field], apportion(fields[field] - fixed, weights));
    if (field == pediatrics) table[field][tokyo] = fixed;
  }
  return table;
}

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
