// The demo's letter box: keeps the last letters for reading in the browser, and hands them on where a real mailer
// stands behind it. Thread-safe: the outbox thread writes, the HTTP thread reads.
#pragma once

#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <vector>

#include "server/base/clock.hpp"
#include "server/mail/mailer.hpp"

namespace senkoi::server::mail {

struct KeptLetter {
  std::int64_t id;
  Instant at;
  Letter letter;
};

class MemoryMailer final : public Mailer {
 public:
  // `next` may be null; else it must live longer, and a letter is kept once it has taken it.
  explicit MemoryMailer(Clock clock, Mailer* next = nullptr) : clock_(std::move(clock)), next_(next) {}

  Delivery send(const Envelope&, std::stop_token) override;

  std::vector<KeptLetter> letters() const;  // newest first
  std::optional<KeptLetter> letter(std::int64_t id) const;

 private:
  static constexpr std::size_t most = 500;

  Clock clock_;
  Mailer* next_;
  mutable std::mutex mutex_;
  std::deque<KeptLetter> kept_;
  std::int64_t last_ = 0;
};

}  // namespace senkoi::server::mail
