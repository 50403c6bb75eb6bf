// GET, POST, DELETE /staff/release/{id}: the dry run of a round's results, and one of the two approvals that let them
// out at their time, given or taken back (S4, M5.1). GET /staff/release/{id}/recipients.csv: whom they will be told.
#include "senkoi/words/column.hpp"
#include "senkoi/words/label.hpp"
#include "server/csv/write.hpp"
#include "server/handlers/office/office.hpp"
#include "server/handlers/office/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/mail/letters.hpp"
#include "server/operations/office_store.hpp"
#include "server/operations/readers/readers.hpp"
#include "server/operations/writer/writer.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {
namespace {

using workflow::State;

json::Json letterJson(const store::Release& release, Language language, const Services& services) {
  const auto letter = mail::example(store::LetterKind::resultsOut, language, {{"round", std::to_string(release.round)}},
                                    services.configuration.pages());
  return {{"language", tag(language)},
          {"count", release.letters(language)},
          {"subject", letter.subject},
          {"text", letter.text}};
}

json::Json recipientsJson(const store::Release::Recipients& some) {
  return {{"state", name(some.state)},
          {"language", some.language ? json::Json(tag(*some.language)) : json::Json()},
          {"count", some.count}};
}

json::Json undecidedJson(const store::Release::Undecided& one) {
  return {{"id", one.program.id},
          {"field", digits(one.program.field).view()},
          {"prefecture", digits(one.program.prefecture).view()},
          {"facility", one.program.facility},
          {"name", one.program.name},
          {"undecided", one.undecided},
          {"held", one.held}};
}

template <class List, class Made>
json::Json listOf(const List& list, Made made) {
  json::Json all = json::Json::array();
  for (const auto& one : list) all.push_back(made(one));
  return all;
}

json::Json releaseJson(const store::Release& release, const workflow::Round& round, const RequestContext& context,
                       const Services& services) {
  const std::int64_t caller = context.staffCaller->staff.id;
  const Code may = workflow::mayRelease(round, release.approvedBy(caller), context.now());
  const auto approvalJson = [&](const store::Release::Approval& one) {
    return json::Json{{"name", one.name}, {"at", one.at}, {"mine", one.staff == caller}};
  };
  return {{"round", release.round},
          {"needed", release.needed},
          {"released", release.released},
          {"adoption_until", round.adoption.until},
          {"notification", round.notification},
          {"announced_at", json::orNull(release.announcedAt)},
          {"approvals", listOf(release.approvals, approvalJson)},
          {"applications",
           {{"adopted", release.count(State::adopted)},
            {"rejected", release.count(State::rejected)},
            {"held", release.count(State::held)},
            {"undecided", release.count(State::applied)},
            {"declined", release.count(State::declined)}}},
          {"recipients", listOf(release.recipients, recipientsJson)},
          {"letters", {letterJson(release, Language::ja, services), letterJson(release, Language::en, services)}},
          {"undecided_programs", listOf(release.undecided, undecidedJson)},
          {"may_approve", may == Code::ok ? json::Json() : json::Json(key(may))}};
}

int roundOfPath(const RequestContext& context) {
  return static_cast<int>(std::min<std::int64_t>(idOf(context), 99));
}

workflow::Round roundAskedFor(const RequestContext& context, const Services& services) {
  const workflow::Round* const known = findRound(services.snapshot.season(), roundOfPath(context));
  if (known == nullptr) throw json::ApiError{Code::notFound};
  return *known;
}

Async<http::Response> releaseTold(const RequestContext& context, Services& services) {
  const workflow::Round round = roundAskedFor(context, services);
  co_return co_await services.readers.run([&](store::Store& reader) {
    const auto release = reader.offices().release(round.number);
    if (!release) throw json::ApiError{Code::notFound};
    return json::answer(200, {{"release", releaseJson(*release, round, context, services)}});
  });
}

}  // namespace

Async<http::Response> releaseOfRound(RequestContext& context, Services& services) {
  return releaseTold(context, services);
}

Async<http::Response> approveRelease(RequestContext& context, Services& services) {
  refuseBody(context);
  const int round = roundOfPath(context);
  const std::int64_t staff = context.staffCaller->staff.id;
  const store::Actor actor = context.actor();
  bool isOut = false;
  const Code code = co_await services.writer.run([&](store::Store& store) {
    const Code approved = store.offices().approveRelease(round, staff, context.now(), actor);
    const auto release = store.offices().release(round);
    isOut = release && release->released;
    return approved;
  });
  if (code != Code::ok) throw json::ApiError{code};
  co_await showAtOnce(services);
  if (services.tellAuditHead && isOut) services.tellAuditHead("results released");
  co_return co_await releaseTold(context, services);
}

Async<http::Response> takeApprovalBack(RequestContext& context, Services& services) {
  refuseBody(context);
  const int round = roundOfPath(context);
  const std::int64_t staff = context.staffCaller->staff.id;
  const store::Actor actor = context.actor();
  const Code code = co_await services.writer.run(
      [&](store::Store& store) { return store.offices().takeApprovalBack(round, staff, context.now(), actor); });
  if (code != Code::ok) throw json::ApiError{code};
  co_return co_await releaseTold(context, services);
}

namespace {

using words::Column;

std::string fileOf(const std::vector<store::Recipient>& recipients, Language language) {
  csv::Writing csv;
  csv.cell(words::label(Column::userId, language));
  for (const Item item : {Item::familyName, Item::givenName, Item::mail}) csv.cell(words::label(item, language));
  csv.cell(words::label(Column::letterLanguage, language));
  csv.cell(words::label(Column::decision, language));
  for (const Item item : {Item::programField, Item::prefecture}) csv.cell(words::label(item, language));
  for (const Column column : {Column::facility, Column::program}) csv.cell(words::label(column, language));
  csv.endRow();
  for (const store::Recipient& one : recipients) {
    csv.cell(shownUserId(one.userId));
    for (const std::string_view text : {one.familyName, one.givenName, one.mail}) csv.cell(text);
    csv.cell(tag(one.language));
    csv.cell(decisionWord(one.state, language));
    csv.cell(words::label(one.field, language));
    csv.cell(words::label(one.prefecture, language));
    csv.cell(one.facility);
    csv.cell(one.program);
    csv.endRow();
  }
  return csv.take();
}

}  // namespace

Async<http::Response> recipientsCsv(RequestContext& context, Services& services) {
  const int round = roundAskedFor(context, services).number;
  const Language language = languageAsked(context);
  const std::string name = "recipients-" + std::to_string(round);
  std::size_t count = 0;
  auto response = co_await services.readers.run([&](store::Store& reader) {
    const auto recipients = reader.offices().recipients(round);
    count = recipients.size();
    return csvFile(fileOf(recipients, language), name);
  });
  // Nobody sees them before the log says so.
  const store::Actor actor = context.actor();
  co_await services.writer.run(
      [&](store::Store& store) { store.offices().noteRecipientsViewed(round, count, context.now(), actor); });
  co_return response;
}

}  // namespace senkoi::server::handlers
