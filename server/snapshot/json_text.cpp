#include "server/snapshot/json_text.hpp"

namespace senkoi::server::snapshot::json {
namespace {

void appendEscape(std::string& to, char character) {
  constexpr std::string_view hex = "0123456789abcdef";
  const auto code = static_cast<unsigned char>(character);
  if (character == '"' || character == '\\') {
    to.append({'\\', character});
  } else {
    to.append("\\u00").append({hex[code >> 4], hex[code & 15]});
  }
}

bool plain(char character) {
  return static_cast<unsigned char>(character) >= 0x20 && character != '"' && character != '\\';
}

}  // namespace

void appendText(std::string& to, std::string_view value) {
  to.push_back('"');
  for (const char character : value) {
    if (plain(character)) {
      to.push_back(character);
    } else {
      appendEscape(to, character);
    }
  }
  to.push_back('"');
}

}  // namespace senkoi::server::snapshot::json
