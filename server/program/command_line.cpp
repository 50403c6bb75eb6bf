#include "server/program/command_line.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "server/accounts/secrets.hpp"
#include "server/base/clock.hpp"
#include "server/base/configuration.hpp"
#include "server/base/log.hpp"
#include "server/operations/open.hpp"
#include "server/program/audit_command.hpp"
#include "server/program/export_static.hpp"
#include "server/program/invite_command.hpp"
#include "server/program/keyed_database.hpp"
#include "server/program/mail_command.hpp"
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
  requireDatabase(configuration.database);
  const sqlite::DatabaseLock lock(configuration.database, sqlite::DatabaseLock::Use::replacing, "migrate");
  auto const [from, to] = store::upgrade(configuration.database, auditKeyOf(configuration));
  std::cout << "schema " << from << " -> " << to << '\n';
}

using Run = std::function<void()>;

// What the line asks for; run once every setting has its value.
class Commands {
 public:
  CLI::App* add(CLI::App& app, const char* name, const char* description, Run run = {}) {
    auto* const added = app.add_subcommand(name, description);
    added->fallthrough();
    if (run) added->callback([this, run = std::move(run)] { chosen_ = run; });
    return added;
  }
  void run() const {
    if (chosen_) chosen_();
  }

 private:
  Run chosen_;
};

void describeStaff(CLI::App& app, Commands& commands, Configuration& configuration, NewStaff& entered) {
  auto* const staff = commands.add(app, "staff", "Who works here");
  auto* const invite =
      commands.add(*staff, "invite", "Invite by mail: the first of the board, who invites everybody else", [&] {
        requireDatabase(configuration.database);
        inviteStaff(configuration, entered);
      });
  invite->add_option("--mail", entered.mail, "Mail address")->required();
  invite->add_option("--name", entered.name, "Name")->required();
  invite->add_option("--role", entered.role, "board, society or director")->capture_default_str();
  invite->add_option("--field", entered.field, "Specialty of a society or director, 01 to 19");
  invite->add_option("--program", entered.programs, "Number of a director's program; once for each");
  invite->add_option("--language", entered.language, "Language of mails, ja or en")->capture_default_str();
  invite->add_flag("--show-link", entered.showLink, "Print the link, where no mail can be sent");
  staff->require_subcommand(1);
}

void describeAudit(CLI::App& app, Commands& commands, Configuration& configuration, std::vector<std::string>& heads) {
  auto* const audit = commands.add(app, "audit", "Look into the audit log");
  auto* const verify = commands.add(*audit, "verify",
                                    "Find entries of the audit log that were changed, moved, put in or cut off, and "
                                    "applications that are not as it says",
                                    [&] { verifyAudit(configuration, heads); });
  verify->add_option("--head", heads,
                     "A head that was kept outside the database, as the server printed it; repeatable");
  commands.add(*audit, "head", "Print where the audit log ends now, to be kept outside the database",
               [&] { printAuditHead(configuration); });
  audit->require_subcommand(1);
}

void describeMail(CLI::App& app, Commands& commands, Configuration& configuration, LettersToRetry& letters) {
  auto* const mail = commands.add(app, "mail", "Letters that have not gone out");
  commands.add(*mail, "list", "List them, with the reason", [&] { listLetters(configuration); });
  auto* const retry = commands.add(*mail, "retry", "Try letters again that were given up or put off",
                                   [&] { retryLetters(configuration, letters); });
  retry->add_option("number", letters.numbers, "Number of a letter in the list");
  retry->add_flag("--all", letters.all, "All that were given up");
  mail->require_subcommand(1);
}

void describeCommands(CLI::App& app, Commands& commands, Settings& settings, Configuration& configuration,
                      std::string& file, std::vector<std::string>& heads, NewStaff& entered, LettersToRetry& letters) {
  commands.add(app, "serve", "Serve the API, and the pages where --site names them", [&] { serve(configuration); });
  commands.add(app, "demo",
               "Serve a made season with a movable clock and readable mails; nothing is kept without --database", [&] {
                 if (!settings.isGiven("database")) configuration.database.clear();
                 serveDemo(configuration);
               });
  commands.add(app, "rehearse",
               "Serve a copy of the season with a movable clock and readable mails; the season itself stays as it is",
               [&] { serveRehearsal(configuration); });
  commands.add(app, "migrate", "Upgrade the database to this program's schema", [&] { migrate(configuration); });
  commands
      .add(app, "backup", "Copy the database while it serves, and its key beside the copy",
           [&] { backUp(configuration, file); })
      ->add_option("file", file, "The copy; must not exist")
      ->required();
  commands
      .add(app, "restore", "Put a copy in the place of the database, with the key beside the copy",
           [&] { restore(configuration, file); })
      ->add_option("file", file, "The copy")
      ->required();
  commands
      .add(app, "export-static", "Write what everybody may read as files, for a host without an API",
           [&] { exportStatic(configuration, file, systemClock()()); })
      ->add_option("directory", file, "Where to; files of an earlier export there are replaced")
      ->required();
  describeAudit(app, commands, configuration, heads);
  describeStaff(app, commands, configuration, entered);
  describeMail(app, commands, configuration, letters);
  app.require_subcommand(1);
}

// What the system says, in a sentence of its own.
std::string sentenceOf(const std::exception& failure) {
  if (const auto* const ofFiles = dynamic_cast<const std::filesystem::filesystem_error*>(&failure))
    return ofFiles->path1().string() + ": " + ofFiles->code().message();
  if (dynamic_cast<const std::bad_alloc*>(&failure)) return "there is not enough memory";
  return failure.what();
}

int failed(const std::string& sentence) {
  std::cerr << "senkoi: " << sentence << '\n';
  return 1;
}

}  // namespace

int runCommand(int count, char** arguments) {
  Configuration configuration;
  std::string file;
  std::vector<std::string> heads;
  NewStaff entered;
  LettersToRetry letters;
  CLI::App app("Senkoi: registration for specialty training", "senkoi");
  app.set_version_flag("--version", SENKOI_VERSION);
  app.footer(
      "Each setting is also SENKOI_NAME in the environment and `name = value` in the file of --config.\n"
      "A flag counts before the environment, the environment before the file.");
  Commands commands;
  Settings settings(app, configuration);
  describeCommands(app, commands, settings, configuration, file, heads, entered, letters);
  try {
    app.parse(count, arguments);
    settings.read(environ);
    commands.run();
    return 0;
  } catch (const CLI::ExtrasError& wrong) {
    return failed(wrong.what() + settings.hintFor(arguments, count));
  } catch (const CLI::ParseError& wrong) {
    return app.exit(wrong);
  } catch (const std::exception& failure) {
    return failed(sentenceOf(failure));
  }
}

}  // namespace senkoi::server
