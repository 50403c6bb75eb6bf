#include "server/http/listener.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <stdexcept>

#include "server/base/async.hpp"

namespace senkoi::server::http {
namespace {

using boost::asio::ip::tcp;

constexpr auto tickTime = std::chrono::milliseconds(250);
constexpr auto pauseTime = std::chrono::milliseconds(50);
constexpr std::string_view tooMany =
    "HTTP/1.1 503 Service Unavailable\r\nretry-after: 2\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";

Instant steadyNow() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

Peer peerOf(const Socket& socket, const Proxies& proxies) {
  boost::system::error_code error;
  auto const endpoint = socket.remote_endpoint(error);
  std::string address = error ? std::string{} : plainAddress(endpoint.address());
  bool const isProxy = proxies.contains(address);
  return {std::move(address), isProxy};
}

Async<void> serve(Socket socket, Peer peer, Service& service) {
  Connection connection(std::move(socket), peer, service);
  co_await connection.run();
}

}  // namespace

Acceptor listenOn(boost::asio::io_context& loop, const std::string& address, std::uint16_t port) {
  boost::system::error_code wrong;
  const auto known = boost::asio::ip::make_address(address, wrong);
  if (wrong) throw std::invalid_argument(address + " is no address to listen on: name one like 127.0.0.1 or ::1");
  try {
    return Acceptor(loop.get_executor(), tcp::endpoint(known, port), true);
  } catch (const boost::system::system_error& failure) {
    throw std::runtime_error("cannot listen on " + address + ", port " + std::to_string(port) + ": " +
                             failure.code().message());
  }
}

Listener::Listener(Acceptor acceptor, Service& service)
    : executor_(acceptor.get_executor()),
      service_(service),
      acceptor_(std::move(acceptor)),
      timer_(executor_),
      pause_(executor_) {
  service_.connections.tick(steadyNow());
}

void Listener::start() {
  boost::asio::co_spawn(executor_, accept(), boost::asio::detached);
  boost::asio::co_spawn(executor_, keepTime(), boost::asio::detached);
}

void Listener::drain(std::function<void()> done) {
  boost::system::error_code ignored;
  acceptor_.close(ignored);
  drained_ = std::move(done);
  drainUntil_ = steadyNow() + service_.connections.limits().drainTime;
  service_.connections.drain();
  timer_.cancel();
}

Async<void> Listener::accept() {
  while (acceptor_.is_open()) {
    auto [error, socket] = co_await acceptor_.async_accept(asOutcome);
    if (!error) {
      welcome(std::move(socket));
    } else if (acceptor_.is_open()) {  // out of descriptors or memory: make room and breathe
      service_.connections.makeRoom();
      pause_.expires_after(pauseTime);
      co_await pause_.async_wait(asOutcome);
    }
  }
}

void Listener::welcome(Socket socket) {
  Peer peer = peerOf(socket, service_.proxies);
  if (!service_.connections.makeRoomFor(peer)) {
    boost::system::error_code ignored;
    socket.write_some(boost::asio::buffer(tooMany), ignored);
    return;
  }
  boost::asio::co_spawn(executor_, serve(std::move(socket), std::move(peer), service_), boost::asio::detached);
}

Async<void> Listener::keepTime() {
  while (!drained_ || service_.connections.size() > 0) {
    timer_.expires_after(tickTime);
    co_await timer_.async_wait(asOutcome);
    auto const now = steadyNow();
    service_.connections.tick(now);
    if (drained_ && now >= drainUntil_) service_.connections.endAll();
  }
  drained_();
}

}  // namespace senkoi::server::http
