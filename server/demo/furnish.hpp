// Fills an empty database with the demo's season (season_data.hpp). The main thread calls it before anything serves.
#pragma once

#include <string>
#include <vector>

#include "server/configuration.hpp"
#include "server/store/store.hpp"

namespace senkoi::server::demo {

struct LogIn {
  std::string userId, password;
  const char* what;  // whom one plays with it
};

// Log-ins for trying, to be printed by the command.
std::vector<LogIn> knownLogIns();

// Does nothing where there is a season already (a second start is fast). One durable batch; throws store::Failure.
void furnish(store::Store& writing, const Configuration& configuration);

}  // namespace senkoi::server::demo
