// The whole season of the demo as plain data: deterministic, at the scale of the real one. Pure: makes, stores nothing.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/operations/records.hpp"

namespace senkoi::server::demo {

struct SeasonData {
  store::SeasonStart start;
  std::vector<store::DemoApplicant> applicants;  // the crowd and, at the end, those of knownLogIns()
};

// `crowdsHash` nobody's password has; `knownHash` is that of the known log-ins' password.
SeasonData makeSeasonData(std::uint32_t applicants, const std::string& crowdsHash, const std::string& knownHash);

}  // namespace senkoi::server::demo
