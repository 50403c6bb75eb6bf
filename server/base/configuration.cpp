#include "server/base/configuration.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace senkoi::server {
namespace {

bool isLoopback(std::string_view origin) {
  constexpr std::string_view http = "http://";
  auto const authority = origin.substr(http.size());
  auto const host = authority.starts_with('[') ? authority.substr(0, authority.find(']') + 1)
                                               : authority.substr(0, authority.find(':'));
  return host == "localhost" || host == "[::1]" || host == "127.0.0.1";
}

std::string ownOrigin(const std::string& address, std::uint16_t port) {
  bool const everywhere = address == "0.0.0.0" || address == "::";
  auto const host = everywhere ? "127.0.0.1" : address.find(':') == std::string::npos ? address : '[' + address + ']';
  return "http://" + host + ':' + std::to_string(port);
}

struct Bound {
  const char* name;
  std::int64_t value;
  const char* unit = "";
};

Bound inSeconds(const char* name, Instant duration) {
  return {name, duration / second, "s"};
}

void requireOrder(const Bound& least, const Bound& most) {
  const auto said = [](const Bound& one) { return one.name + (" (" + std::to_string(one.value)) + one.unit + ')'; };
  if (least.value > most.value) throw std::invalid_argument(said(least) + " is above " + said(most));
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
  auto const& passwords = configuration.passwords;
  requireOrder({"--password-minimum", passwords.minimum}, {"--password-maximum", passwords.maximum});
  constexpr std::uint64_t slowestHash = 4 << 20;  // KiB times passes: some seconds of a processor
  if (std::uint64_t{passwords.memoryKiB} * passwords.operations > slowestHash)
    throw std::invalid_argument("--password-memory times --password-operations is above " +
                                std::to_string(slowestHash) + ": a log-in would take many seconds");
  requireOrder(inSeconds("--session-idle", configuration.sessionIdle),
               inSeconds("--session-absolute", configuration.sessionAbsolute));
  requireOrder(inSeconds("--staff-session-idle", configuration.staffSessionIdle),
               inSeconds("--staff-session-absolute", configuration.staffSessionAbsolute));
  if (!configuration.https() && !isLoopback(configuration.publicOrigin)) {
    throw std::invalid_argument(
        "without https a session can be stolen: set --public-origin to the https address of the pages");
  }
}

}  // namespace senkoi::server
