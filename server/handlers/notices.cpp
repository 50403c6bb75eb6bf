// GET /notices: the 機構's, and with ?field= those of the field's society as well (M3.1 ②).
#include "server/handlers/handlers.hpp"
#include "server/http/target.hpp"
#include "server/json/problem.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {

http::Response notices(Call& call, App& app) {
  std::optional<Field> field;
  if (const auto asked = http::queryValue(call.request.query, "field")) {
    field = senkoi::fieldOf(*asked);
    if (!field) throw json::Refusal{Code::formRefused, {{"field", Code::unknownField}}};
  }
  return app.snapshot.notices(field, call.request, call.now());
}

}  // namespace senkoi::server::handlers
