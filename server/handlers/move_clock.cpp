// POST /demo/clock: {"now": ms, "still"?: bool} moves the demo's clock, {"reset": true} takes it back to the opening.
// Once the adoption period has begun it only moves forward: a decision that nobody had yet taken could not be shown.
// Sessions are carried along: moving through the year logs nobody out.
#include "server/accounts/sessions.hpp"
#include "server/demo/stage.hpp"
#include "server/handlers/handlers.hpp"
#include "server/handlers/reading.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {
namespace {

constexpr Instant year2100 = 4'102'444'800'000;

Instant takeTime(json::Body& body) {
  const Instant to = json::takeNumber(body, "now");
  if (to < 0 || to >= year2100) throw json::Refusal{Code::formRefused, {{"now", Code::choiceUnknown}}};
  return to;
}

// In a rehearsal nobody decides by themselves: it goes to and fro.
bool decisionsHaveBegun(App& app) {
  const auto& rounds = app.snapshot.season().rounds;
  return !app.stage->rehearses() && !rounds.empty() && app.clock() >= rounds.front().adoption.from;
}

}  // namespace

Async<http::Response> moveClock(Call& call, App& app) {
  auto body = bodyOf(call);
  const bool reset = json::takeTruth(body, "reset");
  const bool still = json::takeTruth(body, "still");
  const Instant to = reset ? app.stage->beginning() : takeTime(body);
  json::refuseRest(body);
  if (to < app.clock() && decisionsHaveBegun(app)) throw json::Refusal{Code::demoClockBack};
  co_await app.sessions.carry(to);
  co_await app.staffSessions.carry(to);
  co_await app.stage->move(app.writer, to, still && !reset);
  co_return stage(call, app);
}

}  // namespace senkoi::server::handlers
