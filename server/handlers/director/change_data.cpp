// PUT /staff/candidates/{id}/data: an applicant’s data at their word, with a note of it (S1, M6.1). The same check as
// the applicant’s own change; the applicant is told by letter.
#include "senkoi/forms/directing.hpp"
#include "server/handlers/director/director.hpp"
#include "server/handlers/director/records.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/json/form.hpp"
#include "server/operations/director_store.hpp"
#include "server/operations/writer/writer.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {
namespace {

using Note = forms::DataNote<std::string>;

json::Submission<Note> takeNote(json::Body& body, const forms::Context& context) {
  json::Body entries = json::Body::object();
  const std::string item{name(Item::dataNote)};
  if (body.contains(item)) {
    entries[item] = std::move(body[item]);
    body.erase(item);
  }
  return json::readForm<Note>(entries, context);
}

// Both forms at once: nobody corrects one to be told of the other.
void requireBoth(const json::Submission<store::UserData>& data, const json::Submission<Note>& note,
                 const forms::Context& context) {
  std::vector<json::Finding> errors = json::findings<store::UserData>(data.codes, context);
  for (json::Finding& finding : json::findings<Note>(note.codes, context)) errors.push_back(std::move(finding));
  std::erase_if(errors, [](const json::Finding& finding) { return !refuses(finding.code); });
  if (!errors.empty()) throw json::Refusal{Code::formRefused, std::move(errors)};
}

}  // namespace

Async<http::Response> changeCandidateData(Call& call, App& app) {
  auto body = bodyOf(call);
  const std::int64_t application = idOf(call), staff = staffIdOf(call);
  const auto context = contextOf(app, call.now());
  const auto note = takeNote(body, context);
  const auto data = json::readForm<store::UserData>(body, context);
  if (!app.reader.directors().candidate(staff, application)) throw json::Refusal{Code::notFound};
  requireBoth(data, note, context);
  const store::Actor actor = call.actor();
  const Code code = co_await app.writer.run([&](store::Store& store) {
    return store.directors().changeData(staff, application, data.form, note.form.note, call.now(), actor);
  });
  if (code != Code::ok) throw refusalOf(code);
  const auto candidate = app.reader.directors().candidate(staff, application);
  if (!candidate) throw json::Refusal{Code::notFound};
  co_return json::answer(200, {{"candidate", candidateOf(*candidate, app.snapshot.season(), call.now())},
                               {"findings", json::findingsOf(data, context, call.language)}});
}

}  // namespace senkoi::server::handlers
