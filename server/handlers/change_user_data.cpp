// PUT /me: applicants change their own data (M6.1); the store refuses in and after the adoption period.
#include "server/accounts/rate_limiter.hpp"
#include "server/handlers/handlers.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/json/form.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {
namespace {

constexpr unsigned otherNumbersAnHour = 5;

// Whether a number is taken is told only to those who may have mistyped their own, not to who tries one after another
// (9).
void requireFewNumbers(const store::UserData& data, const Call& call, App& app) {
  const auto account = app.reader.account(call.caller->userId);
  if (!account) throw json::Refusal{Code::sessionMissing};
  if (account->data.registryNumber == data.registryNumber) return;
  const unsigned wait = app.limiter.takeHourly("number|" + account->userId, otherNumbersAnHour, call.now());
  if (wait != 0) throw json::Refusal{Code::tooManyAttempts, {}, wait};
}

}  // namespace

Async<http::Response> changeUserData(Call& call, App& app) {
  auto body = bodyOf(call);
  const auto context = contextOf(app, call.now());
  const auto entry = json::readForm<store::UserData>(body, context);
  json::requireAccepted(entry, context);
  requireFewNumbers(entry.form, call, app);
  const store::Actor actor = call.actor();
  const Code code = co_await app.writer.run(
      [&](store::Store& store) { return store.changeUserData(call.caller->userId, entry.form, call.now(), actor); });
  if (code != Code::ok) throw refusalOf(code);
  co_return json::answer(
      200, {{"data", json::valuesOf(entry.form)}, {"findings", json::findingsOf(entry, context, call.language)}});
}

}  // namespace senkoi::server::handlers
