// GET /programs/{id}: one program with its applicants now, capacity, ceiling and contact (M3.4).
#include "server/handlers/handlers.hpp"
#include "server/handlers/reading.hpp"
#include "server/json/problem.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {

http::Response program(Call& call, App& app) {
  auto page = app.snapshot.program(idOf(call), call.request, call.now());
  if (!page) throw json::Refusal{Code::notFound};
  return std::move(*page);
}

}  // namespace senkoi::server::handlers
