// POST /me/applications/{id}/withdrawal: takes the application back (M4.1). Another's is not found (23).
#include "server/handlers/handlers.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {

Async<http::Response> withdraw(Call& call, App& app) {
  const std::int64_t id = idOf(call);
  json::refuseRest(bodyOf(call));
  const store::Actor actor = call.actor();
  const auto application = valueOf(co_await app.writer.run(
      [&](store::Store& store) { return store.withdraw(call.caller->userId, id, call.now(), actor); }));
  co_return json::answer(200, {{"application", applicationOf(application, app, call.now())}});
}

}  // namespace senkoi::server::handlers
