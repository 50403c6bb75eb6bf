// The HTTP layer on a free port in a thread of its own, with answers given by the test. Ends with the object.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <functional>
#include <future>
#include <thread>

#include "senkoi/codes/code_table.hpp"
#include "server/http/listener.hpp"

namespace senkoi::server::http::tests {

inline Response text(int status, std::string body) {
  return {status, "text/plain", std::make_shared<const std::string>(std::move(body)), {}};
}

inline Limits shortLimits() {
  Limits limits;
  limits.headerTime = limits.bodyTime = limits.answerTime = limits.idleTime = limits.drainTime = 700;
  return limits;
}

class HttpServer {
 public:
  using Handler = std::function<Answer(Request&)>;

  explicit HttpServer(Handler handler, Limits limits = {}, std::vector<std::string> proxies = {})
      : connections_(limits),
        service_{RequestHandler{[](const Request& head) { return head.path == "/large" ? 2u << 20 : 64u << 10; },
                                std::move(handler),
                                [](const Request&, Code code) { return text(statusOf(code), std::string{key(code)}); }},
                 systemClock(), ReplyHead(false), Proxies(proxies), connections_},
        acceptor_(listenOn(loop_, "127.0.0.1", 0)),
        port_(acceptor_.local_endpoint().port()),
        listener_(std::move(acceptor_), service_) {
    listener_.start();
    thread_ = std::thread([this] { loop_.run(); });
  }

  ~HttpServer() {
    boost::asio::post(loop_, [this] { loop_.stop(); });
    thread_.join();
  }

  std::uint16_t port() const { return port_; }
  boost::asio::io_context& loop() { return loop_; }

  std::future<void> drain() {
    auto promise = std::make_shared<std::promise<void>>();
    boost::asio::post(loop_, [this, promise] { listener_.drain([promise] { promise->set_value(); }); });
    return promise->get_future();
  }

  static int statusOf(Code code) {
    switch (code) {
      case Code::bodyTooLarge:
        return 413;
      case Code::uriTooLong:
        return 414;
      case Code::headersTooLarge:
        return 431;
      case Code::requestTimeout:
        return 408;
      case Code::busy:
        return 503;
      default:
        return 400;
    }
  }

 private:
  Connections connections_;
  boost::asio::io_context loop_{BOOST_ASIO_CONCURRENCY_HINT_UNSAFE_IO};
  Service service_;
  Acceptor acceptor_;
  std::uint16_t const port_;
  Listener listener_;
  std::thread thread_;
};

// The least request, and a handler that answers it.
inline constexpr std::string_view request = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

inline Answer hello(Request&) {
  return text(200, "hello");
}

}  // namespace senkoi::server::http::tests
