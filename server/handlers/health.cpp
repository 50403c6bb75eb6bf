// GET /health: the process answers, for whatever watches it.
#include "server/handlers/handlers.hpp"
#include "server/json/answer.hpp"

namespace senkoi::server::handlers {

http::Response health(RequestContext&, Services&) {
  static const http::Response well = json::answer(200, {{"status", "ok"}});
  return well;
}

}  // namespace senkoi::server::handlers
