// Wires the program and runs it until SIGTERM, SIGINT or SIGHUP. Blocks; throws std::exception where it can't start.
#pragma once

#include "server/base/configuration.hpp"

namespace senkoi::server {

void serve(Configuration configuration);

// The same with a made season, a clock that can be moved and mails that can be read: for trying, never for people's
// data.
void serveDemo(Configuration configuration);

// A copy of the season in the database, with such a clock and such mails: the office moves it through its year. The
// copy is gone afterwards, the season itself stays as it is (S4).
void serveRehearsal(Configuration configuration);

}  // namespace senkoi::server
