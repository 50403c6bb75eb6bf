// The season and its notices, as everybody may read them.
#include "server/handlers/handlers.hpp"
#include "server/handlers/records.hpp"
#include "server/http/target.hpp"
#include "server/json/problem.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {
namespace {

json::Json policyOf(const Configuration& configuration) {
  return {{"passwordMinimum", configuration.passwords.minimum},
          {"passwordMaximum", configuration.passwords.maximum},
          {"refusedMailDomains", configuration.refusedMailDomains},
          {"warnedMailDomains", configuration.warnedMailDomains}};
}

}  // namespace

// GET /season: the master schedule, and where in it we are (M3.1 ⑥), by the server's clock alone; and what the operator
// set of the rules, so that the pages check as the server does (M2.1, M2.3f).
json::Json seasonRecord(const workflow::Season& season, const store::SeasonSeats& seats,
                        const Configuration& configuration, Instant now, bool demo) {
  json::Json rounds = json::Json::array();
  for (const workflow::Round& round : season.rounds)
    rounds.push_back({{"round", round.number},
                      {"registration_from", round.registration.from},
                      {"registration_until", round.registration.until},
                      {"adoption_from", round.adoption.from},
                      {"adoption_until", round.adoption.until},
                      {"notification_at", round.notification},
                      {"released", round.released}});
  json::Json record = {{"start_year", season.startYear},
                       {"server_now", now},
                       {"schedule", {{"rounds", std::move(rounds)}}},
                       {"present", presentOf(season, now)},
                       {"policy", policyOf(configuration)},
                       {"demo", demo}};
  if (!seats.kinds.empty()) record["kinds"] = kindsOf(seats);
  return record;
}

http::Response season(RequestContext& context, Services& services) {
  return json::answer(200, seasonRecord(services.snapshot.season(), services.snapshot.seats(), services.configuration,
                                        context.now(), services.demoEnvironment != nullptr));
}

// GET /notices: the 機構's, and with ?field= those of the field's society as well (M3.1 ②).
http::Response notices(RequestContext& context, Services& services) {
  std::optional<Field> field;
  if (const auto asked = http::queryValue(context.request.query, "field")) {
    field = senkoi::fieldOf(*asked);
    if (!field) throw json::ApiError{Code::formRefused, {{"field", Code::unknownField}}};
  }
  return services.snapshot.notices(field, context.request, context.now());
}

}  // namespace senkoi::server::handlers
