#include "server/demo/stage.hpp"

#include "server/demo/season_calendar.hpp"
#include "server/store/writer.hpp"

namespace senkoi::server::demo {

Stage::Stage(Clock real, mail::Mailer* next)
    : begin_(opening()), clock_(std::move(real), begin_), mails_(clock(), next), directors_(begin_) {}

Stage::Stage(Clock real, Instant begin) : begin_(begin), clock_(std::move(real), begin), mails_(clock(), nullptr) {}

Clock Stage::clock() {
  return [this] { return clock_.now(); };
}

Async<void> Stage::move(store::Writer& writer, Instant to, bool still) {
  if (directors_) co_await writer.run([this, &to](store::Store& store) { directors_->act(store, to); });
  clock_.set(to, still);
}

Async<void> Stage::reset(store::Writer& writer) {
  co_await move(writer, begin_, false);
}

void Stage::look(store::Writer& writer) {
  if (!directors_) return;
  const Instant now = clock_.now();
  writer.wait([this, now](store::Store& store) { directors_->act(store, now); });
}

}  // namespace senkoi::server::demo
