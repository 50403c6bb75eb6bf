// PUT /me/password: a new password while logged in. Other sessions end; the owner is told by mail (15, 18).
#include "senkoi/forms/access.hpp"
#include "server/accounts/login_throttle.hpp"
#include "server/accounts/password_hasher.hpp"
#include "server/accounts/sessions.hpp"
#include "server/handlers/handlers.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/json/form.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {
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

}  // namespace senkoi::server::handlers
