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

}  // namespace senkoi::server::handlers
