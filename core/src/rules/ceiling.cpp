#include "senkoi/rules/ceiling.hpp"

#include <array>
#include <cstddef>

namespace senkoi::rules {

std::int64_t ceilingFromPast(std::span<std::uint32_t const> adoptions) {
  if (adoptions.empty()) return 0;
  auto const years = static_cast<std::int64_t>(adoptions.size());
  std::int64_t sum = 0;
  for (std::uint32_t const adopted : adoptions) sum += adopted;
  return (2 * sum + years) / (2 * years);
}

CeilingRule CeilingRule::of2018() {
  constexpr std::array with{Prefecture::tokyo, Prefecture::kanagawa, Prefecture::aichi, Prefecture::osaka,
                            Prefecture::fukuoka};
  constexpr std::array without{Field{5}, Field{7}, Field{14}, Field{15}, Field::generalPractice};
  CeilingRule rule;
  for (Prefecture const prefecture : with) {
    for (std::size_t field = 1; field <= fieldCount; ++field)
      rule.cells.insert({static_cast<Field>(field), prefecture});
    for (Field const field : without) rule.cells.erase({field, prefecture});
  }
  return rule;
}

std::optional<std::int64_t> proposedCeiling(CeilingRule const& rule, Cell cell,
                                            std::span<std::uint32_t const> adoptions) {
  if (!rule.cells.contains(cell)) return std::nullopt;
  std::size_t const years = adoptions.size() < rule.years ? adoptions.size() : rule.years;
  return ceilingFromPast(adoptions.last(years));
}

}  // namespace senkoi::rules
