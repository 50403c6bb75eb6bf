// POST /passwords: a new password by the link of a recovery letter (M1.3). Ends every session; the owner is told (15).
// The link is asked first: no stranger makes the server hash (12).
#include "senkoi/forms/access.hpp"
#include "server/accounts/password_pool.hpp"
#include "server/accounts/sessions.hpp"
#include "server/handlers/handlers.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/json/form.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {

Async<http::Response> resetPassword(Call& call, App& app) {
  auto body = bodyOf(call);
  const store::Hash token = takeToken(body);
  if (const Code code = app.reader.recoveryLink(token, call.now()); code != Code::ok) throw json::Refusal{code};
  const auto context = contextOf(app, call.now());
  const auto entry = json::readForm<forms::PasswordReset<std::string>>(body, context);
  json::requireAccepted(entry, context);

  const accounts::Place place = placeFor(app, token);
  const auto hash = co_await app.passwords.hash(place, entry.form.password);
  const store::Actor actor = call.actor();
  const Code code =
      co_await app.writer.run([&](store::Store& store) { return store.resetPassword(token, hash, call.now(), actor); });
  if (code != Code::ok) throw json::Refusal{code};
  app.sessions.forgetAll();
  co_return json::empty();
}

}  // namespace senkoi::server::handlers
