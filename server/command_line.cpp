#include "server/command_line.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>

#include "server/configuration.hpp"
#include "server/log.hpp"
#include "server/serve.hpp"
#include "server/settings.hpp"
#include "server/store/sqlite/engine.hpp"

namespace senkoi::server {
namespace {

namespace sqlite = store::sqlite;

void migrate(const Configuration& configuration) {
  auto const [from, to] = sqlite::upgrade(configuration.database);
  std::cout << "schema " << from << " -> " << to << '\n';
}

void verifyAudit(const Configuration& configuration) {
  auto const broken = sqlite::openReading(configuration.database)->firstBrokenAudit();
  if (broken) throw std::runtime_error("the audit log was changed at entry " + std::to_string(*broken));
  std::cout << "audit log sound\n";
}

CLI::App* command(CLI::App& app, const char* name, const char* description, std::function<void()> run) {
  auto* const added = app.add_subcommand(name, description);
  added->fallthrough();
  if (run) added->callback(std::move(run));
  return added;
}

// Callbacks run while the line is parsed, after every setting has its value.
void describeCommands(CLI::App& app, Configuration& configuration, std::string& file) {
  command(app, "serve", "Serve the API, and the pages where --site names them", [&] { serve(configuration); });
  command(app, "demo",
          "Serve a made season with a movable clock and readable mails; nothing is kept without --database", [&] {
            if (app.get_option("--database")->empty()) configuration.database.clear();
            serveDemo(configuration);
          });
  command(app, "migrate", "Upgrade the database to this program's schema", [&] { migrate(configuration); });
  command(app, "backup", "Copy the database while it serves", [&] { sqlite::backUp(configuration.database, file); })
      ->add_option("file", file, "The copy; must not exist")
      ->required();
  command(app, "restore", "Put a copy in the place of the database",
          [&] { sqlite::restore(file, configuration.database); })
      ->add_option("file", file, "The copy")
      ->required();
  auto* const audit = command(app, "audit", "Look into the audit log", {});
  command(*audit, "verify", "Find entries of the audit log that were changed, moved, put in or taken out",
          [&] { verifyAudit(configuration); });
  audit->require_subcommand(1);
  app.require_subcommand(1);
}

}  // namespace

int runCommand(int count, char** arguments) {
  Configuration configuration;
  std::string file;
  CLI::App app("Senkoi: registration for specialty training", "senkoi");
  app.set_version_flag("--version", SENKOI_VERSION);
  app.footer("Each setting is also SENKOI_NAME in the environment and `name = value` in the file of --config.");
  describeSettings(app, configuration);
  describeCommands(app, configuration, file);
  try {
    app.parse(count, arguments);
    return 0;
  } catch (const CLI::ParseError& wrong) {
    return app.exit(wrong);
  } catch (const std::exception& failure) {
    std::cerr << "senkoi: " << failure.what() << '\n';
    return 1;
  }
}

}  // namespace senkoi::server
