// DELETE /staff/sessions/current: ends the session on the server and in the browser (18). Welcome without one, too.
#include "server/accounts/sessions.hpp"
#include "server/handlers/staff/access.hpp"
#include "server/json/answer.hpp"
#include "server/live/seat_broadcaster.hpp"
#include "server/operations/staff_store.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {

Async<http::Response> staffLogOut(RequestContext& context, Services& services) {
  if (context.staffCaller) {
    const store::Actor actor = context.actor();
    co_await services.writer.run(
        [&](store::Store& store) { store.staff().closeSession(context.staffCaller->session, context.now(), actor); });
    services.staffSessions.forget(context.staffCaller->session);
    services.seats.endOf(context.staffCaller->staff.id);
  }
  auto response = json::empty();
  response.headers.emplace_back("set-cookie", accounts::staffCookieEnd(services.configuration));
  co_return response;
}

}  // namespace senkoi::server::handlers
