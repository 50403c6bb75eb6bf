// GET /staff/seats/events: the seats of the caller’s programs and of their prefectures, live (S1, S2).
#include "server/accounts/sessions.hpp"
#include "server/handlers/director/director.hpp"
#include "server/handlers/director/records.hpp"
#include "server/handlers/records.hpp"
#include "server/live/seat_broadcaster.hpp"
#include "server/operations/director_store.hpp"
#include "server/operations/store.hpp"

namespace senkoi::server::handlers {

// `no-transform` and the proxy’s own word keep what stands between from gathering events.
http::Streaming seatsEvents(RequestContext& context, Services& services) {
  std::vector<std::int64_t> programs;
  for (const store::Program& program : programsAsked(context, services.reader)) programs.push_back(program.id);
  const store::Hash session = context.staffCaller->session;
  auto events = services.seats.open(staffIdOf(context), std::move(programs), [&services, session] {
    return services.staffSessions.lives(session, services.clock());
  });
  if (!events) throw json::ApiError{Code::busy, {}, retryWhenBusy};
  return {{200, "text/event-stream", {}, {{"cache-control", "no-store, no-transform"}, {"x-accel-buffering", "no"}}},
          std::move(events)};
}

}  // namespace senkoi::server::handlers
