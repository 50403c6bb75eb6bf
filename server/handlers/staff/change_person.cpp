// PUT /staff/people/{id}: which programs a director decides for (S3). DELETE: the account is closed at once, with every
// session of it (18); nobody closes their own, so the board is never without anybody.
#include "server/accounts/sessions.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/staff/access.hpp"
#include "server/handlers/staff/staff_json.hpp"
#include "server/live/seat_broadcaster.hpp"
#include "server/operations/staff_store.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {

Async<http::Response> changePerson(RequestContext& context, Services& services) {
  auto body = bodyOf(context);
  const auto programs = takePrograms(body);
  json::refuseRest(body);
  const store::Staff person = personOf(context, services);
  if (programs.empty()) throw json::ApiError{Code::formRefused, {{"programs", Code::choiceRequired}}};
  const store::Actor actor = context.actor();
  json::Json shown;
  const Code code = co_await services.writer.run([&](store::Store& store) {
    const Code directed = store.staff().direct(person.id, programs, context.now(), actor);
    if (directed == Code::ok) shown = personOf(person, store);
    return directed;
  });
  if (code == Code::notFound) throw json::ApiError{code};
  if (code != Code::ok) throw json::ApiError{code, {{"programs", code}}};
  services.seats.endOf(person.id);
  co_return json::answer(200, {{"person", shown}});
}

Async<http::Response> closePerson(RequestContext& context, Services& services) {
  const store::Staff person = personOf(context, services);
  if (person.id == context.staffCaller->staff.id) throw json::ApiError{Code::ownStaffAccount};
  const store::Actor actor = context.actor();
  const Code code = co_await services.writer.run(
      [&](store::Store& store) { return store.staff().close(person.id, context.now(), actor); });
  if (code != Code::ok) throw json::ApiError{code};
  services.staffSessions.forgetAll();
  services.seats.endOf(person.id);
  co_return json::empty();
}

}  // namespace senkoi::server::handlers
