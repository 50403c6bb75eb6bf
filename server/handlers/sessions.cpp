// Sessions of applicants.
// g++ 12 takes the frame of an inlined awaitable, which Asio allocates and frees by its own pair of functions, for a
// mismatch.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
#include "server/accounts/sessions.hpp"

#include "senkoi/forms/access.hpp"
#include "server/accounts/login_throttle.hpp"
#include "server/accounts/password_hasher.hpp"
#include "server/accounts/secrets.hpp"
#include "server/base/network.hpp"
#include "server/handlers/handlers.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/json/answer.hpp"
#include "server/json/form.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {
namespace {

using LogIn = forms::LogIn<std::string>;

// Throws where the password is wrong, there is no place to look at it now, or it may not be tried yet.
Async<accounts::Verdict> verified(const LogIn& form, const std::optional<store::Credentials>& known,
                                  const RequestContext& context, Services& services) {
  const std::string& address = context.request.peer;
  const accounts::AdmissionTicket place = placeFor(services, form.userId + '|' + customerNetwork(address));
  if (const unsigned wait = services.throttle.tryPassword(form.userId, address, context.now()); wait != 0)
    throw json::ApiError{Code::tooManyAttempts, {}, wait};
  auto hash = known ? std::optional(known->passwordHash) : std::nullopt;
  const accounts::Verdict verdict = co_await services.passwords.verify(place, std::move(hash), form.password);
  if (!verdict.right) throw json::ApiError{Code::logInFailed};
  services.throttle.passwordRight(form.userId, address, context.now());
  co_return verdict;
}

Code openSession(store::Store& store, const store::Hash& session, const store::Credentials& known,
                 const accounts::Verdict& verdict, const RequestContext& context) {
  const store::Actor actor{workflow::ActorKind::applicant, known.userId, context.request.peer};
  if (context.caller) store.closeSession(context.caller->session, context.now(), actor);
  const Code code = store.openSession(session, known, context.now(), actor);
  if (code == Code::ok && verdict.rehashed) store.storePasswordHash(known, *verdict.rehashed);
  return code;
}

}  // namespace

// POST /sessions: log-in by user ID and password (M3.1). Unknown ID and wrong password are one answer, after the same
// work (8); a new session each time, the one before it ended (17).
Async<http::Response> logIn(RequestContext& context, Services& services) {
  auto body = bodyOf(context);
  const auto formContext = contextOf(services, context.now());
  const auto entry = json::readForm<LogIn>(body, formContext);
  json::requireAccepted(entry, formContext);
  const auto known = services.reader.credentials(entry.form.userId);
  const accounts::Verdict verdict = co_await verified(entry.form, known, context, services);

  const std::string token = services.secrets.sessionToken();
  const store::Hash session = *accounts::hashOf(token);
  std::optional<store::Account> account;
  const Code code = co_await services.writer.run([&](store::Store& store) {
    account = store.account(known->userId);
    return openSession(store, session, *known, verdict, context);
  });
  if (code != Code::ok) throw json::ApiError{code};
  if (context.caller) services.sessions.forget(context.caller->session);
  if (!account) throw json::ApiError{Code::logInFailed};
  auto response = json::answer(201, {{"user_id", account->userId},
                                     {"family_name", account->data.familyName},
                                     {"given_name", account->data.givenName},
                                     {"field", digits(account->field).view()}});
  response.headers.emplace_back("set-cookie", accounts::cookieOf(services.configuration, token));
  co_return response;
}

// DELETE /sessions/current: ends the session on the server and in the browser (M3.2, M7.1, 18). Welcome without one,
// too.
Async<http::Response> logOut(RequestContext& context, Services& services) {
  if (context.caller) {
    const store::Actor actor = context.actor();
    co_await services.writer.run(
        [&](store::Store& store) { store.closeSession(context.caller->session, context.now(), actor); });
    services.sessions.forget(context.caller->session);
  }
  auto response = json::empty();
  response.headers.emplace_back("set-cookie", accounts::cookieEnd(services.configuration));
  co_return response;
}

}  // namespace senkoi::server::handlers
