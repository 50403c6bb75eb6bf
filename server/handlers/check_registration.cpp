// POST /registrations/check: the registration form against every rule, without registering (M2.3, M2.4). Says
// everything, errors too, and gives every value back as it would be stored. With the token of an opened link, which
// proves the mail address, it tells as well whether the registry number is taken (9): a few times a link and hour.
#include "senkoi/forms/registration.hpp"
#include "server/accounts/rate_limiter.hpp"
#include "server/accounts/secrets.hpp"
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

}  // namespace senkoi::server::handlers
