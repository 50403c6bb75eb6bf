// POST /mail-addresses: sends the link to the registration form (M2.1, M2.2). The answer is the same whether the
// address is known or not (M1.3, 7).
#include "senkoi/forms/access.hpp"
#include "server/accounts/secrets.hpp"
#include "server/handlers/handlers.hpp"
#include "server/handlers/letter_allowance.hpp"
#include "server/handlers/reading.hpp"
#include "server/json/form.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {
namespace {

std::string lines(const std::vector<std::string>& domains) {
  std::string text;
  for (const std::string& domain : domains) text += domain + '\n';
  return text;
}

}  // namespace

Async<http::Response> enterMailAddress(Call& call, App& app) {
  auto body = bodyOf(call);
  const Field field = json::takeField(body);
  const Language language = json::takeLanguage(body, call.language);
  const std::string proof = json::takeText(body, "token");
  const std::string refused = lines(app.configuration.refusedMailDomains);
  const std::string warned = lines(app.configuration.warnedMailDomains);
  auto context = contextOf(app, call.now());
  context.mailDomains = {refused, warned};
  const auto entry = json::readForm<forms::MailEntry<std::string>>(body, context);
  json::requireAccepted(entry, context);
  requireSeason(app);

  const bool owner = ownsMailbox(call, app, LetterAsked::registration, entry.form.mail, proof);
  if (const unsigned wait =
          waitToWrite(call, app, LetterAsked::registration, digits(field).view(), entry.form.mail, owner);
      wait != 0)
    throw json::Refusal{Code::tooManyAttempts, {}, wait};
  const store::Nonce nonce = app.secrets.nonce();
  const store::Hash token = *accounts::hashOf(app.secrets.linkToken(nonce));
  const store::Actor actor = call.actor();
  co_await app.writer.run([&](store::Store& store) {
    store.requestRegistration(entry.form.mail, field, language, nonce, token, call.now(), actor);
  });
  co_return json::answer(202, {{"findings", json::findingsOf(entry, context, call.language)}});
}

}  // namespace senkoi::server::handlers
