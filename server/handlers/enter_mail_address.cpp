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

Async<http::Response> enterMailAddress(RequestContext& context, Services& services) {
  auto body = bodyOf(context);
  const Field field = json::extractField(body);
  const Language language = json::extractLanguage(body, context.language);
  const std::string proof = json::extractText(body, "token");
  const std::string refused = lines(services.configuration.refusedMailDomains);
  const std::string warned = lines(services.configuration.warnedMailDomains);
  auto formContext = contextOf(services, context.now());
  formContext.mailDomains = {refused, warned};
  const auto entry = json::readForm<forms::MailEntry<std::string>>(body, formContext);
  json::requireAccepted(entry, formContext);
  requireSeason(services);

  const bool owner = ownsMailbox(context, services, LetterAsked::registration, entry.form.mail, proof);
  if (const unsigned wait =
          waitToWrite(context, services, LetterAsked::registration, digits(field).view(), entry.form.mail, owner);
      wait != 0)
    throw json::ApiError{Code::tooManyAttempts, {}, wait};
  const store::Nonce nonce = services.secrets.nonce();
  const store::Hash token = *accounts::hashOf(services.secrets.linkToken(nonce));
  const store::Actor actor = context.actor();
  co_await services.writer.run([&](store::Store& store) {
    store.requestRegistration(entry.form.mail, field, language, nonce, token, context.now(), actor);
  });
  co_return json::answer(202, {{"findings", json::findingsOf(entry, formContext, context.language)}});
}

}  // namespace senkoi::server::handlers
