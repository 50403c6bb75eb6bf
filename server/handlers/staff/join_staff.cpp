// POST /staff/invitations/join: password and confirmation code by the link of an invitation; by that of a recovery a
// new password, proven by a confirmation or recovery code (14, 15). The link is asked first: no stranger makes the
// server hash (12). g++ 12 takes the frame of an inlined awaitable, which Asio allocates and frees by its own pair of
// functions, for a mismatch.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
#include "senkoi/forms/staff_access.hpp"
#include "server/accounts/login_throttle.hpp"
#include "server/accounts/password_hasher.hpp"
#include "server/accounts/sessions.hpp"
#include "server/accounts/totp.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/handlers/staff/access.hpp"
#include "server/handlers/staff/confirming.hpp"
#include "server/json/form.hpp"
#include "server/live/seat_broadcaster.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {
namespace {

using JoiningForm = forms::StaffJoin<std::string>;

struct Link {
  std::string token;
  store::Hash hash;
  store::StaffLink found;
};

Link takeLink(json::JsonObject& body, const RequestContext& context, Services& services) {
  std::string token = json::extractText(body, "token");
  const auto hash = accounts::hashOf(token);
  if (!hash) throw json::ApiError{Code::linkExpired};
  auto found = valueOf(services.reader.staff().link(*hash, context.now()));
  return {std::move(token), *hash, std::move(found)};
}

[[noreturn]] void refuseCode(Code code = Code::confirmationCodeWrong) {
  throw json::ApiError{Code::formRefused, {{Item::confirmationCode, code}}};
}

// Guesses at a code are counted as those at the log-in are.
store::Confirmation provenCode(const Link& link, const JoiningForm& form, const RequestContext& context,
                               Services& services) {
  const std::string who = triedName(link.found.staff.mail);
  if (const unsigned wait = services.throttle.tryPassword(who, context.request.peer, context.now()); wait != 0)
    throw json::ApiError{Code::tooManyAttempts, {}, wait};
  const auto known = services.reader.staff().credentials(link.found.staff.id);
  const auto confirmation = known ? confirmed(*known, form.confirmationCode, context, services) : std::nullopt;
  if (!confirmation)
    refuseCode(
        faultOfCode(known ? &*known : nullptr, form.confirmationCode, Code::confirmationCodeWrong, context, services));
  services.throttle.passwordRight(who, context.request.peer, context.now());
  return *confirmation;
}

Async<std::vector<std::string>> joined(const Link& link, const JoiningForm& form, const RequestContext& context,
                                       Services& services) {
  const std::string secret = accounts::confirmationSecret(services.secrets, link.token);
  const Instant now = authenticatorNow(context, services);
  const auto step = accounts::stepOf(secret, form.confirmationCode, now, 0);
  const bool skewed = !step && accounts::isOfAnotherTime(secret, form.confirmationCode, now, 0);
  if (!step) refuseCode(skewed ? Code::confirmationCodeClock : Code::confirmationCodeWrong);
  std::vector<std::string> codes = accounts::recoveryCodes(services.secrets);
  store::Joining joining{{}, services.secrets.encrypt(secret), *step, {}};
  for (const std::string& code : codes) joining.recoveryCodes.push_back(accounts::hashOfRecoveryCode(code));
  const accounts::AdmissionTicket place = placeFor(services, link.hash);
  joining.passwordHash = co_await services.passwords.hash(place, form.password);
  const store::Actor actor = store::actorOf(link.found.staff, context.request.peer);
  const Code code = co_await services.writer.run(
      [&](store::Store& store) { return store.staff().join(link.hash, joining, context.now(), actor); });
  if (code != Code::ok) throw json::ApiError{code};
  co_return codes;
}

Async<void> recovered(const Link& link, const JoiningForm& form, const RequestContext& context, Services& services) {
  const accounts::AdmissionTicket place = placeFor(services, link.hash);
  const store::Confirmation confirmation = provenCode(link, form, context, services);
  const std::string hash = co_await services.passwords.hash(place, form.password);
  const store::Actor actor = store::actorOf(link.found.staff, context.request.peer);
  const Code code = co_await services.writer.run([&](store::Store& store) {
    return store.staff().resetPassword(link.hash, confirmation, hash, context.now(), actor);
  });
  if (code == Code::confirmationCodeWrong) refuseCode();
  if (code != Code::ok) throw json::ApiError{code};
}

}  // namespace

Async<http::Response> joinStaff(RequestContext& context, Services& services) {
  auto body = bodyOf(context);
  const Link link = takeLink(body, context, services);
  const auto formContext = contextOf(services, context.now());
  const auto entry = json::readForm<JoiningForm>(body, formContext);
  json::requireAccepted(entry, formContext);
  std::vector<std::string> codes;
  if (link.found.recovery)
    co_await recovered(link, entry.form, context, services);
  else
    codes = co_await joined(link, entry.form, context, services);
  services.staffSessions.forgetAll();
  services.seats.endOf(link.found.staff.id);
  json::Json shown = json::Json::array();
  for (const std::string& code : codes) shown.push_back(accounts::shownRecoveryCode(code));
  co_return json::answer(201, {{"recovery_codes", std::move(shown)}});
}

}  // namespace senkoi::server::handlers
