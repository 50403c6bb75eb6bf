// A connection while its answer goes on: events as they come, a beat where none come, and an end when the server
// drains, the stream is over, or the peer takes nothing more (reliability 31, 35).
#include <boost/asio/basic_waitable_timer.hpp>
#include <chrono>

#include "server/base/async.hpp"
#include "server/http/connection.hpp"

namespace senkoi::server::http {
namespace {

using Timer = boost::asio::basic_waitable_timer<std::chrono::steady_clock,
                                                boost::asio::wait_traits<std::chrono::steady_clock>, Executor>;

constexpr int beatsWithinIdleTime = 5;
const std::string beat = ":\n\n";  // a comment: it tells proxies and both ends that the other is there

}  // namespace

// The peer's own bytes are read no more: that it has gone is seen at the next beat.
Async<void> Connection::stream(const Streaming& streaming) {
  Timer timer(socket_.get_executor());
  auto const beatTime = std::chrono::milliseconds(connections_.limits().idleTime / beatsWithinIdleTime);
  EventStream& events = *streaming.events;
  std::string text;
  service_.replyHead.append(text, streaming.head, {false, reader_.isHttp10(), true});
  bool goesOn = co_await writeEvents(text) && reader_.request().method != Method::head;
  events_ = &events;
  events.whenWoken([&timer] { timer.cancel(); });
  while (goesOn && socket_.is_open() && !connections_.isDraining()) {
    auto next = events.take();
    if (!next) break;
    if (next->empty()) {
      waitFor(Waiting::events);
      timer.expires_after(beatTime);
      auto const [woken] = co_await timer.async_wait(asOutcome);
      stopWaiting();
      if (!woken) goesOn = co_await writeEvents(beat);
    } else {
      text = std::move(*next);
      goesOn = co_await writeEvents(text);
    }
  }
  events.whenWoken({});
  events_ = nullptr;
}

Async<bool> Connection::writeEvents(const std::string& text) {
  unwritten_ = {boost::asio::buffer(text), boost::asio::const_buffer{}};
  co_return co_await writeRest();
}

}  // namespace senkoi::server::http
