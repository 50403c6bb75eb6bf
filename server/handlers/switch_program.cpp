// POST /me/applications/{id}/switch: from one program to another in one transaction, so that nobody is stranded at the
// deadline (D at M4.1). Another's application is not found (23).
#include "server/handlers/handlers.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {

Async<http::Response> switchProgram(RequestContext& context, Services& services) {
  const std::int64_t id = idOf(context);
  auto body = bodyOf(context);
  const std::int64_t program = json::extractNumber(body, "program_id");
  json::refuseRest(body);
  const std::string key = idempotencyKeyOf(context);
  const store::Actor actor = context.actor();
  const auto application = valueOf(co_await services.writer.run([&](store::Store& store) {
    return store.switchTo(context.caller->userId, id, program, key, context.now(), actor);
  }));
  co_return json::answer(201, {{"application", applicationOf(application, services, context.now())}});
}

}  // namespace senkoi::server::handlers
