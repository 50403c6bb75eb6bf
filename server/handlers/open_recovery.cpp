// POST /recoveries/open: the user IDs that the link of a recovery letter can set a password for, as the letter listed
// them (M1.3). Uses nothing up; marks the link as opened, so that a stranger's request does not end it meanwhile.
#include "server/handlers/handlers.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/json/answer.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {

Async<http::Response> openRecovery(RequestContext& context, Services& services) {
  auto body = bodyOf(context);
  const store::Hash token = takeToken(body);
  json::refuseRest(body);
  const auto link = valueOf(
      co_await services.writer.run([&](store::Store& store) { return store.openRecovery(token, context.now()); }));
  json::Json accounts = json::Json::array();
  for (const auto& owner : link.owners)
    accounts.push_back({{"user_id", owner.userId},
                        {"field", digits(owner.field).view()},
                        {"family_name", owner.familyName},
                        {"given_name", owner.givenName}});
  co_return json::answer(200, {{"accounts", std::move(accounts)}, {"until_at", link.until}});
}

}  // namespace senkoi::server::handlers
