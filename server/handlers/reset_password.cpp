// POST /passwords: a new password by the link of a recovery letter, for one of the user IDs that the letter lists, and
// the link is used up (M1.3, 3): two doctors of a household may share a mailbox, and each sets their own. Ends every
// session of that user ID; its owner is told (15). The link is asked first: no stranger makes the server hash (12).
#include "senkoi/forms/access.hpp"
#include "server/accounts/password_pool.hpp"
#include "server/accounts/sessions.hpp"
#include "server/handlers/handlers.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/json/form.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {
namespace {

[[noreturn]] void refuseUserId(Code code) {
  throw json::Refusal{Code::formRefused, {{Item::userId, code}}};
}

// As the opening of the link told it, to the letter.
std::string takeUserId(json::Body& body, const store::RecoveryLink& link) {
  std::string userId = json::takeText(body, "user_id");
  if (userId.empty()) refuseUserId(Code::choiceRequired);
  if (!link.isFor(userId)) refuseUserId(Code::choiceUnknown);
  return userId;
}

}  // namespace

Async<http::Response> resetPassword(Call& call, App& app) {
  auto body = bodyOf(call);
  const store::Hash token = takeToken(body);
  const auto link = valueOf(app.reader.recoveryLink(token, call.now()));
  const std::string userId = takeUserId(body, link);
  const auto context = contextOf(app, call.now());
  const auto entry = json::readForm<forms::PasswordReset<std::string>>(body, context);
  json::requireAccepted(entry, context);

  const accounts::Place place = placeFor(app, token);
  const auto hash = co_await app.passwords.hash(place, entry.form.password);
  const store::Actor actor = call.actor();
  const Code code = co_await app.writer.run(
      [&](store::Store& store) { return store.resetPassword(token, userId, hash, call.now(), actor); });
  if (code == Code::choiceUnknown) refuseUserId(code);
  if (code != Code::ok) throw json::Refusal{code};
  app.sessions.forgetAll();
  co_return json::empty();
}

}  // namespace senkoi::server::handlers
