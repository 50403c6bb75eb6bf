// How staff come in by the link of a letter: an invitation, or a new password.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
#include "senkoi/forms/staff_access.hpp"
#include "server/accounts/login_throttle.hpp"
#include "server/accounts/password_hasher.hpp"
#include "server/accounts/secrets.hpp"
#include "server/accounts/sessions.hpp"
#include "server/accounts/totp.hpp"
#include "server/handlers/letter_allowance.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/handlers/staff/access.hpp"
#include "server/handlers/staff/confirming.hpp"
#include "server/handlers/staff/staff_json.hpp"
#include "server/json/form.hpp"
#include "server/live/seat_broadcaster.hpp"
#include "server/operations/staff_store.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {

// POST /staff/invitations/open: what the link of an invitation or a recovery is about. Uses nothing up: the link is
// used by joining (4). A recovery's is marked as opened, so that a stranger's request does not end it meanwhile.
Async<http::Response> openInvitation(RequestContext& context, Services& services) {
  auto body = bodyOf(context);
  const std::string token = json::extractText(body, "token");
  json::refuseRest(body);
  const auto hash = accounts::hashOf(token);
  if (!hash) throw json::ApiError{Code::linkExpired};
  const store::StaffLink link = valueOf(services.reader.staff().link(*hash, context.now()));
  if (link.recovery)
    co_await services.writer.run([&](store::Store& store) { store.staff().markOpened(*hash, context.now()); });
  json::Json told = staffOf(link.staff);
  told.erase("id");
  told["kind"] = link.recovery ? "recovery" : "invitation";
  told["until_at"] = link.until;
  if (!link.recovery) {
    const std::string secret = accounts::confirmationSecret(services.secrets, token);
    told["secret"] = accounts::inBase32(secret);
    told["otpauth_uri"] = accounts::otpauthUri(secret, link.staff.mail);
  }
  co_return json::answer(200, told);
}

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

// POST /staff/invitations/join: password and confirmation code by the link of an invitation; by that of a recovery a
// new password, proven by a confirmation or recovery code (14, 15). The link is asked first: no stranger makes the
// server hash (12). g++ 12 takes the frame of an inlined awaitable, which Asio allocates and frees by its own pair of
// functions, for a mismatch.
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

// POST /staff/recoveries: a link to a new password, by mail. The answer is the same for every address (7, 15).
Async<http::Response> requestStaffRecovery(RequestContext& context, Services& services) {
  auto body = bodyOf(context);
  const std::string proof = json::extractText(body, "token");
  const auto formContext = contextOf(services, context.now());
  const auto entry = json::readForm<forms::StaffRecovery<std::string>>(body, formContext);
  json::requireAccepted(entry, formContext);
  const bool owner = ownsMailbox(context, services, LetterAsked::staffRecovery, entry.form.mail, proof);
  if (waitToWrite(context, services, LetterAsked::staffRecovery, {}, entry.form.mail, owner) == 0) {  // else in silence
    const store::Nonce nonce = services.secrets.nonce();
    const store::Hash token = *accounts::hashOf(services.secrets.linkToken(nonce));
    const store::Actor actor = context.actor();
    co_await services.writer.run([&](store::Store& store) {
      store.staff().requestRecovery(entry.form.mail, nonce, token, context.now(), actor);
    });
  }
  co_return json::answer(202, {{"findings", json::findingsOf(entry, formContext, context.language)}});
}

}  // namespace senkoi::server::handlers
