#include "server/json/parse.hpp"

#include <nlohmann/json.hpp>
#include <set>

namespace senkoi::server::json {
namespace {

bool isHex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// The code unit of an escape \uXXXX at this place; nothing where there is none.
std::optional<unsigned> unitAt(std::string_view text, std::size_t at) {
  if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return std::nullopt;
  const std::string_view digits = text.substr(at + 2, 4);
  for (const char c : digits) {
    if (!isHex(c)) return std::nullopt;
  }
  return static_cast<unsigned>(std::stoul(std::string(digits), nullptr, 16));
}

bool isHigh(std::optional<unsigned> unit) {
  return unit && *unit >= 0xD800 && *unit <= 0xDBFF;
}
bool isLow(std::optional<unsigned> unit) {
  return unit && *unit >= 0xDC00 && *unit <= 0xDFFF;
}

// Copies one escape, a pair of surrogates as one; answers how much was read.
std::size_t copyEscape(std::string_view text, std::size_t at, std::string& out) {
  const auto unit = unitAt(text, at);
  const bool pair = isHigh(unit) && isLow(unitAt(text, at + 6));
  if ((isHigh(unit) && !pair) || isLow(unit)) {
    out += "\\ufffd";
    return 6;
  }
  const std::size_t length = pair ? 12 : unit ? 6 : 2;
  out += text.substr(at, length);
  return length;
}

}  // namespace

std::optional<std::string> tamed(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool quoted = false;
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (quoted && c == '\\') {
      at += copyEscape(text, at, out);
      continue;
    }
    if (c == '"') quoted = !quoted;
    if (!quoted && (c == '{' || c == '[') && ++depth > deepest) return std::nullopt;
    if (!quoted && (c == '}' || c == ']')) --depth;
    out += c;
    ++at;
  }
  return out;
}

std::optional<nlohmann::json> parseObject(std::string_view text) {
  const auto tame = tamed(text);
  if (!tame) return std::nullopt;
  std::set<std::string> seen;
  bool twice = false;
  const auto watch = [&](int depth, nlohmann::json::parse_event_t event, nlohmann::json& value) {
    if (event == nlohmann::json::parse_event_t::key && depth == 1)
      twice = !seen.insert(value.get_ref<const std::string&>()).second || twice;
    return true;
  };
  nlohmann::json parsed = nlohmann::json::parse(*tame, watch, false);
  if (!parsed.is_object() || twice) return std::nullopt;
  return parsed;
}

}  // namespace senkoi::server::json
