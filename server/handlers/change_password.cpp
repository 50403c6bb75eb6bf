// PUT /me/password: a new password while logged in. Other sessions end; the owner is told by mail (15, 18).
#include "senkoi/forms/access.hpp"
#include "server/accounts/login_throttle.hpp"
#include "server/accounts/password_pool.hpp"
#include "server/accounts/sessions.hpp"
#include "server/handlers/handlers.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/json/form.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {
namespace {

// A stolen session is no way to try passwords faster than log-in is.
Async<void> requireCurrent(accounts::Place place, const std::string& password, const store::Credentials& known,
                           const Call& call, App& app) {
  const std::string& address = call.request.peer;
  if (const unsigned wait = app.throttle.tryPassword(known.userId, address, call.now()); wait != 0)
    throw json::Refusal{Code::tooManyAttempts, {}, wait};
  const accounts::Verdict verdict = co_await app.passwords.verify(place, known.passwordHash, password);
  if (!verdict.right) throw refusalOf(Code::currentPasswordWrong);
  app.throttle.passwordRight(known.userId, address, call.now());
}

}  // namespace

Async<http::Response> changePassword(Call& call, App& app) {
  auto body = bodyOf(call);
  const auto context = contextOf(app, call.now());
  const auto entry = json::readForm<forms::PasswordChange<std::string>>(body, context);
  json::requireAccepted(entry, context);
  const auto known = app.reader.credentials(call.caller->userId);
  if (!known) throw json::Refusal{Code::sessionMissing};
  const accounts::Place place = placeFor(app, known->userId);
  co_await requireCurrent(place, entry.form.currentPassword, *known, call, app);

  const auto hash = co_await app.passwords.hash(place, entry.form.password);
  const store::Actor actor = call.actor();
  const Code code = co_await app.writer.run(
      [&](store::Store& store) { return store.changePassword(*known, hash, call.caller->session, call.now(), actor); });
  if (code != Code::ok) throw refusalOf(code);
  app.sessions.forgetAll();
  co_return json::empty();
}

}  // namespace senkoi::server::handlers
