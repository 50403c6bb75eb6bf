// POST /me/applications/{id}/switch: from one program to another in one transaction, so that nobody is stranded at the
// deadline (D at M4.1). Another's application is not found (23).
#include "server/handlers/handlers.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {

Async<http::Response> switchProgram(Call& call, App& app) {
  const std::int64_t id = idOf(call);
  auto body = bodyOf(call);
  const std::int64_t program = json::takeNumber(body, "program_id");
  json::refuseRest(body);
  const std::string key = idempotencyKeyOf(call);
  const store::Actor actor = call.actor();
  const auto application = valueOf(co_await app.writer.run(
      [&](store::Store& store) { return store.switchTo(call.caller->userId, id, program, key, call.now(), actor); }));
  co_return json::answer(201, {{"application", applicationOf(application, app, call.now())}});
}

}  // namespace senkoi::server::handlers
