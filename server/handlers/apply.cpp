// POST /me/applications: applies to one program (M3.5). The same Idempotency-Key gets the same answer: whoever lost the
// answer on the way may ask again.
#include "server/handlers/handlers.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {

Async<http::Response> apply(Call& call, App& app) {
  auto body = bodyOf(call);
  const std::int64_t program = json::takeNumber(body, "program_id");
  json::refuseRest(body);
  const std::string key = idempotencyKeyOf(call);
  const store::Actor actor = call.actor();
  const auto application = valueOf(co_await app.writer.run(
      [&](store::Store& store) { return store.apply(call.caller->userId, program, key, call.now(), actor); }));
  co_return json::answer(201, {{"application", applicationOf(application, app, call.now())}});
}

}  // namespace senkoi::server::handlers
