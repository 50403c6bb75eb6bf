#include "server/program/settings.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>
#include <map>
#include <numeric>
#include <optional>
#include <span>
#include <string_view>

#include "server/base/ascii.hpp"
#include "server/base/configuration.hpp"

namespace senkoi::server {
namespace {

constexpr std::string_view prefix = "SENKOI_";

// "smtp-url" → "SENKOI_SMTP_URL".
std::string environmentName(std::string_view name) {
  std::string text(prefix);
  for (const char c : name) text += c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

std::string unquoted(const std::string& part) {
  const bool quoted = part.size() > 1 && part.front() == part.back() && (part.front() == '"' || part.front() == '\'');
  return quoted ? part.substr(1, part.size() - 2) : part;
}

// A list is separated by commas, blanks or both. [ ] around it and quotes around its parts, as TOML has them, are read
// as well.
std::vector<std::string> partsOf(const std::vector<std::string>& texts) {
  std::vector<std::string> parts;
  for (std::string text : texts) {
    if (text.size() > 1 && text.front() == '[' && text.back() == ']') text = text.substr(1, text.size() - 2);
    std::string part;
    for (const char c : text + ',') {
      const bool separates = c == ',' || c == ' ' || c == '\t';
      if (!separates) part += c;
      if (separates && !part.empty()) parts.push_back(unquoted(std::exchange(part, {})));
    }
  }
  return parts;
}

std::string plain(std::string_view name) {
  std::string text(name.substr(0, 100));  // longer than any that exists
  for (char& c : text) c = c == '_' ? '-' : http::lowerCase(c);
  return text;
}

// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours.
std::size_t distance(const std::string& from, const std::string& to) {
  std::vector<std::size_t> before(to.size() + 1), above(to.size() + 1), row(to.size() + 1);
  std::iota(above.begin(), above.end(), std::size_t{0});
  for (std::size_t i = 1; i <= from.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(above);
    above.swap(row);
  }
  return above[to.size()];
}

// "smpt-url" → "smtp-url": which of the names that exist was meant, by edit distance (a swapped pair counts once),
// without regard to case; '_' is as good as '-'. None where nothing is near: more than a third of the name would have
// to change.
std::optional<std::string> nearestName(std::string_view name, std::span<const std::string> names) {
  const std::string meant = plain(name);
  std::size_t least = std::max<std::size_t>(2, meant.size() / 3) + 1;
  std::optional<std::string> nearest;
  for (const std::string& one : names) {
    const std::size_t changes = distance(meant, plain(one));
    if (changes >= least) continue;
    least = changes;
    nearest = one;
  }
  return nearest;
}

}  // namespace

Settings::Settings(CLI::App& app, Configuration& configuration) : app_(app) {
  config_ = app.add_option("--config", "File of settings, one `name = value` a line")->type_name("FILE");
  describeServing(configuration);
  describeLimits(configuration);
  describeTimes(configuration);
  describeAccounts(configuration);
  describeMail(configuration);
  group("Demo");
  add("demo-applicants", configuration.demoApplicants, wholeNumber(0, 100'000),
      "Applicants that the demo's season begins with");
}

Settings::Setting& Settings::keep(Setting setting) {
  setting.option->group(group_);
  setting.usual = setting.value();
  return all_.emplace_back(std::move(setting));
}

CLI::Option* Settings::option(const std::string& name, const std::string& type, const std::string& usual,
                              const std::string& about) {
  return app_.add_option("--" + name, about)->type_name(type)->default_str(usual);
}

Settings::Setting& Settings::list(const std::string& name, Texts& values, Form<std::string> form,
                                  const std::string& description) {
  auto* const option = app_.add_option("--" + name, description)->type_name(form.shown + ",...")->take_all();
  const auto assign = [&values, read = std::move(form.read)](const Texts& texts) {
    values.clear();
    for (const std::string& part : partsOf(texts)) {
      auto value = read(part);
      if (!value) return false;
      values.push_back(std::move(*value));
    }
    return true;
  };
  const auto written = [&values] {
    std::string text;
    for (const std::string& value : values) text += (text.empty() ? "" : ", ") + value;
    return text;
  };
  Setting& kept = keep({name, std::move(form.takes), assign, written, option});
  kept.isList = true;
  return kept;
}

Settings::Setting& Settings::truth(const std::string& name, bool& value, const std::string& description) {
  auto* const option = app_.add_flag("--" + name + ",!--no-" + name, description);
  const auto assign = [&value](const Texts& texts) {
    const auto found = texts.size() == 1 ? yesOrNo().read(texts.front()) : std::nullopt;
    if (found) value = *found;
    return found.has_value();
  };
  return keep({name, yesOrNo().takes, assign, [&value] { return yesOrNo().write(value); }, option});
}

Settings::Setting* Settings::find(const std::string& name) {
  const auto found = std::ranges::find(all_, name, &Setting::name);
  return found == all_.end() ? nullptr : &*found;
}

bool Settings::isGiven(const std::string& name) const {
  return std::ranges::any_of(all_, [&](const Setting& one) { return one.name == name && !one.from.empty(); });
}

std::vector<Settings::Shown> Settings::shown() const {
  std::vector<Shown> shown;
  for (const Setting& setting : all_) {
    std::string value = setting.value();
    if (setting.isSecret && !value.empty()) value = "(not told)";
    const CLI::Option& option = *setting.option;
    shown.push_back({setting.name, std::move(value), setting.from, option.get_group(), option.get_description(),
                     option.get_type_name(), setting.usual});
  }
  return shown;
}

std::vector<std::string> Settings::names() const {
  std::vector<std::string> names;
  for (const Setting& setting : all_) names.push_back(setting.name);
  return names;
}

bool Settings::isFlag(const std::string& flag) const {
  return app_.get_option_no_throw(flag) != nullptr;
}

std::string Settings::hintFor(char** arguments, int count) const {
  for (int i = 1; i < count; ++i) {
    const std::string flag = std::string(arguments[i]).substr(0, std::string_view(arguments[i]).find('='));
    if (!flag.starts_with("--") || isFlag(flag)) continue;
    const auto near = nearestName(flag.substr(2), names());
    return near ? "; did you mean --" + *near + '?' : "; `senkoi --help` lists what there is";
  }
  return {};
}

// `called`: the setting's name where it stands, "--port", "SENKOI_PORT", "senkoi.conf, line 3: port".
void Settings::assign(Setting& setting, const Texts& texts, const std::string& from, const std::string& called) {
  if (setting.assign(texts)) {
    setting.from = from;
    return;
  }
  std::string said;
  for (const std::string& text : texts) said += (said.empty() ? "" : ", ") + text;
  throw WrongSetting(called + " takes " + setting.takes +
                     (setting.isSecret ? "" : ", not " + (said.empty() ? "nothing" : said)));
}

void Settings::read(const char* const* environment) {
  read(environment, [](const WrongSetting& wrong) { throw wrong; });
}

std::vector<std::string> Settings::check(const char* const* environment) {
  std::vector<std::string> sentences;
  const OnWrong keep = [&](const WrongSetting& wrong) { sentences.emplace_back(wrong.what()); };
  attempt(keep, [&] { read(environment, keep); });
  return sentences;
}

// The door that counts least comes first: what another overrides has been checked as well.
void Settings::read(const char* const* environment, const OnWrong& wrong) {
  std::string file = config_->count() > 0 ? config_->as<std::string>() : std::string();
  if (config_->count() > 0 && file.empty()) throw WrongSetting("--config takes the path of a file, not nothing");
  if (const char* const named = std::getenv("SENKOI_CONFIG"); file.empty() && named != nullptr) file = named;
  if (!file.empty()) attempt(wrong, [&] { readFile(file, wrong); });
  readEnvironment(environment, wrong);
  for (Setting& setting : all_) {
    if (setting.option->count() == 0) continue;
    const std::string flag = "--" + setting.name;
    attempt(wrong, [&] { assign(setting, setting.option->results(), flag, flag); });
  }
}

void Settings::readEnvironment(const char* const* environment, const OnWrong& wrong) {
  for (; *environment != nullptr; ++environment) {
    const std::string_view entry(*environment);
    if (entry.starts_with(prefix)) attempt(wrong, [&] { readVariable(entry); });
  }
}

// An empty one counts as none: it is how a shell's script leaves a setting out.
void Settings::readVariable(std::string_view entry) {
  const std::string name(entry.substr(0, entry.find('='))),
      value(entry.substr(std::min(name.size() + 1, entry.size())));
  if (name == "SENKOI_CONFIG") return;
  const auto found = std::ranges::find(all_, name, [](const Setting& one) { return environmentName(one.name); });
  if (found == all_.end()) {
    const auto near = nearestName(name.substr(prefix.size()), names());
    throw WrongSetting("there is no setting " + name + " (in the environment)" +
                       (near ? "; did you mean " + environmentName(*near) + '?' : "; `senkoi --help` lists them"));
  }
  if (!value.empty()) assign(*found, {value}, name, name);
}

void Settings::readFile(const std::string& file, const OnWrong& wrong) {
  std::map<Setting*, std::vector<SettingsLine>> found;
  for (SettingsLine& line : readSettingsFile(file, wrong)) {
    attempt(wrong, [&] {
      const std::string place = placeOf(file, line.number);
      Setting* const setting = find(line.name);
      if (setting == nullptr) {
        const auto near = nearestName(line.name, names());
        throw WrongSetting(place + ": there is no setting " + line.name +
                           (near ? "; did you mean " + *near + '?' : "; `senkoi --help` lists them"));
      }
      auto& lines = found[setting];
      if (!lines.empty() && !setting->isList)
        throw WrongSetting(place + ": " + line.name + " stands in line " + std::to_string(lines.front().number) +
                           " already; leave one of them");
      lines.push_back(std::move(line));
    });
  }
  for (auto& [setting, lines] : found) attempt(wrong, [&] { readLines(*setting, lines, file); });
}

// Several lines of a list are one list.
void Settings::readLines(Setting& setting, const std::vector<SettingsLine>& lines, const std::string& file) {
  Texts all;
  for (const SettingsLine& line : lines) {
    const std::string place = placeOf(file, line.number);
    assign(setting, {line.value}, place, place + ": " + line.name);
    all.push_back(line.value);
  }
  setting.assign(all);
}

}  // namespace senkoi::server
