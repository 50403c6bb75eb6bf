// Wires the program and runs it until SIGTERM or SIGINT. Blocks; throws std::exception where it can't start.
#pragma once

#include "server/configuration.hpp"

namespace senkoi::server {

void serve(Configuration configuration);

// The same with a made season, a clock that can be moved and mails that can be read: for trying, never for people's
// data.
void serveDemo(Configuration configuration);

}  // namespace senkoi::server
