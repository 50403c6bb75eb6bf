// Names for the demo: hospitals in places that do not exist, and doctors. Pure; deterministic.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "senkoi/codes/prefecture.hpp"
#include "server/demo/deterministic_random.hpp"

namespace senkoi::server::demo {

// A place that does not exist; 576 of them, then again.
std::string placeName(std::size_t index);

struct Facility {
  std::string name;   // 「星見野大学病院」
  std::string place;  // 「星見野市」
};

// The first `count` facilities of a prefecture, universities first, then by size. `taken` places are used up already,
// so that no two facilities of the country lie in the same one.
std::vector<Facility> facilitiesOf(Prefecture prefecture, std::size_t count, std::size_t taken);

struct PersonName {
  std::string family, given;
};
PersonName personName(DeterministicRandom& random);

}  // namespace senkoi::server::demo
