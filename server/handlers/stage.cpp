// GET /demo: the demo's clock beside the real one, and how many letters lie in the box.
#include "server/demo/stage.hpp"

#include "server/handlers/handlers.hpp"
#include "server/json/answer.hpp"

namespace senkoi::server::handlers {

http::Response stage(Call& call, App& app) {
  return json::answer(
      200, {{"now", call.now()}, {"real", app.stage->real()}, {"mail_count", app.stage->mails().letters().size()}});
}

}  // namespace senkoi::server::handlers
