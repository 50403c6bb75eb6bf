// Sessions of staff.
// g++ 12 takes the frame of an inlined awaitable, which Asio allocates and frees by its own pair of functions, for a
// mismatch.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
#include "server/accounts/sessions.hpp"

#include "senkoi/forms/staff_access.hpp"
#include "server/accounts/login_throttle.hpp"
#include "server/accounts/password_hasher.hpp"
#include "server/accounts/secrets.hpp"
#include "server/base/network.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/handlers/staff/access.hpp"
#include "server/handlers/staff/confirming.hpp"
#include "server/handlers/staff/staff_json.hpp"
#include "server/json/answer.hpp"
#include "server/json/form.hpp"
#include "server/live/seat_broadcaster.hpp"
#include "server/operations/staff_store.hpp"
#include "server/operations/writer/writer.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {
namespace {

using LoggingIn = forms::StaffLogIn<std::string>;
using KnownStaff = std::optional<store::StaffCredentials>;

// Throws where there is no place to look at the password now, or it may not be tried yet.
Async<accounts::Verdict> triedPassword(const LoggingIn& form, const KnownStaff& known, const RequestContext& context,
                                       Services& services) {
  const std::string who = triedName(form.mail);
  const accounts::AdmissionTicket place = placeFor(services, who + '|' + customerNetwork(context.request.peer));
  if (const unsigned wait = services.throttle.tryPassword(who, context.request.peer, context.now()); wait != 0)
    throw json::ApiError{Code::tooManyAttempts, {}, wait};
  auto hash = known ? std::optional(known->passwordHash) : std::nullopt;
  co_return co_await services.passwords.verify(place, std::move(hash), form.password);
}

Code openStaffSession(store::Store& store, const store::Hash& session, const store::StaffCredentials& known,
                      const store::Confirmation& confirmation, const accounts::Verdict& verdict,
                      const RequestContext& context) {
  const store::Actor actor = store::actorOf(known.staff, context.request.peer);
  const Code code = store.staff().openSession(session, known, confirmation, context.now(), actor);
  if (code != Code::ok) return code;
  if (context.staffCaller) store.staff().closeSession(context.staffCaller->session, context.now(), context.actor());
  if (verdict.rehashed) store.staff().storePasswordHash(known, *verdict.rehashed);
  return code;
}

}  // namespace

// POST /staff/sessions: log-in of staff by mail address, password and confirmation code or recovery code (S1, S3, S4;
// 14). Whatever was wrong is one answer, after the same work (8), but whoever knows the password is told of a wrong
// clock; a new session each time, the one before it ended (17).
Async<http::Response> staffLogIn(RequestContext& context, Services& services) {
  auto body = bodyOf(context);
  const auto formContext = contextOf(services, context.now());
  const auto entry = json::readForm<LoggingIn>(body, formContext);
  json::requireAccepted(entry, formContext);
  const KnownStaff known = services.reader.staff().credentials(entry.form.mail);
  const accounts::Verdict verdict = co_await triedPassword(entry.form, known, context, services);
  const auto confirmation =
      verdict.right ? confirmed(*known, entry.form.confirmationCode, context, services) : std::nullopt;
  if (!confirmation) {
    const auto* const proven = verdict.right ? &*known : nullptr;
    throw json::ApiError{faultOfCode(proven, entry.form.confirmationCode, Code::staffLogInFailed, context, services)};
  }

  const std::string token = services.secrets.sessionToken();
  const store::Hash session = *accounts::hashOf(token);
  const Code code = co_await services.writer.run(
      [&](store::Store& store) { return openStaffSession(store, session, *known, *confirmation, verdict, context); });
  if (code != Code::ok) throw json::ApiError{code};
  services.throttle.passwordRight(triedName(entry.form.mail), context.request.peer, context.now());
  if (context.staffCaller) {
    services.staffSessions.forget(context.staffCaller->session);
    services.seats.endOf(context.staffCaller->staff.id);
  }
  auto response = json::answer(201, {{"staff", staffOf(known->staff)}});
  response.headers.emplace_back("set-cookie", accounts::staffCookieOf(services.configuration, token));
  co_return response;
}

// DELETE /staff/sessions/current: ends the session on the server and in the browser (18). Welcome without one, too.
Async<http::Response> staffLogOut(RequestContext& context, Services& services) {
  if (context.staffCaller) {
    const store::Actor actor = context.actor();
    co_await services.writer.run(
        [&](store::Store& store) { store.staff().closeSession(context.staffCaller->session, context.now(), actor); });
    services.staffSessions.forget(context.staffCaller->session);
    services.seats.endOf(context.staffCaller->staff.id);
  }
  auto response = json::empty();
  response.headers.emplace_back("set-cookie", accounts::staffCookieEnd(services.configuration));
  co_return response;
}

// GET /staff/me: who is logged in, where the season stands, and a director's programs (S1).
http::Response staffMe(RequestContext& context, Services& services) {
  const store::Staff& staff = context.staffCaller->staff;
  const workflow::Season& season = services.snapshot.season();
  json::Json told{{"staff", staffOf(staff)},
                  {"server_now", context.now()},
                  {"season_start_year", season.startYear},
                  {"present", presentOf(season, context.now())}};
  if (staff.role == Role::director) told["programs"] = programsOf(staff.id, services.reader);
  return json::answer(200, told);
}

}  // namespace senkoi::server::handlers
