// GET /me: my page in one answer (M3.1): who, which data, which applications, what may be done now and why not.
#include "senkoi/codes/code_table.hpp"
#include "server/handlers/handlers.hpp"
#include "server/handlers/records.hpp"
#include "server/json/form.hpp"
#include "server/operations/store.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {
namespace {

json::Json refusal(Code code) {
  return code == Code::ok ? json::Json() : json::Json(key(code));
}

json::Json mayOf(const workflow::Allowed& allowed) {
  return {{"apply", refusal(allowed.apply)},
          {"switch", refusal(allowed.switchTo)},
          {"withdraw", refusal(allowed.withdraw)},
          {"change", refusal(allowed.change)},
          {"delete", refusal(allowed.deletion)}};
}

}  // namespace

http::Response me(RequestContext& context, Services& services) {
  const auto account = services.reader.account(context.caller->userId);
  if (!account) throw json::ApiError{Code::sessionMissing};
  const workflow::Season& season = services.snapshot.season();
  const auto applications = services.reader.applications(account->userId);
  json::Json list = json::Json::array();
  for (const store::Application& application : applications)
    list.push_back(applicationOf(application, services, context.now()));
  const auto allowed = workflow::allowed(season, context.now(), visible(applications, season, context.now()));
  return json::answer(200, {{"user_id", account->userId},
                            {"mail", account->mail},
                            {"field", digits(account->field).view()},
                            {"data", json::valuesOf(account->data)},
                            {"years_since_licence", yearsSinceLicence(account->data, season.startYear)},
                            {"server_now", context.now()},
                            {"present", presentOf(season, context.now())},
                            {"season_start_year", season.startYear},
                            {"applications", std::move(list)},
                            {"may", mayOf(allowed)}});
}

}  // namespace senkoi::server::handlers
