// POST /registrations/check: the registration form against every rule, without registering (M2.3, M2.4).
#include "senkoi/forms/registration.hpp"
#include "server/handlers/handlers.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/json/form.hpp"

namespace senkoi::server::handlers {

http::Response checkRegistration(Call& call, App& app) {
  auto body = bodyOf(call);
  json::takeText(body, "token");  // the page sends what it will send; nothing here depends on it
  const auto context = contextOf(app, call.now());
  const auto entry = json::readForm<forms::Registration<std::string>>(body, context);
  json::requireAccepted(entry, context);
  return json::answer(200, {{"findings", json::findingsOf(entry, context, call.language)},
                            {"values", json::valuesOf(entry.form)},
                            {"years_since_licence", yearsSinceLicence(entry.form, context.startYear)}});
}

}  // namespace senkoi::server::handlers
