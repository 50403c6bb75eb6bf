// Every setting, described once, with three doors: --flag, SENKOI_FLAG in the environment, and `flag = value` in the
// file that --config or SENKOI_CONFIG names. The flag counts before the environment, the environment before the file.
// What no setting is called, and what a setting can't be, is refused: where it stands and what to write (R4).
#pragma once

#include <functional>
#include <string>
#include <string_view>
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

  // The same, but goes on behind what is wrong and leaves it out: all sentences.
  std::vector<std::string> check(const char* const* environment);

  bool isGiven(const std::string& name) const;  // "database"

  struct Shown {
    std::string name, value;                // as one would write it; a secret is not told
    std::string from;                       // "--port", "SENKOI_PORT", "senkoi.conf, line 3"; empty: nobody has set it
    std::string group, about, form, usual;  // "Serving", "Port to listen on", "0..65535", "8080"
  };
  std::vector<Shown> shown() const;

  // For a command line with a flag that nothing is called: "; did you mean --smtp-url?", or nothing.
  std::string hintFor(char** arguments, int count) const;

 private:
  using Texts = std::vector<std::string>;
  struct Setting {
    std::string name;  // "smtp-url"
    std::string takes;
    std::function<bool(const Texts&)> assign;  // false where it is of another form
    std::function<std::string()> value;
    CLI::Option* option;
    std::string usual{}, from{};  // the default, and where it was given last
    bool isList = false, isSecret = false;
  };

  void group(const char* name) { group_ = name; }
  template <class Value, class Read>
  Setting& add(const std::string& name, Value& value, Form<Read> form, const std::string& description) {
    const auto assign = [&value, read = form.read](const Texts& texts) {
      auto found = texts.size() == 1 ? read(texts.front()) : std::nullopt;
      if (found) value = static_cast<Value>(std::move(*found));
      return found.has_value();
    };
    const auto written = [&value, write = form.write] { return write(value); };
    return keep({name, form.takes, assign, written, option(name, form.shown, form.write(value), description)});
  }
  Setting& truth(const std::string& name, bool& value, const std::string& description);
  Setting& list(const std::string& name, Texts& values, Form<std::string> form, const std::string& description);
  CLI::Option* option(const std::string& name, const std::string& type, const std::string& usual,
                      const std::string& about);
  Setting& keep(Setting);

  void describeServing(Configuration&);
  void describeLimits(Configuration&);
  void describeTimes(Configuration&);
  void describeAccounts(Configuration&);
  void describeMail(Configuration&);

  Setting* find(const std::string& name);
  bool isFlag(const std::string& name) const;  // with its forms --no-…
  std::vector<std::string> names() const;
  void assign(Setting&, const Texts&, const std::string& from, const std::string& called);
  void read(const char* const* environment, const OnWrong& wrong);
  void readEnvironment(const char* const* environment, const OnWrong& wrong);
  void readVariable(std::string_view entry);
  void readFile(const std::string& file, const OnWrong& wrong);
  void readLines(Setting&, const std::vector<SettingsLine>& lines, const std::string& file);

  CLI::App& app_;
  CLI::Option* config_;
  std::string group_;
  std::vector<Setting> all_;
};

}  // namespace senkoi::server
