// GET, POST /staff/programs; PUT, DELETE /staff/programs/{id} (S3). DELETE closes: who applied still finds it.
#include "server/handlers/office/office.hpp"
#include "server/handlers/office/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/operations/office_store.hpp"
#include "server/operations/readers/readers.hpp"
#include "server/operations/writer/writer.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {
namespace {

json::Json programJson(const store::OfficeProgram& one) {
  return {{"id", one.program.id},
          {"entry", json::valuesOf(entryOf(one.program))},
          {"capacity", one.program.capacity},
          {"applicants", one.applicants},
          {"live", one.live},
          {"adopted", one.adopted},
          {"closed_at", json::orNull(one.closedAt)}};
}

// A society's field is its own, and need not be said.
ProgramEntry takeEntry(const RequestContext& context, Services& services) {
  auto body = bodyOf(context);
  const auto scope = scopeOf(context);
  if (scope && !body.contains("field")) body["field"] = std::string(digits(*scope).view());
  const auto formContext = contextOf(services, context.now());
  auto submission = json::readForm<ProgramEntry>(body, formContext);
  json::requireAccepted(submission, formContext);
  if (scope && senkoi::fieldOf(submission.form.field) != scope) throw json::ApiError{Code::notFound};
  return std::move(submission.form);
}

// A refusal that belongs to an item is told there.
[[noreturn]] void refuse(Code code, std::int64_t adopted, const Services& services) {
  using json::ApiError;
  if (code == Code::busy) throw ApiError{code, {}, retryWhenBusy};
  const auto least = static_cast<std::uint16_t>(std::min<std::int64_t>(adopted, forms::largestCapacity));
  if (code == Code::numberOutOfRange)
    throw ApiError{Code::formRefused, {{Item::capacity, code, {least, forms::largestCapacity}}}};
  const auto rounds = static_cast<std::uint16_t>(services.snapshot.season().rounds.size());
  if (code == Code::roundNotInSeason) throw ApiError{Code::formRefused, {{Item::recruitingRounds, code, {1, rounds}}}};
  if (code == Code::programDuplicate) throw ApiError{code, {{Item::programName, code}}};
  throw ApiError{code};
}

}  // namespace

Async<http::Response> officePrograms(RequestContext& context, Services& services) {
  const store::Scope scope = scopeAsked(context);
  co_return co_await services.readers.run([&](store::Store& reader) {
    json::Json list = json::Json::array();
    for (const store::OfficeProgram& one : reader.offices().programs(scope)) list.push_back(programJson(one));
    return json::answer(200, {{"programs", std::move(list)}});
  });
}

Async<http::Response> createProgram(RequestContext& context, Services& services) {
  const store::Program program = programOf(takeEntry(context, services), 0);
  const store::Actor actor = context.actor();
  const auto made = co_await services.writer.run([&](store::Store& store) -> store::Outcome<store::OfficeProgram> {
    const auto created = store.offices().createProgram(program, context.now(), actor);
    if (!created.value) return created.code;
    return *store.offices().program({}, *created.value);
  });
  if (!made.value) refuse(made.code, 0, services);
  co_await showAtOnce(services);
  co_return json::answer(201, {{"program", programJson(*made.value)}});
}

Async<http::Response> changeProgram(RequestContext& context, Services& services) {
  const store::Program program = programOf(takeEntry(context, services), idOf(context));
  const store::Scope scope = scopeOf(context);
  const store::Actor actor = context.actor();
  std::optional<store::OfficeProgram> now;
  const Code code = co_await services.writer.run([&](store::Store& store) {
    const Code changed = store.offices().changeProgram(scope, program, context.now(), actor);
    now = store.offices().program(scope, program.id);
    return changed;
  });
  if (code != Code::ok) refuse(code, now ? now->adopted : 0, services);
  co_await showAtOnce(services);
  co_return json::answer(200, {{"program", programJson(*now)}});
}

Async<http::Response> closeProgram(RequestContext& context, Services& services) {
  const std::int64_t id = idOf(context);
  const store::Scope scope = scopeOf(context);
  const store::Actor actor = context.actor();
  const Code code = co_await services.writer.run(
      [&](store::Store& store) { return store.offices().closeProgram(scope, id, context.now(), actor); });
  if (code != Code::ok) refuse(code, 0, services);
  co_await showAtOnce(services);
  co_return json::empty();
}

}  // namespace senkoi::server::handlers
