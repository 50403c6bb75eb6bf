// GET /staff/me: who is logged in, where the season stands, and a director's programs (S1).
#include "server/handlers/records.hpp"
#include "server/handlers/staff/access.hpp"
#include "server/handlers/staff/staff_json.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {

http::Response staffMe(RequestContext& context, Services& services) {
  const store::Staff& staff = context.staffCaller->staff;
  const workflow::Season& season = services.snapshot.season();
  json::Json told{{"staff", staffOf(staff)},
                  {"server_now", context.now()},
                  {"season_start_year", season.startYear},
                  {"present", presentOf(season, context.now())}};
  if (staff.role == Role::director) told["programs"] = programsOf(staff.id, services.reader);
  return json::answer(200, told);
}

}  // namespace senkoi::server::handlers
