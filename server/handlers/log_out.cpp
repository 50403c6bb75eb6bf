// DELETE /sessions/current: ends the session on the server and in the browser (M3.2, M7.1, 18). Welcome without one,
// too.
#include "server/accounts/sessions.hpp"
#include "server/handlers/handlers.hpp"
#include "server/json/answer.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {

Async<http::Response> logOut(Call& call, App& app) {
  if (call.caller) {
    const store::Actor actor = call.actor();
    co_await app.writer.run([&](store::Store& store) { store.closeSession(call.caller->session, call.now(), actor); });
    app.sessions.forget(call.caller->session);
  }
  auto response = json::empty();
  response.headers.emplace_back("set-cookie", accounts::cookieEnd(app.configuration));
  co_return response;
}

}  // namespace senkoi::server::handlers
