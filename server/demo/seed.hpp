// Fills an empty database with the demo's season (season_data.hpp). The main thread calls it before anything serves.
#pragma once

#include "server/accounts/secrets.hpp"
#include "server/base/configuration.hpp"
#include "server/demo/applicants.hpp"
#include "server/operations/store.hpp"

namespace senkoi::server::demo {

// Does nothing where there is a season already, so that a second start is fast. One durable batch. Throws
// store::Failure.
void seed(store::Store& writing, const Configuration& configuration, const accounts::Secrets& secrets);

}  // namespace senkoi::server::demo
