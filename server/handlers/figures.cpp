// GET /figures/{field}: applicants, decisions that are out, capacity and ceiling of a field (M3.1 ⑤, M3.4, M3.7).
#include "server/handlers/handlers.hpp"
#include "server/handlers/reading.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {

http::Response figures(RequestContext& context, Services& services) {
  return services.snapshot.figures(fieldOf(context), context.request, context.now());
}

}  // namespace senkoi::server::handlers
