// The applicant's applications (M3.5, M4.1, M5.3). What they answer is read inside the operation.
#include "server/handlers/handlers.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {
namespace {

// What somebody applies for, or switches to.
struct Wish {
  std::int64_t program;
  std::string kind;  // empty where the program has one offer (T2)
  std::string key;   // the same for a request that is sent again
};

Wish wishOf(const RequestContext& context) {
  auto body = bodyOf(context);
  const std::int64_t program = json::extractNumber(body, "program_id");
  std::string kind = json::extractText(body, "kind");
  json::refuseRest(body);
  return {program, std::move(kind), idempotencyKeyOf(context)};
}

}  // namespace

// POST /me/applications: applies to one program (M3.5). The same Idempotency-Key gets the same answer: whoever lost the
// answer on the way may ask again.
Async<http::Response> apply(RequestContext& context, Services& services) {
  const Wish wish = wishOf(context);
  const store::Actor actor = context.actor();
  const auto application = valueOf(co_await services.writer.run([&](store::Store& store) {
    return store.apply(context.caller->userId, wish.program, wish.key, context.now(), actor, wish.kind);
  }));
  co_return json::answer(201, {{"application", applicationOf(application, services, context.now())}});
}

// POST /me/applications/{id}/withdrawal: takes the application back (M4.1). Another's is not found (23).
Async<http::Response> withdraw(RequestContext& context, Services& services) {
  const std::int64_t id = idOf(context);
  json::refuseRest(bodyOf(context));
  const store::Actor actor = context.actor();
  const auto application = valueOf(co_await services.writer.run(
      [&](store::Store& store) { return store.withdraw(context.caller->userId, id, context.now(), actor); }));
  co_return json::answer(200, {{"application", applicationOf(application, services, context.now())}});
}

// POST /me/applications/{id}/switch: from one program to another in one transaction, so that nobody is stranded at the
// deadline (D at M4.1). Another's application is not found (23).
Async<http::Response> switchProgram(RequestContext& context, Services& services) {
  const std::int64_t id = idOf(context);
  const Wish wish = wishOf(context);
  const store::Actor actor = context.actor();
  const auto application = valueOf(co_await services.writer.run([&](store::Store& store) {
    return store.switchTo(context.caller->userId, id, wish.program, wish.key, context.now(), actor, wish.kind);
  }));
  co_return json::answer(201, {{"application", applicationOf(application, services, context.now())}});
}

}  // namespace senkoi::server::handlers
