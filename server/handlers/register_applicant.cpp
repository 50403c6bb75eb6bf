// POST /registrations: a new user ID (M2.3–M2.5). The link is asked first: without a proven mail address nothing is
// told, least of all whether a registry number is taken (9), and no password is hashed.
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

}  // namespace

Async<http::Response> registerApplicant(Call& call, App& app) {
  auto body = bodyOf(call);
  const store::Hash token = takeToken(body);
  const auto link = app.reader.registrationLink(token, call.now());
  if (!link.value) throw json::Refusal{link.code};
  const auto context = contextOf(app, call.now());
  const auto entry = json::readForm<Registration>(body, context);
  json::requireAccepted(entry, context);

  const accounts::Place place = placeFor(app, token);
  const auto hash = co_await app.passwords.hash(place, entry.form.password);
  const store::Actor actor = call.actor();
  store::Outcome<store::Account> made = Code::busy;
  for (int tried = 0; made.code == Code::busy && tried < mostCandidates; ++tried) {
    const std::string userId = app.secrets.userId(link.value->field);
    made = co_await app.writer.run([&](store::Store& store) {
      return store.registerApplicant(token, entry.form, userId, hash, call.now(), actor);
    });
  }
  if (!made.value) throw refusalOf(made.code);
  co_return json::answer(201, {{"user_id", made.value->userId},
                               {"mail", made.value->mail},
                               {"findings", json::findingsOf(entry, context, call.language)}});
}

}  // namespace senkoi::server::handlers
