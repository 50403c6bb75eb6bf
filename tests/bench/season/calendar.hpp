// The demo's season moved to the present moment, and its programs as many times over as wanted. Pure; deterministic.
#pragma once

#include <cstddef>
#include <vector>

#include "server/operations/records.hpp"

namespace senkoi::bench {

// Round 1's registration period as given; all that follows keeps the demo's distances from its end.
workflow::Season seasonAround(workflow::Window registration);

// The demo's 3,205, and beyond that number copies with names of their own.
std::vector<server::store::Program> makePrograms(std::size_t count);

}  // namespace senkoi::bench
