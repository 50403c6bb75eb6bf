// GET /programs/{id}: one program with its applicants now, capacity, ceiling and contact (M3.4).
#include "server/handlers/handlers.hpp"
#include "server/handlers/reading.hpp"
#include "server/json/problem.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {

http::Response program(RequestContext& context, Services& services) {
  auto page = services.snapshot.program(idOf(context), context.request, context.now());
  if (!page) throw json::ApiError{Code::notFound};
  return std::move(*page);
}

}  // namespace senkoi::server::handlers
