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

json::Submission<Note> takeNote(json::JsonObject& body, const forms::Context& formContext) {
  json::JsonObject entries = json::JsonObject::object();
  const std::string item{name(Item::dataNote)};
  if (body.contains(item)) {
    entries[item] = std::move(body[item]);
    body.erase(item);
  }
  return json::readForm<Note>(entries, formContext);
}

// Both forms at once: nobody corrects one to be told of the other.
void requireBoth(const json::Submission<store::UserData>& data, const json::Submission<Note>& note,
                 const forms::Context& formContext) {
  std::vector<json::Finding> errors = json::findings<store::UserData>(data.codes, formContext);
  for (json::Finding& finding : json::findings<Note>(note.codes, formContext)) errors.push_back(std::move(finding));
  std::erase_if(errors, [](const json::Finding& finding) { return !refuses(finding.code); });
  if (!errors.empty()) throw json::ApiError{Code::formRefused, std::move(errors)};
}

}  // namespace

Async<http::Response> changeCandidateData(RequestContext& context, Services& services) {
  auto body = bodyOf(context);
  const std::int64_t application = idOf(context), staff = staffIdOf(context);
  const auto formContext = contextOf(services, context.now());
  const auto note = takeNote(body, formContext);
  const auto data = json::readForm<store::UserData>(body, formContext);
  if (!services.reader.directors().candidate(staff, application)) throw json::ApiError{Code::notFound};
  requireBoth(data, note, formContext);
  const store::Actor actor = context.actor();
  std::optional<store::Candidate> candidate;
  const Code code = co_await services.writer.run([&](store::Store& store) {
    const Code changed =
        store.directors().changeData(staff, application, data.form, note.form.note, context.now(), actor);
    candidate = store.directors().candidate(staff, application);
    return changed;
  });
  if (code != Code::ok) throw refusalOf(code);
  if (!candidate) throw json::ApiError{Code::notFound};
  co_return json::answer(
      200, {{"candidate", candidateOf(*candidate, services.snapshot.season(), !services.snapshot.seats().kinds.empty(),
                                      services.reader, context.now())},
            {"findings", json::findingsOf(data, formContext, context.language)}});
}

}  // namespace senkoi::server::handlers
