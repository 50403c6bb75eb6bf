// GET /demo: the demo's clock beside the real one, and how many letters lie in the box.
#include "server/demo/stage.hpp"

#include "server/handlers/handlers.hpp"
#include "server/json/answer.hpp"

namespace senkoi::server::handlers {

http::Response stage(Call&, App& app) {
  return json::answer(
      200, {{"now", app.clock()}, {"real", app.stage->real()}, {"mail_count", app.stage->mails().letters().size()}});
}

}  // namespace senkoi::server::handlers
