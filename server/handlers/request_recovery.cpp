// POST /recoveries: user IDs and a link to a new password, by mail (M1.3). The answer is the same for every address (7,
// 15).
#include "senkoi/forms/access.hpp"
#include "server/accounts/secrets.hpp"
#include "server/handlers/handlers.hpp"
#include "server/handlers/letter_allowance.hpp"
#include "server/handlers/reading.hpp"
#include "server/json/form.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {

Async<http::Response> requestRecovery(Call& call, App& app) {
  auto body = bodyOf(call);
  const Language language = json::takeLanguage(body, call.language);
  const std::string proof = json::takeText(body, "token");
  const auto context = contextOf(app, call.now());
  const auto entry = json::readForm<forms::Recovery<std::string>>(body, context);
  json::requireAccepted(entry, context);

  const bool owner = ownsMailbox(call, app, LetterAsked::recovery, entry.form.mail, proof);
  // else in silence: the answer tells nothing
  if (waitToWrite(call, app, LetterAsked::recovery, {}, entry.form.mail, owner) == 0) {
    const store::Nonce nonce = app.secrets.nonce();
    const store::Hash token = *accounts::hashOf(app.secrets.linkToken(nonce));
    const store::Actor actor = call.actor();
    co_await app.writer.run([&](store::Store& store) {
      store.requestRecovery(entry.form.mail, language, nonce, token, call.now(), actor);
    });
  }
  co_return json::answer(202, {{"findings", json::findingsOf(entry, context, call.language)}});
}

}  // namespace senkoi::server::handlers
