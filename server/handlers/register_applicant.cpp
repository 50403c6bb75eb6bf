// POST /registrations: a new user ID (M2.3–M2.5). The link is asked first: without a proven mail address nothing is
// told, least of all whether a registry number is taken (9), and no password is hashed. Whoever sends the same again,
// password and all, has not had the answer, and gets the same user ID.
#include "senkoi/forms/registration.hpp"
#include "server/accounts/password_pool.hpp"
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
Async<std::string> registeredBefore(const store::Hash& token, const Registration& form, const Call& call, App& app) {
  const auto userId = app.reader.registeredBy(token, form, call.now());
  const auto made = userId ? app.reader.credentials(*userId) : std::nullopt;
  if (!made) throw refusalOfLink(app, token, Code::linkUsed);
  const accounts::Place place = placeFor(app, token);
  const accounts::Verdict verdict = co_await app.passwords.verify(place, made->passwordHash, form.password);
  if (!verdict.right) throw refusalOfLink(app, token, Code::linkUsed);
  co_return made->userId;
}

// A new user ID, drawn until one is free.
Async<store::Outcome<store::Account>> newAccount(const store::Hash& token, const Registration& form, Field field,
                                                 const std::string& hash, const Call& call, App& app) {
  const store::Actor actor = call.actor();
  store::Outcome<store::Account> account = Code::busy;
  for (int tried = 0; account.code == Code::busy && tried < mostCandidates; ++tried) {
    const std::string userId = app.secrets.userId(field);
    account = co_await app.writer.run(
        [&](store::Store& store) { return store.registerApplicant(token, form, userId, hash, call.now(), actor); });
  }
  co_return account;
}

}  // namespace

Async<http::Response> registerApplicant(Call& call, App& app) {
  auto body = bodyOf(call);
  const store::Hash token = takeToken(body);
  const auto link = app.reader.registrationLink(token, call.now());
  requireSeason(app);
  if (!link.value && link.code != Code::linkUsed) throw refusalOfLink(app, token, link.code);
  const auto context = contextOf(app, call.now());
  const auto entry = json::readForm<Registration>(body, context);
  if (!link.value && !forms::accepted(entry.codes)) throw refusalOfLink(app, token, link.code);
  json::requireAccepted(entry, context);

  const auto answer = [&](std::string_view userId, std::string_view mail) {
    return json::answer(
        201, {{"user_id", userId}, {"mail", mail}, {"findings", json::findingsOf(entry, context, call.language)}});
  };
  const auto before = [&] { return registeredBefore(token, entry.form, call, app); };
  if (!link.value) co_return answer(co_await before(), app.reader.linkOwner(token)->mail);
  const auto hash = co_await app.passwords.hash(placeFor(app, token), entry.form.password);
  const auto account = co_await newAccount(token, entry.form, link.value->field, hash, call, app);
  if (account.code == Code::linkUsed) co_return answer(co_await before(), link.value->mail);  // both at once
  if (!account.value) throw refusalOf(account.code);
  co_return answer(account.value->userId, account.value->mail);
}

}  // namespace senkoi::server::handlers
