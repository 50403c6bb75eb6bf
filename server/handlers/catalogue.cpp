// GET /catalogue/{field}: every program of a field, for searching in the browser (M3.3).
#include "server/handlers/handlers.hpp"
#include "server/handlers/reading.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {

http::Response catalogue(Call& call, App& app) {
  return app.snapshot.catalogue(fieldOf(call), call.request);
}

}  // namespace senkoi::server::handlers
