// POST /staff/recoveries: a link to a new password, by mail. The answer is the same for every address (7, 15).
#include "senkoi/forms/staff_access.hpp"
#include "server/accounts/secrets.hpp"
#include "server/handlers/letter_allowance.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/staff/access.hpp"
#include "server/json/form.hpp"
#include "server/operations/staff_store.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {

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
