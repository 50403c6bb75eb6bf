// How many programs a field has and how many doctors want to go where: the demo's numbers at the scale of the real
// system (spec: 3,205 programs of which 542 in internal medicine, about 8,000 applicants). Pure.
#pragma once

#include <array>
#include <cstdint>

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

}  // namespace senkoi::server::demo
