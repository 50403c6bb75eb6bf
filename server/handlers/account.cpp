// The applicant's own account (M3.1, M6).
#include "senkoi/codes/code_table.hpp"
#include "senkoi/forms/access.hpp"
#include "server/accounts/login_throttle.hpp"
#include "server/accounts/password_hasher.hpp"
#include "server/accounts/rate_limiter.hpp"
#include "server/accounts/sessions.hpp"
#include "server/handlers/handlers.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/json/form.hpp"
#include "server/operations/store.hpp"
#include "server/operations/writer/writer.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {
namespace {

json::Json refusal(Code code) {
  return code == Code::ok ? json::Json() : json::Json(key(code));
}

json::Json mayOf(const workflow::Allowed& allowed) {
  return {{"apply", refusal(allowed.apply)},
          {"switch", refusal(allowed.switchTo)},
          {"withdraw", refusal(allowed.withdraw)},
          {"change", refusal(allowed.change)},
          {"delete", refusal(allowed.deletion)}};
}

}  // namespace

// GET /me: my page in one answer (M3.1): who, which data, which applications, what may be done now and why not.
http::Response me(RequestContext& context, Services& services) {
  const auto account = services.reader.account(context.caller->userId);
  if (!account) throw json::ApiError{Code::sessionMissing};
  const workflow::Season& season = services.snapshot.season();
  const auto applications = services.reader.applications(account->userId);
  json::Json list = json::Json::array();
  for (const store::Application& application : applications)
    list.push_back(applicationOf(application, services, context.now()));
  const auto allowed = workflow::allowed(season, context.now(), visible(applications, season, context.now()));
  return json::answer(200, {{"user_id", account->userId},
                            {"mail", account->mail},
                            {"field", digits(account->field).view()},
                            {"data", json::valuesOf(account->data)},
                            {"years_since_licence", yearsSinceLicence(account->data, season.startYear)},
                            {"server_now", context.now()},
                            {"present", presentOf(season, context.now())},
                            {"season_start_year", season.startYear},
                            {"applications", std::move(list)},
                            {"may", mayOf(allowed)}});
}

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

// PUT /me: applicants change their own data (M6.1); the store refuses in and after the adoption period.
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

namespace {

// A stolen session is no way to try passwords faster than log-in is.
Async<void> requireCurrent(accounts::AdmissionTicket place, const std::string& password,
                           const store::Credentials& known, const RequestContext& context, Services& services) {
  const std::string& address = context.request.peer;
  if (const unsigned wait = services.throttle.tryPassword(known.userId, address, context.now()); wait != 0)
    throw json::ApiError{Code::tooManyAttempts, {}, wait};
  const accounts::Verdict verdict = co_await services.passwords.verify(place, known.passwordHash, password);
  if (!verdict.right) throw refusalOf(Code::currentPasswordWrong);
  services.throttle.passwordRight(known.userId, address, context.now());
}

}  // namespace

// PUT /me/password: a new password while logged in. Other sessions end; the owner is told by mail (15, 18).
Async<http::Response> changePassword(RequestContext& context, Services& services) {
  auto body = bodyOf(context);
  const auto formContext = contextOf(services, context.now());
  const auto entry = json::readForm<forms::PasswordChange<std::string>>(body, formContext);
  json::requireAccepted(entry, formContext);
  const auto known = services.reader.credentials(context.caller->userId);
  if (!known) throw json::ApiError{Code::sessionMissing};
  const accounts::AdmissionTicket place = placeFor(services, known->userId);
  co_await requireCurrent(place, entry.form.currentPassword, *known, context, services);

  const auto hash = co_await services.passwords.hash(place, entry.form.password);
  const store::Actor actor = context.actor();
  const Code code = co_await services.writer.run([&](store::Store& store) {
    return store.changePassword(*known, hash, context.caller->session, context.now(), actor);
  });
  if (code != Code::ok) throw refusalOf(code);
  services.sessions.forgetAll();
  co_return json::empty();
}

// DELETE /me: the user ID and the personal data go (M6.2); refused while an application is live.
Async<http::Response> deleteAccount(RequestContext& context, Services& services) {
  const store::Actor actor = context.actor();
  const Code code = co_await services.writer.run(
      [&](store::Store& store) { return store.deleteAccount(context.caller->userId, context.now(), actor); });
  if (code != Code::ok) throw refusalOf(code);
  services.sessions.forgetAll();
  auto response = json::empty();
  response.headers.emplace_back("set-cookie", accounts::cookieEnd(services.configuration));
  co_return response;
}

}  // namespace senkoi::server::handlers
