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
ProgramEntry takeEntry(const Call& call, App& app) {
  auto body = bodyOf(call);
  const auto scope = scopeOf(call);
  if (scope && !body.contains("field")) body["field"] = std::string(digits(*scope).view());
  const auto context = contextOf(app, call.now());
  auto submission = json::readForm<ProgramEntry>(body, context);
  json::requireAccepted(submission, context);
  if (scope && senkoi::fieldOf(submission.form.field) != scope) throw json::Refusal{Code::notFound};
  return std::move(submission.form);
}

// A refusal that belongs to an item is told there.
[[noreturn]] void refuse(Code code, std::int64_t adopted) {
  using json::Refusal;
  if (code == Code::busy) throw Refusal{code, {}, retryWhenBusy};
  const auto least = static_cast<std::uint16_t>(std::min<std::int64_t>(adopted, forms::largestCapacity));
  if (code == Code::numberOutOfRange)
    throw Refusal{Code::formRefused, {{Item::capacity, code, {least, forms::largestCapacity}}}};
  if (code == Code::programDuplicate) throw Refusal{code, {{Item::programName, code}}};
  throw Refusal{code};
}

}  // namespace

Async<http::Response> officePrograms(Call& call, App& app) {
  const store::Scope scope = scopeAsked(call);
  co_return co_await app.readers.run([&](store::Store& reader) {
    json::Json list = json::Json::array();
    for (const store::OfficeProgram& one : reader.offices().programs(scope)) list.push_back(programJson(one));
    return json::answer(200, {{"programs", std::move(list)}});
  });
}

Async<http::Response> createProgram(Call& call, App& app) {
  const store::Program program = programOf(takeEntry(call, app), 0);
  const store::Actor actor = call.actor();
  const auto made = co_await app.writer.run(
      [&](store::Store& store) { return store.offices().createProgram(program, call.now(), actor); });
  if (!made.value) refuse(made.code, 0);
  co_await showAtOnce(app);
  co_return json::answer(201, {{"program", programJson(*app.reader.offices().program({}, *made.value))}});
}

Async<http::Response> changeProgram(Call& call, App& app) {
  const store::Program program = programOf(takeEntry(call, app), idOf(call));
  const store::Scope scope = scopeOf(call);
  const store::Actor actor = call.actor();
  const Code code = co_await app.writer.run(
      [&](store::Store& store) { return store.offices().changeProgram(scope, program, call.now(), actor); });
  const auto now = app.reader.offices().program(scope, program.id);
  if (code != Code::ok) refuse(code, now ? now->adopted : 0);
  co_await showAtOnce(app);
  co_return json::answer(200, {{"program", programJson(*now)}});
}

Async<http::Response> closeProgram(Call& call, App& app) {
  const std::int64_t id = idOf(call);
  const store::Scope scope = scopeOf(call);
  const store::Actor actor = call.actor();
  const Code code = co_await app.writer.run(
      [&](store::Store& store) { return store.offices().closeProgram(scope, id, call.now(), actor); });
  if (code != Code::ok) refuse(code, 0);
  co_await showAtOnce(app);
  co_return json::empty();
}

}  // namespace senkoi::server::handlers
