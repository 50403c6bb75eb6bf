// GET, PUT /staff/kinds: the season's kinds of seats and its classes of applicants (T1, T4); GET /staff/classes, PUT
// /staff/classes/{USER-ID}: who is of which class. A fault is told at its entry: "kinds.2.code".
#include "senkoi/forms/seat_forms.hpp"
#include "senkoi/words/kind.hpp"
#include "senkoi/words/sentence.hpp"
#include "server/handlers/office/office.hpp"
#include "server/handlers/office/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/operations/readers/readers.hpp"
#include "server/operations/seat_store.hpp"
#include "server/operations/writer/writer.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {
namespace {

using KindEntry = forms::KindEntry<std::string>;
using ClassEntry = forms::ClassEntry<std::string>;

constexpr std::size_t mostKinds = 24;

json::Json kindsAnswer(const store::SeasonSeats& seats, int startYear) {
  json::Json classes = json::Json::array(), known = json::Json::array();
  for (const store::CountingClass& one : seats.classes) {
    classes.push_back({{"code", one.code},
                       {"name", {{"ja", one.nameJa}, {"en", one.nameEn}}},
                       {"at_ceiling", one.counts.atCeiling},
                       {"at_capacity", one.counts.atCapacity},
                       {"from_quota", one.fromQuota}});
  }
  for (const words::KnownKind& kind : words::knownKinds()) {
    known.push_back({{"code", kind.code},
                     {"group", kind.group},
                     {"name", {{"ja", kind.name.ja}, {"en", kind.name.en}}},
                     {"sentence", {{"ja", kind.sentence.ja}, {"en", kind.sentence.en}}}});
  }
  return {{"start_year", startYear},
          {"kinds", kindsOf(seats)},
          {"classes", std::move(classes)},
          {"known", std::move(known)}};
}

// The entries of a list, each taken with `take(entry, place)`; 422 where it is none.
template <class Take>
void takeEntries(json::JsonObject& body, const std::string& name, Take take) {
  const auto list = body.find(name);
  if (list == body.end()) return;
  if (!list->is_array() || list->size() > mostKinds)
    throw json::ApiError{Code::formRefused, {{name, Code::choiceUnknown}}};
  for (std::size_t i = 0; i < list->size(); ++i) {
    const std::string place = name + '.' + std::to_string(i + 1);
    if (!(*list)[i].is_object()) throw json::ApiError{Code::formRefused, {{place, Code::choiceUnknown}}};
    take((*list)[i], place);
  }
  body.erase(list);
}

template <class Form>
Form readEntry(json::JsonObject& entry, const std::string& place, const forms::Context& formContext,
               std::vector<json::Finding>& errors) {
  auto submission = json::readForm<Form>(entry, formContext);
  for (json::Finding& finding : json::findings<Form>(submission.codes, formContext)) {
    if (!refuses(finding.code)) continue;
    finding.field = place + '.' + finding.field;
    errors.push_back(std::move(finding));
  }
  return submission.form;
}

store::SeasonSeats seatsOfBody(json::JsonObject& body, const forms::Context& formContext) {
  store::SeasonSeats seats;
  std::vector<json::Finding> errors;
  const auto claim = [&](const auto& known, const std::string& code, const std::string& place) {
    if (std::ranges::find(known, code, [](const auto& one) { return one.code; }) != known.end())
      errors.push_back({place + ".code", Code::csvRowTwice});
  };
  takeEntries(body, "kinds", [&](json::JsonObject& entry, const std::string& place) {
    const bool group = json::extractFlag(entry, "group");
    const auto form = readEntry<KindEntry>(entry, place, formContext, errors);
    claim(seats.kinds, form.code, place);
    seats.kinds.push_back({form.code, group, form.nameJa, form.nameEn, form.sentenceJa, form.sentenceEn});
  });
  takeEntries(body, "classes", [&](json::JsonObject& entry, const std::string& place) {
    const rules::Counting counts{json::extractFlag(entry, "at_ceiling"), json::extractFlag(entry, "at_capacity")};
    const bool quota = json::extractFlag(entry, "from_quota");
    const auto form = readEntry<ClassEntry>(entry, place, formContext, errors);
    claim(seats.classes, form.code, place);
    seats.classes.push_back({form.code, form.nameJa, form.nameEn, counts, quota});
  });
  json::refuseRest(body);
  if (!errors.empty()) throw json::ApiError{Code::formRefused, std::move(errors)};
  return seats;
}

}  // namespace

Async<http::Response> officeKinds(RequestContext&, Services& services) {
  const int startYear = services.snapshot.season().startYear;
  co_return co_await services.readers.run(
      [&](store::Store& reader) { return json::answer(200, kindsAnswer(reader.seats().read(), startYear)); });
}

Async<http::Response> changeKinds(RequestContext& context, Services& services) {
  auto body = bodyOf(context);
  const store::SeasonSeats seats = seatsOfBody(body, contextOf(services, context.now()));
  const store::Actor actor = context.actor();
  const Code code = co_await services.writer.run(
      [&](store::Store& store) { return store.seats().change(seats, context.now(), actor); });
  if (code != Code::ok) throw json::ApiError{code};
  co_await showAtOnce(services);
  co_return co_await officeKinds(context, services);
}

Async<http::Response> classedApplicants(RequestContext&, Services& services) {
  co_return co_await services.readers.run([&](store::Store& reader) {
    json::Json list = json::Json::array();
    for (const store::ClassedApplicant& one : reader.seats().classed()) {
      list.push_back({{"user_id", one.userId},
                      {"family_name", one.familyName},
                      {"given_name", one.givenName},
                      {"registry_number", one.registryNumber},
                      {"field", digits(one.field).view()},
                      {"class", one.code},
                      {"reason", one.reason},
                      {"changed_at", one.changedAt}});
    }
    return json::answer(200, {{"applicants", std::move(list)}});
  });
}

// A limit that refuses is told with its number: the sentence names it.
Async<http::Response> classifyApplicant(RequestContext& context, Services& services) {
  auto body = bodyOf(context);
  const auto formContext = contextOf(services, context.now());
  const auto submission = json::readForm<forms::ClassChange<std::string>>(body, formContext);
  json::requireAccepted(submission, formContext);
  const std::string user(context.parameter);
  const store::Actor actor = context.actor();
  const auto answer = co_await services.writer.run([&](store::Store& store) {
    return store.seats().classify(user, submission.form.code, submission.form.reason, context.now(), actor);
  });
  if (answer.code == Code::choiceUnknown)
    throw json::ApiError{Code::formRefused, {{Item::applicantClass, answer.code}}};
  if (answer.code != Code::ok) {
    json::ApiError refusal{answer.code};
    refusal.about = kindName(services.snapshot.seats(), answer.refusedBy, context.language);
    refusal.limit = static_cast<unsigned>(answer.limit);
    throw refusal;
  }
  co_return co_await classedApplicants(context, services);
}

}  // namespace senkoi::server::handlers
