// POST /me/applications/{id}/withdrawal: takes the application back (M4.1). Another's is not found (23).
#include "server/handlers/handlers.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {

Async<http::Response> withdraw(RequestContext& context, Services& services) {
  const std::int64_t id = idOf(context);
  json::refuseRest(bodyOf(context));
  const store::Actor actor = context.actor();
  const auto application = valueOf(co_await services.writer.run(
      [&](store::Store& store) { return store.withdraw(context.caller->userId, id, context.now(), actor); }));
  co_return json::answer(200, {{"application", applicationOf(application, services, context.now())}});
}

}  // namespace senkoi::server::handlers
