// DELETE /sessions/current: ends the session on the server and in the browser (M3.2, M7.1, 18). Welcome without one,
// too.
#include "server/accounts/sessions.hpp"
#include "server/handlers/handlers.hpp"
#include "server/json/answer.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {

Async<http::Response> logOut(RequestContext& context, Services& services) {
  if (context.caller) {
    const store::Actor actor = context.actor();
    co_await services.writer.run(
        [&](store::Store& store) { store.closeSession(context.caller->session, context.now(), actor); });
    services.sessions.forget(context.caller->session);
  }
  auto response = json::empty();
  response.headers.emplace_back("set-cookie", accounts::cookieEnd(services.configuration));
  co_return response;
}

}  // namespace senkoi::server::handlers
