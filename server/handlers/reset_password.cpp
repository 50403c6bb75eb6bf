// POST /passwords: a new password by the link of a recovery letter, for one of the user IDs that the letter lists, and
// the link is used up (M1.3, 3): two doctors of a household may share a mailbox, and each sets their own. Ends every
// session of that user ID; its owner is told (15). The link is asked first: no stranger makes the server hash (12).
#include "senkoi/forms/access.hpp"
#include "server/accounts/password_hasher.hpp"
#include "server/accounts/sessions.hpp"
#include "server/handlers/handlers.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/json/form.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {
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
