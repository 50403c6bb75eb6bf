// GET /catalogue/{field}: every program of a field, for searching in the browser (M3.3).
#include "server/handlers/handlers.hpp"
#include "server/handlers/reading.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {

http::Response catalogue(RequestContext& context, Services& services) {
  return services.snapshot.catalogue(fieldOf(context), context.request);
}

}  // namespace senkoi::server::handlers
