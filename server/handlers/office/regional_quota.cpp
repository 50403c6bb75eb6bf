// POST /staff/regional-quota/import, GET /staff/regional-quota (M2.3e, S4): the ministry's list is compared by registry
// number and not kept, its matches are; whoever looks at them is in the audit log.
#include "server/handlers/office/importing.hpp"
#include "server/handlers/office/office.hpp"
#include "server/operations/office_store.hpp"
#include "server/operations/readers/readers.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {
namespace {

using QuotaEntry = forms::QuotaEntry<std::string>;

std::vector<store::QuotaRow> rowsOf(const FormTable<QuotaEntry>& read) {
  std::vector<store::QuotaRow> rows;
  for (const QuotaEntry& form : read.forms)
    rows.push_back({form.registryNumber, *senkoi::prefectureOf(form.prefecture)});
  return rows;
}

json::Json matchJson(const store::QuotaMatch& match) {
  return {{"user_id", match.userId},
          {"family_name", match.familyName},
          {"given_name", match.givenName},
          {"registry_number", match.registryNumber},
          {"field", digits(match.field).view()},
          {"prefecture", digits(match.prefecture).view()},
          {"matched_at", match.matchedAt}};
}

}  // namespace

Async<http::Response> importRegionalQuota(RequestContext& context, Services& services) {
  const auto confirmed = confirmedOf(context);
  const forms::Context formContext = contextOf(services, context.now());
  const store::Actor actor = context.actor();
  store::ImportProgress::Entry progress(services.importProgress, context.staffCaller->staff.id);
  co_return co_await services.imports.run([&](store::Store& reader) {
    progress.tell({store::ImportPhase::reading});
    Planned<QuotaEntry, store::QuotaRow> planned{
        readForms<QuotaEntry>(context.request.body, {}, Columns::allRequired, formContext, AsRead{})};
    planned.rows = rowsOf(planned.read);
    planned.add(reader.offices().planQuota(planned.rows));
    if (!confirmed) {
      json::Json report = planned.report(planned.plan, false, context);
      report["replaced"] = reader.offices().quotaMatches().size();
      return json::answer(200, report);
    }
    planned.requireNoFault();
    const auto done = importRun(reader, services, progress).quota(planned.rows, *confirmed, context.now(), actor);
    if (!done.value) throw json::ApiError{done.code};
    json::Json report = planned.report(planned.plan, true, context);
    report["matched"] = done.value->matched;
    report["unmatched"] = done.value->unmatched;
    return json::answer(200, report);
  });
}

Async<http::Response> regionalQuota(RequestContext& context, Services& services) {
  std::size_t count = 0;
  auto response = co_await services.readers.run([&](store::Store& reader) {
    json::Json list = json::Json::array();
    for (const store::QuotaMatch& match : reader.offices().quotaMatches()) list.push_back(matchJson(match));
    count = list.size();
    return json::answer(200, {{"matches", std::move(list)}});
  });
  // Nobody sees them before the log says so.
  const store::Actor actor = context.actor();
  co_await services.writer.run(
      [&](store::Store& store) { store.offices().noteQuotaViewed(count, context.now(), actor); });
  co_return response;
}

}  // namespace senkoi::server::handlers
