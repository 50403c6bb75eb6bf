// The description of every setting, for the command line, the environment and the configuration file.
#pragma once

namespace CLI {
class App;
}

namespace senkoi::server {

struct Configuration;

// `configuration` must live until the command line has been parsed; holds the defaults before.
void describeSettings(CLI::App& app, Configuration& configuration);

}  // namespace senkoi::server
