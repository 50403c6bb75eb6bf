#include "server/http/target.hpp"

#include <algorithm>

#include "server/base/ascii.hpp"

namespace senkoi::server::http {
namespace {

int hexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// The byte of the escape at text[at] == '%', -1 where it is broken.
int escapedByte(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size()) return -1;
  int const high = hexDigit(text[at + 1]), low = hexDigit(text[at + 2]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

bool isVisible(char c) {
  return c > 0x20 && c < 0x7f;
}

bool isClean(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!isVisible(text[at]) || text[at] == '#') return false;
    if (text[at] == '%' && escapedByte(text, at) <= 0) return false;
  }
  return true;
}

// Leaves the path of an absolute-form target; nothing where it names another authority than Host does.
std::optional<std::string_view> withoutAuthority(std::string_view target, std::string_view host) {
  auto const schemeEnd = target.find("://");
  if (schemeEnd == std::string_view::npos) return std::nullopt;
  auto const scheme = target.substr(0, schemeEnd);
  if (!equalsIgnoringCase(scheme, "http") && !equalsIgnoringCase(scheme, "https")) return std::nullopt;
  target.remove_prefix(schemeEnd + 3);
  auto const authorityEnd = std::min(target.find_first_of("/?"), target.size());
  if (!equalsIgnoringCase(target.substr(0, authorityEnd), host)) return std::nullopt;
  target.remove_prefix(authorityEnd);
  return target.empty() ? "/" : target;
}

}  // namespace

std::optional<Target> splitTarget(std::string_view target, std::string_view host) {
  if (target == "*") return Target{target, {}};
  if (!isClean(target)) return std::nullopt;
  if (!target.starts_with('/')) {
    auto const path = withoutAuthority(target, host);
    if (!path || !path->starts_with('/')) return std::nullopt;
    target = *path;
  }
  auto const question = target.find('?');
  if (question == std::string_view::npos) return Target{target, {}};
  return Target{target.substr(0, question), target.substr(question + 1)};
}

bool isHost(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return isLetterOrDigit(c) || c == '.' || c == '-' || c == '_' || c == ':' || c == '[' || c == ']';
  });
}

std::optional<std::string> decode(std::string_view text) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '%') {
      decoded += text[at];
      continue;
    }
    int const byte = escapedByte(text, at);
    if (byte < 0) return std::nullopt;
    decoded += static_cast<char>(byte);
    at += 2;
  }
  return decoded;
}

std::optional<std::string> queryValue(std::string_view query, std::string_view name) {
  while (!query.empty()) {
    auto const end = query.find('&');
    auto const pair = query.substr(0, end);
    query = end == std::string_view::npos ? std::string_view{} : query.substr(end + 1);
    auto const equals = pair.find('=');
    if (pair.substr(0, equals) != name) continue;
    if (equals == std::string_view::npos) return std::string{};
    std::string value{pair.substr(equals + 1)};
    std::ranges::replace(value, '+', ' ');
    return decode(value);
  }
  return std::nullopt;
}

}  // namespace senkoi::server::http
