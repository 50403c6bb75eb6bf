#include "server/program/service_notice.hpp"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <charconv>
#include <cstddef>
#include <cstdlib>
#include <cstring>

namespace senkoi::server {
namespace {

std::string variable(const char* name) {
  const char* const value = std::getenv(name);
  return value != nullptr ? value : "";
}

// 0 where none is asked for, or of another process.
std::chrono::microseconds watchdogAskedFor() {
  const std::string of = variable("WATCHDOG_PID"), text = variable("WATCHDOG_USEC");
  if (!of.empty() && of != std::to_string(::getpid())) return {};
  std::int64_t every = 0;
  std::from_chars(text.data(), text.data() + text.size(), every);
  return std::chrono::microseconds(every > 0 ? every : 0);
}

}  // namespace

ServiceNotice::ServiceNotice(boost::asio::io_context& http)
    : socket_(variable("NOTIFY_SOCKET")), watchdog_(watchdogAskedFor()), timer_(http) {}

void ServiceNotice::ready() {
  tell("READY=1");
  if (watchdog_.count() > 0 && !socket_.empty()) feedWatchdog();
}

// Twice within the time that is asked for, as sd_watchdog_enabled(3) advises.
void ServiceNotice::feedWatchdog() {
  tell("WATCHDOG=1");
  timer_.expires_after(watchdog_ / 2);
  timer_.async_wait([this](boost::system::error_code cancelled) {
    if (!cancelled) feedWatchdog();
  });
}

// A name that begins with '@' is one of the abstract namespace (unix(7)).
void ServiceNotice::tell(std::string_view state) const {
  sockaddr_un address{};
  if (socket_.empty() || socket_.size() >= sizeof address.sun_path) return;
  address.sun_family = AF_UNIX;
  std::memcpy(address.sun_path, socket_.data(), socket_.size());
  if (address.sun_path[0] == '@') address.sun_path[0] = '\0';
  const int descriptor = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return;
  const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + socket_.size());
  static_cast<void>(::sendto(descriptor, state.data(), state.size(), MSG_NOSIGNAL,
                             reinterpret_cast<const sockaddr*>(&address), size));
  ::close(descriptor);
}

}  // namespace senkoi::server
