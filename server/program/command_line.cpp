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
#include "server/program/commands.hpp"
#include "server/program/keyed_database.hpp"
#include "server/program/reference.hpp"
#include "server/program/settings.hpp"

namespace senkoi::server {
namespace {

namespace sqlite = store::sqlite;

void backUp(const Configuration& configuration, const std::string& copy) {
  if (!backUpWithKey(KeyedDatabase(configuration), KeyedDatabase(copy)))
    std::cerr << "senkoi: the database has no key yet\n";
}

void restore(const Configuration& configuration, const std::string& copy) {
  if (restoreWithKey(KeyedDatabase(copy), KeyedDatabase(configuration))) return;
  std::cerr << "senkoi: there is no " << copy << ".key; the database needs the key it was served with\n";
}

void migrate(const Configuration& configuration) {
  requireDatabase(configuration.database);
  const sqlite::DatabaseLock lock(configuration.database, sqlite::DatabaseLock::Use::replacing, "migrate");
  auto const [from, to] = store::upgrade(configuration.database, auditKeyOf(KeyedDatabase(configuration)));
  std::cout << "schema " << from << " -> " << to << '\n';
}

using Run = std::function<void()>;

// What the line asks for; run once every setting has its value, or before where it says so.
class Commands {
 public:
  CLI::App* add(CLI::App& app, const char* name, const char* description, Run run = {}, bool checksSettings = false) {
    auto* const added = app.add_subcommand(name, description);
    added->fallthrough();
    if (run)
      added->callback([this, run = std::move(run), checksSettings] {
        chosen_ = run;
        checksSettings_ = checksSettings;
      });
    return added;
  }
  bool checksSettings() const { return checksSettings_; }  // which reads them itself
  void run() const {
    if (chosen_) chosen_();
  }

 private:
  Run chosen_;
  bool checksSettings_ = false;
};

// What stands behind the commands.
struct Entered {
  std::string file, address;
  std::vector<std::string> heads;
  NewStaff staff;
  std::int64_t account = 0;
  LettersToRetry letters;
};

void describeStaff(CLI::App& app, Commands& commands, Configuration& configuration, Entered& entered) {
  auto* const staff = commands.add(app, "staff", "Who works here");
  auto* const invite =
      commands.add(*staff, "invite", "Invite by email: the first of the board, who invites everybody else", [&] {
        requireDatabase(configuration.database);
        inviteStaff(configuration, entered.staff);
      });
  invite->add_option("--mail", entered.staff.mail, "Email address")->required();
  invite->add_option("--name", entered.staff.name, "Name")->required();
  invite->add_option("--role", entered.staff.role, "board, society or director")->capture_default_str();
  invite->add_option("--field", entered.staff.field, "Specialty of a society or director, 01 to 19");
  invite->add_option("--program", entered.staff.programs, "Number of a director's program; once for each");
  invite->add_option("--language", entered.staff.language, "Language of emails, ja or en")->capture_default_str();
  invite->add_flag("--show-link", entered.staff.showLink, "Print the link, where no email can be sent");
  commands.add(*staff, "list", "List the accounts that are open", [&] { listStaff(configuration); });
  commands
      .add(*staff, "close", "Close an account, while no server runs; its pages do so while one does",
           [&] { closeStaff(configuration, entered.account); })
      ->add_option("number", entered.account, "Number of the account in the list")
      ->required();
  staff->require_subcommand(1);
}

void describeAudit(CLI::App& app, Commands& commands, Configuration& configuration, Entered& entered) {
  auto* const audit = commands.add(app, "audit", "Look into the audit log");
  auto* const verify = commands.add(*audit, "verify",
                                    "Find entries of the audit log that were changed, moved, put in or cut off, and "
                                    "applications that are not as it says",
                                    [&] { verifyAudit(configuration, entered.heads); });
  verify->add_option("--head", entered.heads,
                     "A head that was kept outside the database, as the server printed it; repeatable");
  commands.add(*audit, "head", "Print where the audit log ends now, to be kept outside the database",
               [&] { printAuditHead(configuration); });
  audit->require_subcommand(1);
}

void describeMail(CLI::App& app, Commands& commands, Configuration& configuration, Entered& entered) {
  auto* const mail = commands.add(app, "mail", "Letters, and the server that takes them");
  commands.add(*mail, "list", "List letters that have not gone out, with the reason",
               [&] { listLetters(configuration); });
  auto* const retry = commands.add(*mail, "retry", "Try letters again that were given up or put off",
                                   [&] { retryLetters(configuration, entered.letters); });
  retry->add_option("number", entered.letters.numbers, "Number of a letter in the list");
  retry->add_flag("--all", entered.letters.all, "All that were given up");
  commands
      .add(*mail, "test", "Send a letter at once, to try the settings of the mail server",
           [&] { sendTestLetter(configuration, entered.address); })
      ->add_option("address", entered.address, "Where to")
      ->required();
  mail->require_subcommand(1);
}

void describeConfig(CLI::App& app, Commands& commands, Settings& settings, Configuration& configuration) {
  auto* const config = commands.add(app, "config", "Look at the settings");
  commands.add(
      *config, "check", "Print each setting, where it comes from and what is wrong; starts nothing",
      [&] { checkSettings(settings, configuration, environ); }, true);
  commands.add(*config, "sample", "Print a file of settings: each with what it is, commented out",
               [&] { std::cout << sampleFile(settings); });
  commands.add(*config, "manual", "Print the manual page", [&] { std::cout << manualPage(app, settings); });
  commands.add(*config, "completion", "Print the completion for bash",
               [&] { std::cout << bashCompletion(app, settings); });
  config->require_subcommand(1);
}

void describeCommands(CLI::App& app, Commands& commands, Settings& settings, Configuration& configuration,
                      Entered& entered) {
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
           [&] { backUp(configuration, entered.file); })
      ->add_option("file", entered.file, "The copy; must not exist")
      ->required();
  commands
      .add(app, "restore", "Put a copy in the place of the database, with the key beside the copy",
           [&] { restore(configuration, entered.file); })
      ->add_option("file", entered.file, "The copy")
      ->required();
  commands
      .add(app, "export-static", "Write what everybody may read as files, for a host without an API",
           [&] { exportStatic(configuration, entered.file, systemClock()()); })
      ->add_option("directory", entered.file, "Where to; files of an earlier export there are replaced")
      ->required();
  describeAudit(app, commands, configuration, entered);
  describeStaff(app, commands, configuration, entered);
  describeMail(app, commands, configuration, entered);
  describeConfig(app, commands, settings, configuration);
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
  Entered entered;
  CLI::App app("Senkoi: registration for specialty training", "senkoi");
  app.set_version_flag("--version", SENKOI_VERSION);
  app.footer(
      "Each setting is also SENKOI_NAME in the environment and `name = value` in the file of --config.\n"
      "A flag counts before the environment, the environment before the file.");
  Commands commands;
  Settings settings(app, configuration);
  describeCommands(app, commands, settings, configuration, entered);
  try {
    app.parse(count, arguments);
    if (!commands.checksSettings()) settings.read(environ);
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
