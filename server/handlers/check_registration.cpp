// POST /registrations/check: the registration form against every rule, without registering (M2.3, M2.4). Says
// everything, errors too, and gives every value back as it would be stored.
#include "senkoi/forms/registration.hpp"
#include "server/handlers/handlers.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/json/form.hpp"

namespace senkoi::server::handlers {
namespace {

using Registration = forms::Registration<std::string>;

json::Json yearsOf(const json::Submission<Registration>& entry, int startYear) {
  const bool unreadable = refuses(entry.codes[forms::place<Registration, Item::licenceYear>]) ||
                          refuses(entry.codes[forms::place<Registration, Item::licenceMonth>]);
  return unreadable ? json::Json() : yearsSinceLicence(entry.form, startYear);
}

}  // namespace

http::Response checkRegistration(Call& call, App& app) {
  auto body = bodyOf(call);
  json::takeText(body, "token");  // the page sends what it will send; nothing here depends on it
  const auto context = contextOf(app, call.now());
  const auto entry = json::readForm<Registration>(body, context);
  return json::answer(200, {{"findings", json::findingsOf(entry, context, call.language)},
                            {"values", json::valuesOf(entry.form)},
                            {"years_since_licence", yearsOf(entry, context.startYear)}});
}

}  // namespace senkoi::server::handlers
