// POST /me/applications: applies to one program (M3.5). The same Idempotency-Key gets the same answer: whoever lost the
// answer on the way may ask again.
#include "server/handlers/handlers.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {

Async<http::Response> apply(RequestContext& context, Services& services) {
  auto body = bodyOf(context);
  const std::int64_t program = json::extractNumber(body, "program_id");
  json::refuseRest(body);
  const std::string key = idempotencyKeyOf(context);
  const store::Actor actor = context.actor();
  const auto application = valueOf(co_await services.writer.run(
      [&](store::Store& store) { return store.apply(context.caller->userId, program, key, context.now(), actor); }));
  co_return json::answer(201, {{"application", applicationOf(application, services, context.now())}});
}

}  // namespace senkoi::server::handlers
