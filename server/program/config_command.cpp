#include <filesystem>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

#include "server/program/commands.hpp"
#include "server/program/keyed_database.hpp"
#include "server/program/settings.hpp"

namespace senkoi::server {
namespace {

namespace fs = std::filesystem;

// What each may be and yet not do together, or here.
std::vector<std::string> faultsOf(const Configuration& configuration) {
  std::vector<std::string> faults;
  const auto attempt = [&](auto check) {
    try {
      check();
    } catch (const std::exception& fault) {
      faults.emplace_back(fault.what());
    }
  };
  attempt([&] {
    Configuration completed = configuration;
    complete(completed, completed.port);
  });
  const KeyedDatabase database(configuration);
  attempt([&] { requireFolderOf(database.file); });
  if (!configuration.key.empty()) attempt([&] { requireFolderOf(database.key); });
  if (fs::is_directory(configuration.database))
    faults.push_back(configuration.database + " is a folder: --database names a file");
  if (!configuration.smtp.caFile.empty() && !fs::is_regular_file(configuration.smtp.caFile))
    faults.push_back("there is no file " + configuration.smtp.caFile + " for --smtp-ca-file");
  if (!configuration.site.empty() && !fs::is_directory(configuration.site))
    faults.push_back("there is no folder " + configuration.site + " for --site");
  return faults;
}

// What serves, but hardly as somebody means it.
std::vector<std::string> doubtsOf(const Configuration& configuration) {
  std::vector<std::string> doubts;
  if (configuration.publicOrigin.empty())
    doubts.emplace_back(
        "letters link to the address that is served: set --public-origin to where people see the pages");
  if (configuration.smtp.url.empty()) doubts.emplace_back("no letter goes out until --smtp-url is set");
  if (configuration.https() && configuration.proxies.empty())
    doubts.emplace_back("behind a proxy name it by --proxies, or all who come through it are limited as one");
  return doubts;
}

void print(const Settings& settings) {
  constexpr std::size_t names = 24, values = 32;
  const auto padded = [](std::string text, std::size_t width) {
    text.resize(std::max(text.size() + 2, width), ' ');
    return text;
  };
  for (const Settings::Shown& one : settings.shown())
    std::cout << padded(one.name, names) << padded(one.value, values) << (one.from.empty() ? "default" : one.from)
              << '\n';
}

}  // namespace

void checkSettings(Settings& settings, const Configuration& configuration, const char* const* environment) {
  std::vector<std::string> faults = settings.check(environment);
  print(settings);
  for (std::string& fault : faultsOf(configuration)) faults.push_back(std::move(fault));
  for (const std::string& doubt : doubtsOf(configuration)) std::cout << "note: " << doubt << '\n';
  for (const std::string& fault : faults) std::cout << "wrong: " << fault << '\n';
  std::cout.flush();
  if (!faults.empty())
    throw std::runtime_error(std::to_string(faults.size()) + (faults.size() == 1 ? " fault" : " faults") +
                             " in the settings");
}

}  // namespace senkoi::server
