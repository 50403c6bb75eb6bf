// DELETE /staff/sessions/current: ends the session on the server and in the browser (18). Welcome without one, too.
#include "server/accounts/sessions.hpp"
#include "server/handlers/staff/access.hpp"
#include "server/json/answer.hpp"
#include "server/live/seats.hpp"
#include "server/operations/staff_store.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {

Async<http::Response> staffLogOut(Call& call, App& app) {
  if (call.staffCaller) {
    const store::Actor actor = call.actor();
    co_await app.writer.run(
        [&](store::Store& store) { store.staff().closeSession(call.staffCaller->session, call.now(), actor); });
    app.staffSessions.forget(call.staffCaller->session);
    app.seats.endOf(call.staffCaller->staff.id);
  }
  auto response = json::empty();
  response.headers.emplace_back("set-cookie", accounts::staffCookieEnd(app.configuration));
  co_return response;
}

}  // namespace senkoi::server::handlers
