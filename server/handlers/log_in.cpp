// POST /sessions: log-in by user ID and password (M3.1). Unknown ID and wrong password are one answer, after the same
// work (8); a new session each time, the one before it ended (17).
// g++ 12 takes the frame of an inlined awaitable, which Asio allocates and frees by its own pair of functions, for a
// mismatch.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
#include "senkoi/forms/access.hpp"
#include "server/accounts/login_throttle.hpp"
#include "server/accounts/password_pool.hpp"
#include "server/accounts/secrets.hpp"
#include "server/accounts/sessions.hpp"
#include "server/base/network.hpp"
#include "server/handlers/handlers.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/json/form.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {
namespace {

using LogIn = forms::LogIn<std::string>;

// Throws where the password is wrong, there is no place to look at it now, or it may not be tried yet.
Async<accounts::Verdict> verified(const LogIn& form, const std::optional<store::Credentials>& known, const Call& call,
                                  App& app) {
  const std::string& address = call.request.peer;
  const accounts::Place place = placeFor(app, form.userId + '|' + customerNetwork(address));
  if (const unsigned wait = app.throttle.tryPassword(form.userId, address, call.now()); wait != 0)
    throw json::Refusal{Code::tooManyAttempts, {}, wait};
  auto hash = known ? std::optional(known->passwordHash) : std::nullopt;
  const accounts::Verdict verdict = co_await app.passwords.verify(place, std::move(hash), form.password);
  if (!verdict.right) throw json::Refusal{Code::logInFailed};
  app.throttle.passwordRight(form.userId, address, call.now());
  co_return verdict;
}

Code openSession(store::Store& store, const store::Hash& session, const store::Credentials& known,
                 const accounts::Verdict& verdict, const Call& call) {
  const store::Actor actor{workflow::Who::applicant, known.userId, call.request.peer};
  if (call.caller) store.closeSession(call.caller->session, call.now(), actor);
  const Code code = store.openSession(session, known, call.now(), actor);
  if (code == Code::ok && verdict.stronger) store.storePasswordHash(known, *verdict.stronger);
  return code;
}

}  // namespace

Async<http::Response> logIn(Call& call, App& app) {
  auto body = bodyOf(call);
  const auto context = contextOf(app, call.now());
  const auto entry = json::readForm<LogIn>(body, context);
  json::requireAccepted(entry, context);
  const auto known = app.reader.credentials(entry.form.userId);
  const accounts::Verdict verdict = co_await verified(entry.form, known, call, app);

  const std::string token = app.secrets.sessionToken();
  const store::Hash session = *accounts::hashOf(token);
  const Code code =
      co_await app.writer.run([&](store::Store& store) { return openSession(store, session, *known, verdict, call); });
  if (code != Code::ok) throw json::Refusal{code};
  if (call.caller) app.sessions.forget(call.caller->session);
  const auto account = app.reader.account(known->userId);
  if (!account) throw json::Refusal{Code::logInFailed};
  auto response = json::answer(201, {{"user_id", account->userId},
                                     {"family_name", account->data.familyName},
                                     {"given_name", account->data.givenName},
                                     {"field", digits(account->field).view()}});
  response.headers.emplace_back("set-cookie", accounts::cookieOf(app.configuration, token));
  co_return response;
}

}  // namespace senkoi::server::handlers
