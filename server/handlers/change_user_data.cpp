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
void requireFewNumbers(const store::UserData& data, const RequestContext& context, Services& services) {
  const auto account = services.reader.account(context.caller->userId);
  if (!account) throw json::ApiError{Code::sessionMissing};
  if (account->data.registryNumber == data.registryNumber) return;
  const unsigned wait = services.limiter.takeHourly("number|" + account->userId, otherNumbersAnHour, context.now());
  if (wait != 0) throw json::ApiError{Code::tooManyAttempts, {}, wait};
}

}  // namespace

Async<http::Response> changeUserData(RequestContext& context, Services& services) {
  auto body = bodyOf(context);
  const auto formContext = contextOf(services, context.now());
  const auto entry = json::readForm<store::UserData>(body, formContext);
  json::requireAccepted(entry, formContext);
  requireFewNumbers(entry.form, context, services);
  const store::Actor actor = context.actor();
  const Code code = co_await services.writer.run([&](store::Store& store) {
    return store.changeUserData(context.caller->userId, entry.form, context.now(), actor);
  });
  if (code != Code::ok) throw refusalOf(code);
  co_return json::answer(200, {{"data", json::valuesOf(entry.form)},
                               {"findings", json::findingsOf(entry, formContext, context.language)}});
}

}  // namespace senkoi::server::handlers
