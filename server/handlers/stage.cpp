// GET /demo: the demo's clock beside the real one, how many letters lie in the box, and how to log in as staff.
#include "server/demo/stage.hpp"

#include "server/demo/staff.hpp"
#include "server/handlers/handlers.hpp"
#include "server/json/answer.hpp"

namespace senkoi::server::handlers {
namespace {

// Whose account was closed is gone from the list.
json::Json staffLogIns(App& app) {
  json::Json list = json::Json::array();
  for (const auto& [mail, password, what] : demo::knownStaff()) {
    const auto known = app.reader.staff().credentials(mail);
    if (!known) continue;
    const auto code = demo::confirmationCodeNow(*known, app.secrets, app.stage->real());
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

http::Response stage(Call&, App& app) {
  return json::answer(200, {{"now", app.clock()},
                            {"real", app.stage->real()},
                            {"mail_count", app.stage->mails().letters().size()},
                            {"staff", staffLogIns(app)}});
}

}  // namespace senkoi::server::handlers
