// What the program tells whoever started it and set NOTIFY_SOCKET (systemd; sd_notify(3)): that it is ready, that it
// stops, and, where WATCHDOG_USEC asks for that, that its loop still turns. Nothing where nobody listens. Lives on the
// HTTP thread.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <string>
#include <string_view>

namespace senkoi::server {

class ServiceNotice {
 public:
  explicit ServiceNotice(boost::asio::io_context& http);

  void ready();  // the watchdog is fed from now on
  void stopping() const { tell("STOPPING=1"); }

 private:
  void tell(std::string_view state) const;
  void feedWatchdog();

  std::string socket_;
  std::chrono::microseconds watchdog_;  // 0: nobody watches
  boost::asio::steady_timer timer_;
};

}  // namespace senkoi::server
