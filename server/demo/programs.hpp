// The demo's 3,205 programs and the ceilings over them. Pure; deterministic.
#pragma once

#include <vector>

#include "server/operations/records.hpp"

namespace senkoi::server::demo {

// In order of field, prefecture and size; id = field × 1000 + place in the field, from 1. Phone numbers have an
// exchange 0000, which no real number has; mail and web addresses end in example.jp.
std::vector<store::Program> makePrograms();

// By the 2018 rule: five years of adoptions and the mean that is in force; Tokyo's pediatrics has 124.
std::vector<store::Ceiling> makeCeilings();

}  // namespace senkoi::server::demo
