#include "server/demo/stage.hpp"

#include "server/demo/season_calendar.hpp"
#include "server/store/writer.hpp"

namespace senkoi::server::demo {

Stage::Stage(Clock real, mail::Mailer* next)
    : clock_(std::move(real), opening()), mails_(clock(), next), directors_(opening()) {}

Clock Stage::clock() {
  return [this] { return clock_.now(); };
}

Async<void> Stage::move(store::Writer& writer, Instant to, bool still) {
  co_await writer.run([this, to](store::Store& store) { directors_.act(store, to); });
  clock_.set(to, still);
}

Async<void> Stage::reset(store::Writer& writer) {
  co_await move(writer, opening(), false);
}

void Stage::look(store::Writer& writer) {
  const Instant now = clock_.now();
  writer.wait([this, now](store::Store& store) { directors_.act(store, now); });
}

}  // namespace senkoi::server::demo
