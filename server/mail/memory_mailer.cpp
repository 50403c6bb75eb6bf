#include "server/mail/memory_mailer.hpp"

namespace senkoi::server::mail {

Delivery MemoryMailer::send(const Envelope& envelope, std::stop_token stop) {
  if (next_ != nullptr) {
    Delivery delivery = next_->send(envelope, std::move(stop));
    if (delivery.kind != Delivery::Kind::sent) return delivery;
  }
  const std::lock_guard lock(mutex_);
  kept_.push_front({++last_, clock_(), envelope.letter});
  if (kept_.size() > most) kept_.pop_back();
  return {};
}

std::vector<KeptLetter> MemoryMailer::letters() const {
  const std::lock_guard lock(mutex_);
  return {kept_.begin(), kept_.end()};
}

std::optional<KeptLetter> MemoryMailer::letter(std::int64_t id) const {
  const std::lock_guard lock(mutex_);
  for (const KeptLetter& kept : kept_) {
    if (kept.id == id) return kept;
  }
  return std::nullopt;
}

}  // namespace senkoi::server::mail
