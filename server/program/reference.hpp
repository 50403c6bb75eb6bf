// What the program says of itself, made from its own table of settings and commands, so that it is never behind them:
// the sample of the file of settings, the manual page, the completion of the shell. Pure.
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace senkoi::server {

class Settings;

std::string sampleFile(const Settings&);                   // every setting with its default, commented out
std::string manualPage(const CLI::App&, const Settings&);  // man(7), section 8
std::string bashCompletion(const CLI::App&, const Settings&);

}  // namespace senkoi::server
