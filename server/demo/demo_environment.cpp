#include "server/demo/demo_environment.hpp"

#include <algorithm>

#include "server/demo/season_data.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::demo {

DemoEnvironment::DemoEnvironment(Clock real, mail::Mailer* next)
    : begin_(opening()), clock_(std::move(real), begin_), mails_(clock(), next), directors_(begin_) {}

DemoEnvironment::DemoEnvironment(Clock real, Instant begin)
    : begin_(begin), clock_(std::move(real), begin), mails_(clock(), nullptr) {}

Clock DemoEnvironment::clock() {
  return [this] { return clock_.now(); };
}

Clock DemoEnvironment::postClock() {
  return [this] { return clock_.running(); };
}

void DemoEnvironment::resume(store::Store& store) {
  constexpr std::size_t page = 1000;
  Instant last = opening();
  for (std::int64_t after = 0;;) {
    const auto entries = store.audit(after, page);
    for (const store::AuditEntry& entry : entries) last = std::max(last, entry.at), after = entry.number;
    if (entries.size() < page) break;
  }
  clock_.set(last, false);
  directors_.emplace(last);
}

Async<void> DemoEnvironment::move(store::Writer& writer, Instant to, bool still) {
  if (directors_) co_await writer.run([this, &to](store::Store& store) { directors_->act(store, to); });
  if (directors_) directors_->saw(to);
  clock_.set(to, still);
}

void DemoEnvironment::look(store::Writer& writer) {
  if (!directors_) return;
  const Instant now = clock_.now();
  writer.wait([this, now](store::Store& store) { directors_->act(store, now); });
  directors_->saw(now);
}

}  // namespace senkoi::server::demo
