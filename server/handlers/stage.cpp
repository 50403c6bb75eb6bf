// GET /demo: the demo's clock beside the real one, how many letters lie in the box, and how to log in as staff.
#include "server/demo/demo_environment.hpp"
#include "server/demo/staff.hpp"
#include "server/handlers/handlers.hpp"
#include "server/json/answer.hpp"

namespace senkoi::server::handlers {
namespace {

// Whose account was closed is gone from the list.
json::Json staffLogIns(Services& services) {
  json::Json list = json::Json::array();
  for (const auto& [mail, password, what] : demo::knownStaff()) {
    const auto known = services.reader.staff().credentials(mail);
    if (!known) continue;
    const auto code = demo::confirmationCodeNow(*known, services.secrets, services.demoEnvironment->real());
    const auto& field = known->staff.field;
    list.push_back({{"mail", mail},
                    {"password", password},
                    {"name", known->staff.name},
                    {"role", name(known->staff.role)},
                    {"field", field ? json::Json(digits(*field).view()) : json::Json()},
                    {"code", json::orNull(code)}});
  }
  return list;
}

}  // namespace

http::Response stage(RequestContext&, Services& services) {
  return json::answer(200, {{"now", services.clock()},
                            {"real", services.demoEnvironment->real()},
                            {"mail_count", services.demoEnvironment->mails().letters().size()},
                            {"staff", staffLogIns(services)}});
}

}  // namespace senkoi::server::handlers
