#include "server/base/configuration.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "senkoi/rules/context.hpp"

namespace senkoi::server {
namespace {

// scheme://host[:port] and nothing behind it, letter for letter as browsers write an Origin: another spelling would
// never be met.
bool isOrigin(std::string_view text) {
  auto const colon = text.find("://");
  if (colon == std::string_view::npos) return false;
  auto const scheme = text.substr(0, colon);
  auto const authority = text.substr(colon + 3);
  if (authority.empty() || (scheme != "http" && scheme != "https")) return false;
  if (authority.ends_with(scheme == "https" ? ":443" : ":80")) return false;
  return std::ranges::all_of(authority, [](char c) {
    return c > ' ' && c < 0x7f && !(c >= 'A' && c <= 'Z') && std::string_view{"/?#@"}.find(c) == std::string_view::npos;
  });
}

// "/" or "/senkoi/".
bool isFolder(std::string_view path) {
  return path.starts_with('/') && path.ends_with('/') && path.find_first_of("?#\\ ") == std::string_view::npos &&
         path.find("//") == std::string_view::npos;
}

bool isLoopback(std::string_view origin) {
  constexpr std::string_view http = "http://";
  auto const authority = origin.substr(http.size());
  auto const host = authority.starts_with('[') ? authority.substr(0, authority.find(']') + 1)
                                               : authority.substr(0, authority.find(':'));
  return host == "localhost" || host == "[::1]" || host == "127.0.0.1";
}

void requireOrigins(const char* flag, const std::vector<std::string>& origins) {
  for (const auto& origin : origins) {
    if (!isOrigin(origin))
      throw std::invalid_argument(std::string{flag} + " takes origins as browsers write them (https://host), not " +
                                  origin);
  }
}

// A page could never send what passes the slot of its form (M2.3f).
void requirePolicy(const Passwords& passwords) {
  constexpr auto room = rules::PasswordPolicy::room;
  if (passwords.maximum > room)
    throw std::invalid_argument("--password-maximum takes at most " + std::to_string(room) + ", not " +
                                std::to_string(passwords.maximum));
  if (passwords.minimum < 1 || passwords.minimum > passwords.maximum)
    throw std::invalid_argument("--password-minimum takes 1 to --password-maximum (" +
                                std::to_string(passwords.maximum) + "), not " + std::to_string(passwords.minimum));
}

std::string ownOrigin(const std::string& address, std::uint16_t port) {
  bool const everywhere = address == "0.0.0.0" || address == "::";
  auto const host = everywhere ? "127.0.0.1" : address.find(':') == std::string::npos ? address : '[' + address + ']';
  return "http://" + host + ':' + std::to_string(port);
}

}  // namespace

Endpoint endpointOf(std::string_view text) {
  auto const colon = std::min(text.rfind(':'), text.size());
  auto address = text.substr(0, colon);
  auto const port = text.substr(std::min(colon + 1, text.size()));
  if (address.starts_with('[') && address.ends_with(']')) address = address.substr(1, address.size() - 2);
  Endpoint endpoint{std::string{address}, 0};
  auto const read = std::from_chars(port.data(), port.data() + port.size(), endpoint.port);
  if (address.empty() || port.empty() || read.ec != std::errc{} || read.ptr != port.data() + port.size())
    throw std::invalid_argument("--metrics takes an address and a port (127.0.0.1:9464), not " + std::string{text});
  return endpoint;
}

void complete(Configuration& configuration, std::uint16_t port) {
  configuration.port = port;
  if (configuration.publicOrigin.empty()) configuration.publicOrigin = ownOrigin(configuration.address, port);
  requirePolicy(configuration.passwords);
  requireOrigins("--public-origin", {configuration.publicOrigin});
  if (!isFolder(configuration.publicPath))
    throw std::invalid_argument("--public-path takes a folder like /senkoi/, not " + configuration.publicPath);
  requireOrigins("--site-origins", configuration.siteOrigins);
  requireOrigins("--embed-origins", configuration.embedOrigins);
  if (!configuration.https() && !isLoopback(configuration.publicOrigin)) {
    throw std::invalid_argument(
        "without https a session can be stolen: set --public-origin to the https address of the pages");
  }
}

}  // namespace senkoi::server
