// PUT /me: applicants change their own data (M6.1); the store refuses in and after the adoption period.
#include "server/handlers/handlers.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/json/form.hpp"
#include "server/store/writer.hpp"

namespace senkoi::server::handlers {

Async<http::Response> changeUserData(Call& call, App& app) {
  auto body = bodyOf(call);
  const auto context = contextOf(app, call.now());
  const auto entry = json::readForm<store::UserData>(body, context);
  json::requireAccepted(entry, context);
  const store::Actor actor = call.actor();
  const Code code = co_await app.writer.run(
      [&](store::Store& store) { return store.changeUserData(call.caller->userId, entry.form, call.now(), actor); });
  if (code != Code::ok) throw refusalOf(code);
  co_return json::answer(
      200, {{"data", json::valuesOf(entry.form)}, {"findings", json::findingsOf(entry, context, call.language)}});
}

}  // namespace senkoi::server::handlers
