// POST /staff/sessions: log-in of staff by mail address, password and confirmation code or recovery code (S1, S3, S4;
// 14). Whatever was wrong is one answer, after the same work (8); a new session each time, the one before it ended
// (17). g++ 12 takes the frame of an inlined awaitable, which Asio allocates and frees by its own pair of functions,
// for a mismatch.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
#include "senkoi/forms/staff_access.hpp"
#include "server/accounts/login_throttle.hpp"
#include "server/accounts/password_pool.hpp"
#include "server/accounts/secrets.hpp"
#include "server/accounts/sessions.hpp"
#include "server/base/network.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/handlers/staff/access.hpp"
#include "server/handlers/staff/confirming.hpp"
#include "server/handlers/staff/staff_json.hpp"
#include "server/json/form.hpp"
#include "server/live/seats.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {
namespace {

using LoggingIn = forms::StaffLogIn<std::string>;
using KnownStaff = std::optional<store::StaffCredentials>;

// Throws where there is no place to look at the password now, or it may not be tried yet.
Async<accounts::Verdict> triedPassword(const LoggingIn& form, const KnownStaff& known, const Call& call, App& app) {
  const std::string who = triedName(form.mail);
  const accounts::Place place = placeFor(app, who + '|' + customerNetwork(call.request.peer));
  if (const unsigned wait = app.throttle.tryPassword(who, call.request.peer, call.now()); wait != 0)
    throw json::Refusal{Code::tooManyAttempts, {}, wait};
  auto hash = known ? std::optional(known->passwordHash) : std::nullopt;
  co_return co_await app.passwords.verify(place, std::move(hash), form.password);
}

Code openStaffSession(store::Store& store, const store::Hash& session, const store::StaffCredentials& known,
                      const store::Confirmation& confirmation, const accounts::Verdict& verdict, const Call& call) {
  const store::Actor actor = store::actorOf(known.staff, call.request.peer);
  const Code code = store.staff().openSession(session, known, confirmation, call.now(), actor);
  if (code != Code::ok) return code;
  if (call.staffCaller) store.staff().closeSession(call.staffCaller->session, call.now(), call.actor());
  if (verdict.stronger) store.staff().storePasswordHash(known, *verdict.stronger);
  return code;
}

}  // namespace

Async<http::Response> staffLogIn(Call& call, App& app) {
  auto body = bodyOf(call);
  const auto context = contextOf(app, call.now());
  const auto entry = json::readForm<LoggingIn>(body, context);
  json::requireAccepted(entry, context);
  const KnownStaff known = app.reader.staff().credentials(entry.form.mail);
  const accounts::Verdict verdict = co_await triedPassword(entry.form, known, call, app);
  const auto confirmation = verdict.right ? confirmed(*known, entry.form.confirmationCode, call, app) : std::nullopt;
  if (!confirmation) throw json::Refusal{Code::staffLogInFailed};

  const std::string token = app.secrets.sessionToken();
  const store::Hash session = *accounts::hashOf(token);
  const Code code = co_await app.writer.run(
      [&](store::Store& store) { return openStaffSession(store, session, *known, *confirmation, verdict, call); });
  if (code != Code::ok) throw json::Refusal{code};
  app.throttle.passwordRight(triedName(entry.form.mail), call.request.peer, call.now());
  if (call.staffCaller) {
    app.staffSessions.forget(call.staffCaller->session);
    app.seats.endOf(call.staffCaller->staff.id);
  }
  auto response = json::answer(201, {{"staff", staffOf(known->staff)}});
  response.headers.emplace_back("set-cookie", accounts::staffCookieOf(app.configuration, token));
  co_return response;
}

}  // namespace senkoi::server::handlers
