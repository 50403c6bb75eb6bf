#include "server/operations/facts_text.hpp"

namespace senkoi::server::store {
namespace {

void appendEscaped(std::string& text, std::string_view value) {
  for (const char character : value) {
    if (character == '\\') text.append("\\\\");
    if (character == '\n') text.append("\\n");
    if (character != '\\' && character != '\n') text.push_back(character);
  }
}

std::string unescaped(std::string_view text) {
  std::string value;
  bool escape = false;
  for (const char character : text) {
    if (!escape && character == '\\') {
      escape = true;
      continue;
    }
    value.push_back(escape && character == 'n' ? '\n' : character);
    escape = false;
  }
  return value;
}

}  // namespace

std::string factsText(const Facts& facts) {
  std::string text;
  for (const auto& [name, value] : facts) {
    text.append(name).push_back('=');
    appendEscaped(text, value);
    text.push_back('\n');
  }
  return text;
}

Facts factsOf(std::string_view text) {
  Facts facts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (const auto equals = line.find('='); equals != line.npos) {
      facts.emplace_back(line.substr(0, equals), unescaped(line.substr(equals + 1)));
    }
  }
  return facts;
}

}  // namespace senkoi::server::store
