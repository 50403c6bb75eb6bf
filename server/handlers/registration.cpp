// From a mail address to a user ID (M2.1–M2.5).
#include "senkoi/forms/registration.hpp"

#include "senkoi/forms/access.hpp"
#include "server/accounts/password_hasher.hpp"
#include "server/accounts/rate_limiter.hpp"
#include "server/accounts/secrets.hpp"
#include "server/handlers/handlers.hpp"
#include "server/handlers/letter_allowance.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/json/answer.hpp"
#include "server/json/form.hpp"
#include "server/json/problem.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {
namespace {

std::string lines(const std::vector<std::string>& domains) {
  std::string text;
  for (const std::string& domain : domains) text += domain + '\n';
  return text;
}

}  // namespace

// POST /mail-addresses: sends the link to the registration form (M2.1, M2.2). The answer is the same whether the
// address is known or not (M1.3, 7).
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

// POST /registrations/open: the button on the page that a mail's link leads to. Opening the page itself changes
// nothing: mail scanners open links (4); from here two hours remain to submit (M2.2).
Async<http::Response> openRegistration(RequestContext& context, Services& services) {
  auto body = bodyOf(context);
  const store::Hash token = takeToken(body);
  json::refuseRest(body);
  const store::Actor actor = context.actor();
  const auto opened = co_await services.writer.run(
      [&](store::Store& store) { return store.openRegistration(token, context.now(), actor); });
  if (!opened.value) throw refusalOfLink(services, token, opened.code);
  co_return json::answer(
      200,
      {{"mail", opened.value->mail}, {"field", digits(opened.value->field).view()}, {"until_at", opened.value->until}});
}

namespace {

using Registration = forms::Registration<std::string>;

json::Json yearsOf(const json::Submission<Registration>& entry, int startYear) {
  const bool unreadable = refuses(entry.codes[forms::place<Registration, Item::licenceYear>]) ||
                          refuses(entry.codes[forms::place<Registration, Item::licenceMonth>]);
  return unreadable ? json::Json() : yearsSinceLicence(entry.form, startYear);
}

constexpr unsigned lookUpsAnHour = 20;  // of registry numbers, for one link

// Marks a registry number that is taken. An unproven address, or one that asks too often, is told nothing.
void lookUp(json::Submission<Registration>& entry, const std::string& token, Services& services, Instant now) {
  Code& code = entry.codes[forms::place<Registration, Item::registryNumber>];
  const auto link = accounts::hashOf(token);
  if (refuses(code) || !link || !services.reader.registrationLink(*link, now).value) return;
  const std::string key = "registry_number|" + std::string(link->begin(), link->end());
  if (services.configuration.rateLimits && services.limiter.takeHourly(key, lookUpsAnHour, now) > 0) return;
  if (services.reader.registryNumberTaken(entry.form.registryNumber)) code = Code::registryNumberTaken;
}

}  // namespace

// POST /registrations/check: the registration form against every rule, without registering (M2.3, M2.4). Says
// everything, errors too, and gives every value back as it would be stored. With the token of an opened link, which
// proves the mail address, it tells as well whether the registry number is taken (9): a few times a link and hour.
http::Response checkRegistration(RequestContext& context, Services& services) {
  auto body = bodyOf(context);
  const std::string token = json::extractText(body, "token");
  const auto formContext = contextOf(services, context.now());
  auto entry = json::readForm<Registration>(body, formContext);
  lookUp(entry, token, services, context.now());
  return json::answer(200, {{"findings", json::findingsOf(entry, formContext, context.language)},
                            {"values", json::valuesOf(entry.form)},
                            {"years_since_licence", yearsOf(entry, formContext.startYear)}});
}

namespace {

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

// POST /registrations: a new user ID (M2.3–M2.5). The link is asked first: without a proven mail address nothing is
// told, least of all whether a registry number is taken (9), and no password is hashed. Whoever sends the same again,
// password and all, has not had the answer, and gets the same user ID.
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
