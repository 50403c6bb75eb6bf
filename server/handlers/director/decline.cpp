// POST /staff/candidates/{id}/decline: who declined after adoption told the director, who enters it (M5.2).
#include "server/handlers/director/director.hpp"
#include "server/handlers/director/records.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/operations/director_store.hpp"
#include "server/operations/writer/writer.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {

Async<http::Response> decline(Call& call, App& app) {
  auto body = bodyOf(call);
  json::refuseRest(body);
  const std::int64_t application = idOf(call), staff = staffIdOf(call);
  const store::Actor actor = call.actor();
  auto declined = co_await app.writer.run(
      [&](store::Store& store) { return store.directors().decline(staff, application, call.now(), actor); });
  valueOf(std::move(declined));
  const auto candidate = app.reader.directors().candidate(staff, application);
  if (!candidate) throw json::Refusal{Code::notFound};
  co_return json::answer(200, {{"candidate", candidateOf(*candidate, app.snapshot.season(), call.now())}});
}

}  // namespace senkoi::server::handlers
