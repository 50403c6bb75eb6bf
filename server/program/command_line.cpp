#include "server/program/command_line.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>

#include "server/accounts/secrets.hpp"
#include "server/base/clock.hpp"
#include "server/base/configuration.hpp"
#include "server/base/log.hpp"
#include "server/database/sqlite/engine.hpp"
#include "server/operations/open.hpp"
#include "server/program/export_static.hpp"
#include "server/program/invite_command.hpp"
#include "server/program/keyed_database.hpp"
#include "server/program/serve.hpp"
#include "server/program/settings.hpp"

namespace senkoi::server {
namespace {

namespace sqlite = store::sqlite;

store::AuditKey auditKeyOf(const Configuration& configuration) {
  return accounts::auditKey(keyOf(configuration.database));
}

void backUp(const Configuration& configuration, const std::string& copy) {
  if (!backUpWithKey(configuration.database, copy)) std::cerr << "senkoi: the database has no key file beside it\n";
}

void restore(const Configuration& configuration, const std::string& copy) {
  if (restoreWithKey(copy, configuration.database)) return;
  std::cerr << "senkoi: there is no " << copy << ".key; the database needs the key it was served with\n";
}

void migrate(const Configuration& configuration) {
  auto const [from, to] = store::upgrade(configuration.database, auditKeyOf(configuration));
  std::cout << "schema " << from << " -> " << to << '\n';
}

void verifyAudit(const Configuration& configuration) {
  auto const file = configuration.database + ".key";
  if (!std::filesystem::exists(file)) throw std::runtime_error("the audit log needs its key, " + file);
  auto const broken = store::openReading(configuration.database, auditKeyOf(configuration))->firstBrokenAudit();
  if (broken)
    throw std::runtime_error("the audit log was changed at entry " + std::to_string(*broken) +
                             ", or was not written with this key");
  std::cout << "audit log sound\n";
}

CLI::App* command(CLI::App& app, const char* name, const char* description, std::function<void()> run) {
  auto* const added = app.add_subcommand(name, description);
  added->fallthrough();
  if (run) added->callback(std::move(run));
  return added;
}

void describeStaff(CLI::App& app, Configuration& configuration, NewStaff& entered) {
  auto* const staff = command(app, "staff", "Who works here", {});
  auto* const invite = command(*staff, "invite", "Invite by mail: the first of the board, who invites everybody else",
                               [&] { inviteStaff(configuration, entered); });
  invite->add_option("--mail", entered.mail, "Mail address")->required();
  invite->add_option("--name", entered.name, "Name")->required();
  invite->add_option("--role", entered.role, "board, society or director")->capture_default_str();
  invite->add_option("--field", entered.field, "Specialty of a society or director, 01 to 19");
  invite->add_option("--program", entered.programs, "Number of a director's program; once for each");
  invite->add_option("--language", entered.language, "Language of mails, ja or en")->capture_default_str();
  invite->add_flag("--show-link", entered.showLink, "Print the link, where no mail can be sent");
  staff->require_subcommand(1);
}

// Callbacks run while the line is parsed, after every setting has its value.
void describeCommands(CLI::App& app, Configuration& configuration, std::string& file, NewStaff& entered) {
  command(app, "serve", "Serve the API, and the pages where --site names them", [&] { serve(configuration); });
  command(app, "demo",
          "Serve a made season with a movable clock and readable mails; nothing is kept without --database", [&] {
            if (app.get_option("--database")->empty()) configuration.database.clear();
            serveDemo(configuration);
          });
  command(app, "rehearse",
          "Serve a copy of the season with a movable clock and readable mails; the season itself stays as it is",
          [&] { serveRehearsal(configuration); });
  command(app, "migrate", "Upgrade the database to this program's schema", [&] { migrate(configuration); });
  command(app, "backup", "Copy the database while it serves, and its key beside the copy",
          [&] { backUp(configuration, file); })
      ->add_option("file", file, "The copy; must not exist")
      ->required();
  command(app, "restore", "Put a copy in the place of the database, with the key beside the copy",
          [&] { restore(configuration, file); })
      ->add_option("file", file, "The copy")
      ->required();
  command(app, "export-static", "Write what everybody may read as files, for a host without an API",
          [&] { exportStatic(configuration, file, systemClock()()); })
      ->add_option("directory", file, "Where to; files of an earlier export there are replaced")
      ->required();
  auto* const audit = command(app, "audit", "Look into the audit log", {});
  command(*audit, "verify", "Find entries of the audit log that were changed, moved, put in or taken out",
          [&] { verifyAudit(configuration); });
  audit->require_subcommand(1);
  describeStaff(app, configuration, entered);
  app.require_subcommand(1);
}

}  // namespace

int runCommand(int count, char** arguments) {
  Configuration configuration;
  std::string file;
  NewStaff entered;
  CLI::App app("Senkoi: registration for specialty training", "senkoi");
  app.set_version_flag("--version", SENKOI_VERSION);
  app.footer("Each setting is also SENKOI_NAME in the environment and `name = value` in the file of --config.");
  describeSettings(app, configuration);
  describeCommands(app, configuration, file, entered);
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
