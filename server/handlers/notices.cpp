// GET /notices: the 機構's, and with ?field= those of the field's society as well (M3.1 ②).
#include "server/handlers/handlers.hpp"
#include "server/http/target.hpp"
#include "server/json/problem.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {

http::Response notices(RequestContext& context, Services& services) {
  std::optional<Field> field;
  if (const auto asked = http::queryValue(context.request.query, "field")) {
    field = senkoi::fieldOf(*asked);
    if (!field) throw json::ApiError{Code::formRefused, {{"field", Code::unknownField}}};
  }
  return services.snapshot.notices(field, context.request, context.now());
}

}  // namespace senkoi::server::handlers
