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

Async<http::Response> requestStaffRecovery(Call& call, App& app) {
  auto body = bodyOf(call);
  const std::string proof = json::takeText(body, "token");
  const auto context = contextOf(app, call.now());
  const auto entry = json::readForm<forms::StaffRecovery<std::string>>(body, context);
  json::requireAccepted(entry, context);
  const bool owner = ownsMailbox(call, app, LetterAsked::staffRecovery, entry.form.mail, proof);
  if (waitToWrite(call, app, LetterAsked::staffRecovery, {}, entry.form.mail, owner) == 0) {  // else in silence
    const store::Nonce nonce = app.secrets.nonce();
    const store::Hash token = *accounts::hashOf(app.secrets.linkToken(nonce));
    const store::Actor actor = call.actor();
    co_await app.writer.run(
        [&](store::Store& store) { store.staff().requestRecovery(entry.form.mail, nonce, token, call.now(), actor); });
  }
  co_return json::answer(202, {{"findings", json::findingsOf(entry, context, call.language)}});
}

}  // namespace senkoi::server::handlers
