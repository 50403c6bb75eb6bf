// POST /staff/regional-quota/import, GET /staff/regional-quota (M2.3e, S4): the ministry's list is compared by registry
// number and not kept, its matches are; whoever looks at them is in the audit log.
#include "server/handlers/office/importing.hpp"
#include "server/handlers/office/office.hpp"
#include "server/operations/office_store.hpp"
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

}  // namespace

Async<http::Response> importRegionalQuota(Call& call, App& app) {
  const auto confirmed = confirmedOf(call);
  const forms::Context context = contextOf(app, call.now());
  const auto planning = [&] {
    Planned<QuotaEntry, store::QuotaRow> planned{
        readForms<QuotaEntry>(call.request.body, {}, Columns::allRequired, context, AsRead{})};
    planned.rows = rowsOf(planned.read);
    planned.add(app.openReader()->offices().planQuota(planned.rows));
    return planned;
  };
  const auto planned = co_await aside(planning);
  if (!confirmed) co_return planned.dryRun(call);
  planned.requireNoFault();
  const store::Actor actor = call.actor();
  const auto result = co_await app.writer.run(
      [&](store::Store& store) { return store.offices().matchQuota(planned.rows, *confirmed, call.now(), actor); });
  if (!result.value) throw json::Refusal{result.code};
  json::Json report = planned.report(planned.plan, true, call);
  report["matched"] = result.value->matched;
  report["unmatched"] = result.value->unmatched;
  co_return json::answer(200, report);
}

Async<http::Response> regionalQuota(Call& call, App& app) {
  const store::Actor actor = call.actor();
  const auto matches =
      co_await app.writer.run([&](store::Store& store) { return store.offices().quotaMatches(call.now(), actor); });
  json::Json list = json::Json::array();
  for (const store::QuotaMatch& match : matches) {
    list.push_back({{"user_id", match.userId},
                    {"family_name", match.familyName},
                    {"given_name", match.givenName},
                    {"registry_number", match.registryNumber},
                    {"field", digits(match.field).view()},
                    {"prefecture", digits(match.prefecture).view()},
                    {"matched_at", match.matchedAt}});
  }
  co_return json::answer(200, {{"matches", std::move(list)}});
}

}  // namespace senkoi::server::handlers
