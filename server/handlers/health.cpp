// GET /health: the process answers, for whatever watches it.
#include "server/handlers/handlers.hpp"
#include "server/json/answer.hpp"

namespace senkoi::server::handlers {

http::Response health(Call&, App&) {
  return json::answer(200, {{"status", "ok"}});
}

}  // namespace senkoi::server::handlers
