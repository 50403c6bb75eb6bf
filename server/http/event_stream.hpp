// An answer that goes on: server-sent events (WHATWG HTML, 9.2). The connection asks what there is to say whenever it
// may take more; so a slow reader gets the newest state instead of a queue, and memory stays bounded. HTTP thread only.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "server/http/message.hpp"

namespace senkoi::server::http {

class EventStream {
 public:
  virtual ~EventStream() = default;

  // Whole events since the last call; empty where nothing is to be said, none where the stream is over. Called at least
  // once a beat.
  virtual std::optional<std::string> take() = 0;

  // The connection's: who is told that there may be something to take.
  void whenWoken(std::function<void()> wake) { wake_ = std::move(wake); }
  void wake() const {
    if (wake_) wake_();
  }

 private:
  std::function<void()> wake_;
};

struct Streaming {
  Response head;  // without a body
  std::shared_ptr<EventStream> events;
};

}  // namespace senkoi::server::http
