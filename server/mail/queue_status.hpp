// Whether letters go out, for the office, the metrics and the log. Thread-safe: the outbox thread writes, others read.
#pragma once

#include <array>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

#include "senkoi/codes/instant.hpp"
#include "server/mail/mailer.hpp"

namespace senkoi::server::mail {

struct QueueState {
  enum class Kind : std::uint8_t {
    running,
    unavailable,  // no server answers, or none is set: all letters wait for it
    refused,      // the relay refuses us (Delivery::Kind::relayRefused): all letters wait for the operator
  };
  static constexpr std::array<Kind, 3> kinds{Kind::running, Kind::unavailable, Kind::refused};

  Kind kind = Kind::running;
  Instant since = 0;  // of a stop; 0 while it runs
  SmtpStage stage = SmtpStage::connection;
  std::string why{};  // names no recipient; empty while it runs
};

// As the metrics and the API name it.
constexpr std::string_view name(QueueState::Kind kind) {
  constexpr std::array<std::string_view, 3> names{"running", "unavailable", "refused"};
  return names[static_cast<std::size_t>(kind)];
}

class QueueStatus {
 public:
  QueueState get() const {
    const std::lock_guard lock(mutex_);
    return state_;
  }
  void set(QueueState state) {
    const std::lock_guard lock(mutex_);
    state_ = std::move(state);
  }

 private:
  mutable std::mutex mutex_;
  QueueState state_;
};

}  // namespace senkoi::server::mail
