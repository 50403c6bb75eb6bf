// Every setting, described once, with three doors: --flag, SENKOI_FLAG in the environment, and `flag = value` in the
// file that --config or SENKOI_CONFIG names. The flag counts before the environment, the environment before the file.
// What no setting is called, and what a setting can't be, is refused: where it stands and what to write (R4).
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "server/program/setting_forms.hpp"
#include "server/program/settings_file.hpp"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace senkoi::server {

struct Configuration;

class Settings {
 public:
  // Both must live as long; `configuration` holds the defaults.
  Settings(CLI::App&, Configuration&);

  // Fills the configuration, once the command line has been parsed. `environment` as in environ(7). Throws
  // WrongSetting.
  void read(const char* const* environment);

  bool isGiven(const std::string& name) const;  // "database"

  // For a command line with a flag that nothing is called: "; did you mean --smtp-url?", or nothing.
  std::string hintFor(char** arguments, int count) const;

 private:
  using Texts = std::vector<std::string>;
  struct Setting {
    std::string name;  // "smtp-url"
    std::string takes;
    std::function<bool(const Texts&)> assign;  // false where it is of another form
    CLI::Option* option;
    bool isList = false, isSecret = false, isGiven = false;
  };

  void group(const char* name) { group_ = name; }
  template <class Value, class Read>
  Setting& add(const std::string& name, Value& value, Form<Read> form, const std::string& description) {
    const auto assign = [&value, read = form.read](const Texts& texts) {
      auto found = texts.size() == 1 ? read(texts.front()) : std::nullopt;
      if (found) value = static_cast<Value>(std::move(*found));
      return found.has_value();
    };
    return keep(name, form.takes, assign, option(name, form.shown, form.write(value), description));
  }
  Setting& truth(const std::string& name, bool& value, const std::string& description);
  Setting& list(const std::string& name, Texts& values, Form<std::string> form, const std::string& description);
  CLI::Option* option(const std::string& name, const std::string& type, const std::string& usual,
                      const std::string& about);
  Setting& keep(const std::string& name, std::string takes, std::function<bool(const Texts&)> assign,
                CLI::Option* option);

  void describeServing(Configuration&);
  void describeLimits(Configuration&);
  void describeTimes(Configuration&);
  void describeAccounts(Configuration&);
  void describeMail(Configuration&);

  Setting* find(const std::string& name);
  bool isFlag(const std::string& name) const;  // with its forms --no-…
  std::vector<std::string> names() const;
  void assign(Setting&, const Texts&, const std::string& place);
  void readEnvironment(const char* const* environment);
  void readFile(const std::string& file);

  CLI::App& app_;
  CLI::Option* config_;
  std::string group_;
  std::vector<Setting> all_;
};

}  // namespace senkoi::server
