#include "server/program/reference.hpp"

#include <CLI/CLI.hpp>
#include <vector>

#include "server/program/settings.hpp"

namespace senkoi::server {
namespace {

// For man(7): a backslash is its own, and so is a point or an apostrophe at the beginning of a line.
std::string roff(const std::string& text) {
  std::string escaped;
  for (const char c : text) escaped += c == '\\' ? "\\e" : c == '-' ? "\\-" : std::string(1, c);
  return escaped.starts_with('.') || escaped.starts_with('\'') ? "\\&" + escaped : escaped;
}

std::string shown(const Settings::Shown& one) {
  return one.usual.empty() ? one.about : one.about + " (" + one.usual + ')';
}

// "mail retry NUMBER" with what it does, for each that does something.
void addCommands(const CLI::App& app, const std::string& before, std::string& page) {
  for (const CLI::App* const command : app.get_subcommands({})) {
    const std::string name = before + command->get_name();
    if (!command->get_subcommands({}).empty()) {
      addCommands(*command, name + ' ', page);
      continue;
    }
    std::string arguments;
    for (const CLI::Option* const option : command->get_options()) {
      if (option->get_positional()) arguments += ' ' + option->get_single_name();
    }
    page += ".TP\n.B " + roff(name + arguments) + '\n' + roff(command->get_description()) + ".\n";
    for (const CLI::Option* const option : command->get_options()) {
      if (option->get_positional() || option->get_single_name() == "help") continue;
      page += ".br\n.I " + roff(option->get_name()) + "\n" + roff(option->get_description()) + ".\n";
    }
  }
}

void addWords(const CLI::App& app, std::string& words) {
  for (const CLI::App* const command : app.get_subcommands({})) {
    words += command->get_name() + ' ';
    addWords(*command, words);
    for (const CLI::Option* const option : command->get_options()) {
      if (!option->get_positional() && option->get_single_name() != "help")
        words += "--" + option->get_single_name() + ' ';
    }
  }
}

}  // namespace

std::string sampleFile(const Settings& settings) {
  std::string text =
      "# Settings of Senkoi, one `name = value` a line. Everything here is the default: take the # away to change it.\n"
      "# A flag --name of the command counts before SENKOI_NAME in the environment, that before this file.\n"
      "# `senkoi config check` tells what is set, where, and what is wrong.\n";
  std::string group;
  for (const Settings::Shown& one : settings.shown()) {
    if (one.group != group) text += "\n## " + (group = one.group) + '\n';
    text += "\n# " + one.about + ".\n#" + one.name + " = " + one.usual + '\n';
  }
  return text;
}

std::string manualPage(const CLI::App& app, const Settings& settings) {
  std::string page = ".TH SENKOI 8 \"\" \"senkoi " SENKOI_VERSION "\"\n.SH NAME\nsenkoi \\- " +
                     roff("registration for specialty training in Japan") +
                     "\n.SH SYNOPSIS\n.B senkoi\n.I command\n[\\fB\\-\\-setting\\fR=\\fIvalue\\fR ...]\n.SH COMMANDS\n";
  addCommands(app, {}, page);
  page += ".SH SETTINGS\n" + roff(app.get_footer()) + '\n';
  for (const Settings::Shown& one : settings.shown())
    page += ".TP\n\\fB" + roff("--" + one.name) + "\\fR=\\fI" + roff(one.form) + "\\fR\n" + roff(shown(one)) + ".\n";
  return page +
         ".SH EXIT STATUS\n0 where it was done, 1 where it failed (the reason on standard error), more than 100 where "
         "the command line is wrong.\n";
}

std::string bashCompletion(const CLI::App& app, const Settings& settings) {
  std::string words = "--config --help --version ";
  for (const Settings::Shown& one : settings.shown()) words += "--" + one.name + "= ";
  addWords(app, words);
  return "# bash completion for senkoi\n_senkoi() {\n  local words='" + words +
         "'\n  mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"${COMP_WORDS[COMP_CWORD]}\")\n"
         "  [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace\n}\ncomplete -o default -F _senkoi senkoi\n";
}

}  // namespace senkoi::server
