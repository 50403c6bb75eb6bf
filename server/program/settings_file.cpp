#include "server/program/settings_file.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string_view>

#include "server/base/ascii.hpp"

namespace senkoi::server {
namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF", wideMarks = "\xFF\xFE";
constexpr std::string_view blanks = " \t\r\f\v";

std::string_view withoutBlanks(std::string_view text) {
  const std::size_t first = std::min(text.find_first_not_of(blanks), text.size());
  text.remove_prefix(first);
  return text.substr(0, text.find_last_not_of(blanks) + 1);
}

bool isComment(std::string_view text) {
  return text.empty() || text.front() == '#' || text.front() == ';';
}

// What stands behind '='. None where something follows a closing quote, or there is none.
std::optional<std::string> valueOf(std::string_view text) {
  if (!text.empty() && (text.front() == '"' || text.front() == '\'')) {
    const std::size_t end = text.find(text.front(), 1);
    if (end == std::string_view::npos || !isComment(withoutBlanks(text.substr(end + 1)))) return std::nullopt;
    return std::string(text.substr(1, end - 1));
  }
  for (std::size_t at = text.find('#'); at != std::string_view::npos; at = text.find('#', at + 1)) {
    if (at == 0 || blanks.find(text[at - 1]) != std::string_view::npos) text = text.substr(0, at);
  }
  return std::string(withoutBlanks(text));
}

[[noreturn]] void refuse(const std::string& place, const std::string& why) {
  throw WrongSetting(place + ": " + why);
}

SettingsLine lineOf(std::string_view text, const std::string& file, std::size_t number) {
  const std::string place = placeOf(file, number);
  if (text.front() == '[') refuse(place, "there are no sections; write `name = value`, without [ ]");
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) refuse(place, "write `name = value`, not " + std::string(text));
  const std::string_view name = withoutBlanks(text.substr(0, equals));
  auto value = valueOf(withoutBlanks(text.substr(equals + 1)));
  if (name.empty()) refuse(place, "the name of the setting is missing before =");
  if (!value) refuse(place, "the quotes of " + std::string(name) + " don't enclose the whole value");
  return {number, std::string(name), std::move(*value)};
}

}  // namespace

std::string placeOf(const std::string& file, std::size_t line) {
  return file + ", line " + std::to_string(line);
}

std::vector<SettingsLine> readSettingsFile(const std::string& file, const OnWrong& wrong) {
  std::error_code error;
  if (std::filesystem::is_directory(file, error)) refuse(file, "is a folder, not a file of settings (--config)");
  errno = 0;
  std::ifstream input(file, std::ios::binary);
  if (!input) throw WrongSetting("cannot read the file of settings " + file + " (--config): " + std::strerror(errno));
  std::vector<SettingsLine> lines;
  std::string text;
  for (std::size_t number = 1; std::getline(input, text); ++number) {
    std::string_view line = text;
    if (number == 1 && line.starts_with(byteOrderMark)) line.remove_prefix(byteOrderMark.size());
    if (line.find('\0') != std::string_view::npos || (number == 1 && line.starts_with(wideMarks)))
      refuse(placeOf(file, number), "this is no text in UTF-8; save the file as UTF-8");
    line = withoutBlanks(line);
    if (!isComment(line)) attempt(wrong, [&] { lines.push_back(lineOf(line, file, number)); });
  }
  if (input.bad()) throw WrongSetting("cannot read the file of settings " + file + " (--config) to its end");
  return lines;
}

}  // namespace senkoi::server
