// POST /staff/invitations/join: password and confirmation code by the link of an invitation; by that of a recovery a
// new password, proven by a confirmation or recovery code (14, 15). The link is asked first: no stranger makes the
// server hash (12). g++ 12 takes the frame of an inlined awaitable, which Asio allocates and frees by its own pair of
// functions, for a mismatch.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
#include "senkoi/forms/staff_access.hpp"
#include "server/accounts/confirmation.hpp"
#include "server/accounts/login_throttle.hpp"
#include "server/accounts/password_pool.hpp"
#include "server/accounts/sessions.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/handlers/staff/access.hpp"
#include "server/handlers/staff/confirming.hpp"
#include "server/json/form.hpp"
#include "server/live/seats.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {
namespace {

using JoiningForm = forms::StaffJoin<std::string>;

struct Link {
  std::string token;
  store::Hash hash;
  store::StaffLink found;
};

Link takeLink(json::Body& body, const Call& call, App& app) {
  std::string token = json::takeText(body, "token");
  const auto hash = accounts::hashOf(token);
  if (!hash) throw json::Refusal{Code::linkExpired};
  auto found = valueOf(app.reader.staff().link(*hash, call.now()));
  return {std::move(token), *hash, std::move(found)};
}

[[noreturn]] void refuseCode() {
  throw json::Refusal{Code::formRefused, {{Item::confirmationCode, Code::confirmationCodeWrong}}};
}

// Guesses at a code are counted as those at the log-in are.
store::Confirmation provenCode(const Link& link, const JoiningForm& form, const Call& call, App& app) {
  const std::string who = triedName(link.found.staff.mail);
  if (const unsigned wait = app.throttle.tryPassword(who, call.request.peer, call.now()); wait != 0)
    throw json::Refusal{Code::tooManyAttempts, {}, wait};
  const auto known = app.reader.staff().credentials(link.found.staff.id);
  const auto confirmation = known ? confirmed(*known, form.confirmationCode, call, app) : std::nullopt;
  if (!confirmation) refuseCode();
  app.throttle.passwordRight(who, call.request.peer, call.now());
  return *confirmation;
}

Async<std::vector<std::string>> joined(const Link& link, const JoiningForm& form, const Call& call, App& app) {
  const std::string secret = accounts::confirmationSecret(app.secrets, link.token);
  const auto step = accounts::stepOf(secret, form.confirmationCode, authenticatorNow(call, app), 0);
  if (!step) refuseCode();
  std::vector<std::string> codes = accounts::recoveryCodes(app.secrets);
  store::Joining joining{{}, app.secrets.sealed(secret), *step, {}};
  for (const std::string& code : codes) joining.recoveryCodes.push_back(accounts::hashOfRecoveryCode(code));
  const accounts::Place place = placeFor(app, link.hash);
  joining.passwordHash = co_await app.passwords.hash(place, form.password);
  const store::Actor actor = store::actorOf(link.found.staff, call.request.peer);
  const Code code = co_await app.writer.run(
      [&](store::Store& store) { return store.staff().join(link.hash, joining, call.now(), actor); });
  if (code != Code::ok) throw json::Refusal{code};
  co_return codes;
}

Async<void> recovered(const Link& link, const JoiningForm& form, const Call& call, App& app) {
  const accounts::Place place = placeFor(app, link.hash);
  const store::Confirmation confirmation = provenCode(link, form, call, app);
  const std::string hash = co_await app.passwords.hash(place, form.password);
  const store::Actor actor = store::actorOf(link.found.staff, call.request.peer);
  const Code code = co_await app.writer.run([&](store::Store& store) {
    return store.staff().resetPassword(link.hash, confirmation, hash, call.now(), actor);
  });
  if (code == Code::confirmationCodeWrong) refuseCode();
  if (code != Code::ok) throw json::Refusal{code};
}

}  // namespace

Async<http::Response> joinStaff(Call& call, App& app) {
  auto body = bodyOf(call);
  const Link link = takeLink(body, call, app);
  const auto context = contextOf(app, call.now());
  const auto entry = json::readForm<JoiningForm>(body, context);
  json::requireAccepted(entry, context);
  std::vector<std::string> codes;
  if (link.found.recovery)
    co_await recovered(link, entry.form, call, app);
  else
    codes = co_await joined(link, entry.form, call, app);
  app.staffSessions.forgetAll();
  app.seats.endOf(link.found.staff.id);
  json::Json shown = json::Json::array();
  for (const std::string& code : codes) shown.push_back(accounts::shownRecoveryCode(code));
  co_return json::answer(201, {{"recovery_codes", std::move(shown)}});
}

}  // namespace senkoi::server::handlers
