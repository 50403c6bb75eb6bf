// DELETE /me: the user ID and the personal data go (M6.2); refused while an application is live.
#include "server/accounts/sessions.hpp"
#include "server/handlers/handlers.hpp"
#include "server/handlers/records.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {

Async<http::Response> deleteAccount(RequestContext& context, Services& services) {
  const store::Actor actor = context.actor();
  const Code code = co_await services.writer.run(
      [&](store::Store& store) { return store.deleteAccount(context.caller->userId, context.now(), actor); });
  if (code != Code::ok) throw refusalOf(code);
  services.sessions.forgetAll();
  auto response = json::empty();
  response.headers.emplace_back("set-cookie", accounts::cookieEnd(services.configuration));
  co_return response;
}

}  // namespace senkoi::server::handlers
