// POST /registrations: a new user ID (M2.3–M2.5). The link is asked first: without a proven mail address nothing is
// told, least of all whether a registry number is taken (9), and no password is hashed. Whoever sends the same again,
// password and all, has not had the answer, and gets the same user ID.
#include "senkoi/forms/registration.hpp"
#include "server/accounts/password_hasher.hpp"
#include "server/accounts/secrets.hpp"
#include "server/handlers/handlers.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/json/form.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {
namespace {

using Registration = forms::Registration<std::string>;

constexpr int mostCandidates = 32;  // ten million user IDs a field: even half full, 32 taken in a row do not happen

// The user ID that this very registration made before. Throws where the link was used for anything else.
Async<std::string> registeredBefore(const store::Hash& token, const Registration& form, const RequestContext& context,
                                    Services& services) {
  const auto userId = services.reader.registeredBy(token, form, context.now());
  const auto made = userId ? services.reader.credentials(*userId) : std::nullopt;
  if (!made) throw refusalOfLink(services, token, Code::linkUsed);
  const accounts::AdmissionTicket place = placeFor(services, token);
  const accounts::Verdict verdict = co_await services.passwords.verify(place, made->passwordHash, form.password);
  if (!verdict.right) throw refusalOfLink(services, token, Code::linkUsed);
  co_return made->userId;
}

// A new user ID, drawn until one is free.
Async<store::Outcome<store::Account>> newAccount(const store::Hash& token, const Registration& form, Field field,
                                                 const std::string& hash, const RequestContext& context,
                                                 Services& services) {
  const store::Actor actor = context.actor();
  store::Outcome<store::Account> account = Code::busy;
  for (int tried = 0; account.code == Code::busy && tried < mostCandidates; ++tried) {
    const std::string userId = services.secrets.userId(field);
    account = co_await services.writer.run(
        [&](store::Store& store) { return store.registerApplicant(token, form, userId, hash, context.now(), actor); });
  }
  co_return account;
}

}  // namespace

Async<http::Response> registerApplicant(RequestContext& context, Services& services) {
  auto body = bodyOf(context);
  const store::Hash token = takeToken(body);
  const auto link = services.reader.registrationLink(token, context.now());
  requireSeason(services);
  if (!link.value && link.code != Code::linkUsed) throw refusalOfLink(services, token, link.code);
  const auto formContext = contextOf(services, context.now());
  const auto entry = json::readForm<Registration>(body, formContext);
  if (!link.value && !forms::accepted(entry.codes)) throw refusalOfLink(services, token, link.code);
  json::requireAccepted(entry, formContext);

  const auto answer = [&](std::string_view userId, std::string_view mail) {
    return json::answer(
        201,
        {{"user_id", userId}, {"mail", mail}, {"findings", json::findingsOf(entry, formContext, context.language)}});
  };
  const auto before = [&] { return registeredBefore(token, entry.form, context, services); };
  if (!link.value) co_return answer(co_await before(), services.reader.linkOwner(token)->mail);
  const auto hash = co_await services.passwords.hash(placeFor(services, token), entry.form.password);
  const auto account = co_await newAccount(token, entry.form, link.value->field, hash, context, services);
  if (account.code == Code::linkUsed) co_return answer(co_await before(), link.value->mail);  // both at once
  if (!account.value) throw refusalOf(account.code);
  co_return answer(account.value->userId, account.value->mail);
}

}  // namespace senkoi::server::handlers
