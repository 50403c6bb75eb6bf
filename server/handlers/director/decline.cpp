// POST /staff/candidates/{id}/decline: who declined after adoption told the director, who enters it (M5.2).
#include "server/handlers/director/director.hpp"
#include "server/handlers/director/records.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/operations/director_store.hpp"
#include "server/operations/writer/writer.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {

Async<http::Response> decline(RequestContext& context, Services& services) {
  auto body = bodyOf(context);
  json::refuseRest(body);
  const std::int64_t application = idOf(context), staff = staffIdOf(context);
  const store::Actor actor = context.actor();
  std::optional<store::Candidate> candidate;
  auto declined = co_await services.writer.run([&](store::Store& store) {
    auto made = store.directors().decline(staff, application, context.now(), actor);
    candidate = store.directors().candidate(staff, application);
    return made;
  });
  valueOf(std::move(declined));
  if (!candidate) throw json::ApiError{Code::notFound};
  co_return json::answer(
      200, {{"candidate", candidateOf(*candidate, services.snapshot.season(), !services.snapshot.seats().kinds.empty(),
                                      services.reader, context.now())}});
}

}  // namespace senkoi::server::handlers
