// Doctors of the demo as accounts: user ID, data, licence. Pure; deterministic by their number.
#pragma once

#include "server/demo/names.hpp"
#include "server/operations/records.hpp"

namespace senkoi::server::demo {

// Number 1, 2, …: each has its own user ID and registry number up to 99,999. No mail address: gets no letters.
store::Account makeAccount(std::uint32_t number, Field field, Prefecture prefecture);

// The same with a number of the user ID above all those, for the log-ins that are told.
store::Account makeKnownAccount(std::uint32_t idNumber, Field field, Prefecture prefecture, PersonName name);

inline constexpr std::uint32_t firstKnownNumber = 4'000'000;

}  // namespace senkoi::server::demo
