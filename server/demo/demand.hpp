// How many programs a field has and how many doctors want to go where: the demo's numbers at the scale of the real
// system (spec: 3,205 programs of which 542 in internal medicine, about 8,000 applicants). Pure.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "senkoi/codes/field.hpp"
#include "senkoi/codes/prefecture.hpp"

namespace senkoi::server::demo {

inline constexpr std::uint32_t programTotal = 3205;
inline constexpr std::uint32_t fullScale = 7760;  // applications of a first round

// [field − 1][prefecture − 1]
using Table = std::array<std::array<std::uint32_t, prefectureCount>, fieldCount>;

// Programs of each cell, one at least.
Table programCounts();

// Applicants of each cell when there are `applicants` in all. Of the full scale 148 want to Tokyo's pediatrics, as in
// the 2018 season against a ceiling of 124.
Table demand(std::uint32_t applicants);

// Parts of `whole` by `weights` (not all zero), each `least` at least, that sum up exactly (largest remainders);
// `whole` ≥ least × weights.size(). Of equal remainders the earlier part gets the more.
std::vector<std::uint32_t> apportion(std::uint32_t whole, std::span<const std::uint64_t> weights,
                                     std::uint32_t least = 0);

}  // namespace senkoi::server::demo
