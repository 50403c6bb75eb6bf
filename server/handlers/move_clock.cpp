// POST /demo/clock: {"now": ms, "still"?: bool} moves the demo's clock, {"reset": true} takes it back to the opening.
// Once the adoption period has begun it only moves forward: a decision that nobody had yet taken could not be shown.
// Sessions are carried along: moving through the year logs nobody out.
#include "server/accounts/sessions.hpp"
#include "server/demo/demo_environment.hpp"
#include "server/handlers/handlers.hpp"
#include "server/handlers/reading.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {
namespace {

constexpr Instant year2100 = 4'102'444'800'000;

Instant takeTime(json::JsonObject& body) {
  const Instant to = json::extractNumber(body, "now");
  if (to < 0 || to >= year2100) throw json::ApiError{Code::formRefused, {{"now", Code::choiceUnknown}}};
  return to;
}

// In a rehearsal nobody decides by themselves: it goes to and fro.
bool decisionsHaveBegun(Services& services) {
  const auto& rounds = services.snapshot.season().rounds;
  return !services.demoEnvironment->rehearses() && !rounds.empty() && services.clock() >= rounds.front().adoption.from;
}

}  // namespace

Async<http::Response> moveClock(RequestContext& context, Services& services) {
  auto body = bodyOf(context);
  const bool reset = json::extractFlag(body, "reset");
  const bool still = json::extractFlag(body, "still");
  const Instant to = reset ? services.demoEnvironment->beginning() : takeTime(body);
  json::refuseRest(body);
  if (to < services.clock() && decisionsHaveBegun(services)) throw json::ApiError{Code::demoClockBack};
  co_await services.sessions.carry(to);
  co_await services.staffSessions.carry(to);
  co_await services.demoEnvironment->move(services.writer, to, still && !reset);
  co_return stage(context, services);
}

}  // namespace senkoi::server::handlers
