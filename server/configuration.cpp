#include "server/configuration.hpp"

#include <stdexcept>

#include "senkoi/rules/context.hpp"

namespace senkoi::server {
namespace {

// scheme://host[:port] and nothing behind it, as browsers write an Origin.
bool isOrigin(std::string_view text) {
  auto const scheme = text.find("://");
  if (scheme == std::string_view::npos || (text.substr(0, scheme) != "http" && text.substr(0, scheme) != "https"))
    return false;
  auto const authority = text.substr(scheme + 3);
  return !authority.empty() && authority.find_first_of("/?#@ ") == std::string_view::npos;
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
      throw std::invalid_argument(std::string{flag} + " takes origins like https://host, not " + origin);
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
