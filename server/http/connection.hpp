// One client's connection: reads a request, has it answered, writes the answer, again, in order. HTTP thread only.
// Lives on the frame of its own coroutine (serve); errors of the network end it without a word.
#pragma once

#include <array>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <functional>
#include <string>

#include "server/base/async.hpp"
#include "server/base/clock.hpp"
#include "server/http/connections.hpp"
#include "server/http/proxies.hpp"
#include "server/http/reply_head.hpp"
#include "server/http/request_handler.hpp"
#include "server/http/request_reader.hpp"

namespace senkoi::server::http {

using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, Executor>;

// What all connections of one server share.
struct Service {
  RequestHandler handler;
  Clock clock;
  ReplyHead replyHead;
  Proxies proxies;
  Connections& connections;
  std::function<void(int status, bool waited, std::chrono::nanoseconds took)> answered{};  // told of each; or empty
  std::function<void(const std::string& peer)> forwardedByStranger{};  // X-Forwarded-For from no named proxy; or empty
};

class Connection {
 public:
  Connection(Socket socket, const Peer& peer, Service& service);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  Async<void> run();

  Instant deadline() const { return deadline_; }
  void expire();     // the deadline has passed
  void endIfIdle();  // for the drain: not while bytes of a request are here
  void end();

 private:
  // What the peer is waited for: the first byte of a request, the rest of its head, its body, its goodbye; or it waits
  // for events.
  enum class Waiting { no, idle, head, body, goodbye, events };

  RequestReader::Step advance();
  void goOn();
  bool writeAtOnce(const Response& response, bool keepAlive);
  Async<bool> writeRest();
  Async<void> stream(const Streaming& streaming);
  Async<bool> writeEvents(const std::string& text);
  void take(std::size_t written);
  void tellOf(const Answer& answer, bool waited, std::chrono::steady_clock::time_point began) const;
  void finishRequest();
  Async<void> linger();

  Waiting whatIsMissing() const;
  bool isHalfway() const;
  void waitFor(Waiting waiting);
  void stopWaiting();

  Socket socket_;
  Service& service_;
  Connections& connections_;  // still there when the loop drops frames at the end; the service may not be
  Peer const peer_;
  RequestReader reader_;
  std::string head_;                                    // of the answer; its memory is reused
  std::array<boost::asio::const_buffer, 2> unwritten_;  // of head and body
  EventStream* events_ = nullptr;                       // while an answer goes on
  Waiting waiting_ = Waiting::no;
  Instant deadline_ = 0;
  Membership membership_;
  bool served_ = false, expired_ = false, holdsLargeBody_ = false;
};

}  // namespace senkoi::server::http
