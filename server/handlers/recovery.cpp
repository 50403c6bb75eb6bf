// Forgotten user IDs and passwords (M1.3).
#include "senkoi/forms/access.hpp"
#include "server/accounts/password_hasher.hpp"
#include "server/accounts/secrets.hpp"
#include "server/accounts/sessions.hpp"
#include "server/handlers/handlers.hpp"
#include "server/handlers/letter_allowance.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/json/answer.hpp"
#include "server/json/form.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {

// POST /recoveries: user IDs and a link to a new password, by mail (M1.3). The answer is the same for every address (7,
// 15).
Async<http::Response> requestRecovery(RequestContext& context, Services& services) {
  auto body = bodyOf(context);
  const Language language = json::extractLanguage(body, context.language);
  const std::string proof = json::extractText(body, "token");
  const auto formContext = contextOf(services, context.now());
  const auto entry = json::readForm<forms::Recovery<std::string>>(body, formContext);
  json::requireAccepted(entry, formContext);

  const bool owner = ownsMailbox(context, services, LetterAsked::recovery, entry.form.mail, proof);
  // else in silence: the answer tells nothing
  if (waitToWrite(context, services, LetterAsked::recovery, {}, entry.form.mail, owner) == 0) {
    const store::Nonce nonce = services.secrets.nonce();
    const store::Hash token = *accounts::hashOf(services.secrets.linkToken(nonce));
    const store::Actor actor = context.actor();
    co_await services.writer.run([&](store::Store& store) {
      store.requestRecovery(entry.form.mail, language, nonce, token, context.now(), actor);
    });
  }
  co_return json::answer(202, {{"findings", json::findingsOf(entry, formContext, context.language)}});
}

// POST /recoveries/open: the user IDs that the link of a recovery letter can set a password for, as the letter listed
// them (M1.3). Uses nothing up; marks the link as opened, so that a stranger's request does not end it meanwhile.
Async<http::Response> openRecovery(RequestContext& context, Services& services) {
  auto body = bodyOf(context);
  const store::Hash token = takeToken(body);
  json::refuseRest(body);
  const auto link = valueOf(
      co_await services.writer.run([&](store::Store& store) { return store.openRecovery(token, context.now()); }));
  json::Json accounts = json::Json::array();
  for (const auto& owner : link.owners)
    accounts.push_back({{"user_id", owner.userId},
                        {"field", digits(owner.field).view()},
                        {"family_name", owner.familyName},
                        {"given_name", owner.givenName}});
  co_return json::answer(200, {{"accounts", std::move(accounts)}, {"until_at", link.until}});
}

namespace {

[[noreturn]] void refuseUserId(Code code) {
  throw json::ApiError{Code::formRefused, {{Item::userId, code}}};
}

// As the opening of the link told it, to the letter.
std::string takeUserId(json::JsonObject& body, const store::RecoveryLink& link) {
  std::string userId = json::extractText(body, "user_id");
  if (userId.empty()) refuseUserId(Code::choiceRequired);
  if (!link.isFor(userId)) refuseUserId(Code::choiceUnknown);
  return userId;
}

}  // namespace

// POST /passwords: a new password by the link of a recovery letter, for one of the user IDs that the letter lists, and
// the link is used up (M1.3, 3): two doctors of a household may share a mailbox, and each sets their own. Ends every
// session of that user ID; its owner is told (15). The link is asked first: no stranger makes the server hash (12).
Async<http::Response> resetPassword(RequestContext& context, Services& services) {
  auto body = bodyOf(context);
  const store::Hash token = takeToken(body);
  const auto link = valueOf(services.reader.recoveryLink(token, context.now()));
  const std::string userId = takeUserId(body, link);
  const auto formContext = contextOf(services, context.now());
  const auto entry = json::readForm<forms::PasswordReset<std::string>>(body, formContext);
  json::requireAccepted(entry, formContext);

  const accounts::AdmissionTicket place = placeFor(services, token);
  const auto hash = co_await services.passwords.hash(place, entry.form.password);
  const store::Actor actor = context.actor();
  const Code code = co_await services.writer.run(
      [&](store::Store& store) { return store.resetPassword(token, userId, hash, context.now(), actor); });
  if (code == Code::choiceUnknown) refuseUserId(code);
  if (code != Code::ok) throw json::ApiError{code};
  services.sessions.forgetAll();
  co_return json::empty();
}

}  // namespace senkoi::server::handlers
