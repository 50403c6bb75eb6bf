// GET /staff/imports/progress: how far the caller's import is, for the page that waits for its answer (S3, S4).
#include "server/operations/import_progress.hpp"

#include "server/handlers/office/office.hpp"
#include "server/json/answer.hpp"

namespace senkoi::server::handlers {

http::Response importProgress(RequestContext& context, Services& services) {
  const auto stand = services.importProgress.of(context.staffCaller->staff.id);
  json::Json told;  // null where none is under way
  if (stand) told = {{"phase", name(stand->phase)}, {"done", stand->done}, {"rows", stand->rows}};
  return json::answer(200, {{"import", std::move(told)}});
}

}  // namespace senkoi::server::handlers
