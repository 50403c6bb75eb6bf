// PUT /staff/people/{id}: which programs a director decides for (S3). DELETE: the account is closed at once, with every
// session of it (18); nobody closes their own, so the board is never without anybody.
#include "server/accounts/sessions.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/staff/access.hpp"
#include "server/handlers/staff/staff_json.hpp"
#include "server/live/seats.hpp"
#include "server/operations/staff_store.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {

Async<http::Response> changePerson(Call& call, App& app) {
  auto body = bodyOf(call);
  const auto programs = takePrograms(body);
  json::refuseRest(body);
  const store::Staff person = personOf(call, app);
  if (programs.empty()) throw json::Refusal{Code::formRefused, {{"programs", Code::choiceRequired}}};
  const store::Actor actor = call.actor();
  const Code code = co_await app.writer.run(
      [&](store::Store& store) { return store.staff().direct(person.id, programs, call.now(), actor); });
  if (code == Code::notFound) throw json::Refusal{code};
  if (code != Code::ok) throw json::Refusal{code, {{"programs", code}}};
  app.seats.endOf(person.id);
  co_return json::answer(200, {{"person", personOf(person, app.reader)}});
}

Async<http::Response> closePerson(Call& call, App& app) {
  const store::Staff person = personOf(call, app);
  if (person.id == call.staffCaller->staff.id) throw json::Refusal{Code::ownStaffAccount};
  const store::Actor actor = call.actor();
  const Code code =
      co_await app.writer.run([&](store::Store& store) { return store.staff().close(person.id, call.now(), actor); });
  if (code != Code::ok) throw json::Refusal{code};
  app.staffSessions.forgetAll();
  app.seats.endOf(person.id);
  co_return json::empty();
}

}  // namespace senkoi::server::handlers
