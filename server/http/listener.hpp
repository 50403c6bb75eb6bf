// Accepts connections on one address and keeps their time. HTTP thread only; outlives the loop's run.
#pragma once

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <chrono>
#include <functional>
#include <string>

#include "server/http/connection.hpp"

namespace senkoi::server::http {

using Acceptor = boost::asio::basic_socket_acceptor<boost::asio::ip::tcp, Executor>;

// Takes the address, before anything else is built on it. Port 0 takes a free one. Throws std::invalid_argument where
// it is none, std::runtime_error where it can't be had; both say which.
Acceptor listenOn(boost::asio::io_context& loop, const std::string& address, std::uint16_t port);

class Listener {
 public:
  Listener(Acceptor acceptor, Service& service);

  void start();
  // No new connection; `done` is called once every answer in flight has been written, or their time is over
  // (reliability 35).
  void drain(std::function<void()> done);

 private:
  using Timer = boost::asio::basic_waitable_timer<std::chrono::steady_clock,
                                                  boost::asio::wait_traits<std::chrono::steady_clock>, Executor>;

  Async<void> accept();
  Async<void> keepTime();
  void welcome(Socket socket);

  Executor executor_;
  Service& service_;
  Acceptor acceptor_;
  Timer timer_, pause_;
  std::function<void()> drained_;
  Instant drainUntil_ = 0;
};

}  // namespace senkoi::server::http
