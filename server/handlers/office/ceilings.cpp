// GET /staff/ceilings, PUT /staff/ceilings/{FIELD-PREFECTURE}, POST /staff/ceilings/proposals, POST
// /staff/ceilings/import (M3.7, S4): past adoptions in, the computed mean beside them, the office's number out.
#include <charconv>

#include "server/handlers/office/importing.hpp"
#include "server/handlers/office/office.hpp"
#include "server/operations/office_store.hpp"
#include "server/operations/readers/readers.hpp"
#include "server/operations/writer/writer.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {
namespace {

using CeilingEntry = forms::CeilingEntry<std::string>;
using PastAdoption = forms::PastAdoption<std::string>;

json::Json ceilingJson(const store::CellCeiling& cell) {
  json::Json past = json::Json::array();
  for (const auto& year : cell.past) past.push_back({{"year", year.year}, {"adopted", year.adopted}});
  return {{"field", digits(cell.field).view()},
          {"prefecture", digits(cell.prefecture).view()},
          {"past", std::move(past)},
          {"proposed", json::orNull(cell.proposed)},
          {"published", json::orNull(cell.published)},
          {"reason", cell.reason},
          {"adopted", cell.adopted},
          {"awaits_proposal", cell.awaitsProposal()}};
}

rules::Cell cellOfPath(const RequestContext& context) {
  const auto cell = rules::cellOf(context.parameter);
  if (!cell) throw json::ApiError{Code::notFound};
  return *cell;
}

std::uint32_t numberOf(const std::string& text) {
  std::uint32_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::vector<store::PastAdoptionRow> rowsOf(const FormTable<PastAdoption>& read) {
  std::vector<store::PastAdoptionRow> rows;
  for (const PastAdoption& form : read.forms) {
    rows.push_back({*senkoi::fieldOf(form.field), *senkoi::prefectureOf(form.prefecture),
                    static_cast<int>(numberOf(form.year)), numberOf(form.adopted)});
  }
  return rows;
}

PastAdoption pastEntryOf(const store::PastAdoptionRow& row, std::uint32_t adopted) {
  return {std::string(digits(row.field).view()), std::string(digits(row.prefecture).view()), std::to_string(row.year),
          std::to_string(adopted)};
}

json::Json toldOf(std::size_t line, const store::PastAdoptionStep& step, Language language) {
  static constexpr std::array names{Item::programField, Item::prefecture, Item::pastYear};
  const auto before = step.before ? std::optional(pastEntryOf(step.past, *step.before)) : std::nullopt;
  return changeOf(line, names, before, pastEntryOf(step.past, step.past.adopted), language);
}

[[noreturn]] void refuseCeiling(Code code) {
  if (code == Code::ceilingReasonNeeded) throw json::ApiError{Code::formRefused, {{Item::ceilingReason, code}}};
  if (code == Code::ceilingBelowAdopted) throw json::ApiError{code, {{Item::ceilingPublished, code}}};
  throw json::ApiError{code};
}

}  // namespace

Async<http::Response> ceilings(RequestContext&, Services& services) {
  const int startYear = services.snapshot.season().startYear;
  co_return co_await services.readers.run([&](store::Store& reader) {
    json::Json list = json::Json::array();
    for (const store::CellCeiling& cell : reader.offices().ceilings()) list.push_back(ceilingJson(cell));
    return json::answer(200, {{"start_year", startYear}, {"ceilings", std::move(list)}});
  });
}

Async<http::Response> publishCeiling(RequestContext& context, Services& services) {
  const rules::Cell cell = cellOfPath(context);
  auto body = bodyOf(context);
  const auto formContext = contextOf(services, context.now());
  const auto submission = json::readForm<CeilingEntry>(body, formContext);
  json::requireAccepted(submission, formContext);
  const std::string& text = submission.form.published;
  const auto published = text.empty() ? std::nullopt : std::optional(numberOf(text));
  const store::Actor actor = context.actor();
  const Code code = co_await services.writer.run([&](store::Store& store) {
    return store.offices().publishCeiling(cell, published, submission.form.reason, context.now(), actor);
  });
  if (code != Code::ok) refuseCeiling(code);
  co_await showAtOnce(services);
  co_return co_await ceilings(context, services);
}

Async<http::Response> publishProposals(RequestContext& context, Services& services) {
  refuseBody(context);
  const store::Actor actor = context.actor();
  const std::size_t made = co_await services.writer.run(
      [&](store::Store& store) { return store.offices().publishProposals(context.now(), actor); });
  if (made != 0) co_await showAtOnce(services);
  co_return json::answer(200, {{"published", made}});
}

Async<http::Response> importPastAdoptions(RequestContext& context, Services& services) {
  const auto confirmed = confirmedOf(context);
  const forms::Context formContext = contextOf(services, context.now());
  const store::Actor actor = context.actor();
  store::ImportProgress::Entry progress(services.importProgress, context.staffCaller->staff.id);
  co_return co_await services.imports.run([&](store::Store& reader) {
    progress.tell({store::ImportPhase::reading});
    Planned<PastAdoption, store::PastAdoptionRow> planned{
        readForms<PastAdoption>(context.request.body, {}, Columns::allRequired, formContext, AsRead{})};
    planned.rows = rowsOf(planned.read);
    store::PastAdoptionPlan made = reader.offices().planPastAdoptionSteps(planned.rows);
    planned.add(std::move(made.plan));
    if (!confirmed) {
      planned.addChanges(made.steps, [&](auto line, const auto& step) { return toldOf(line, step, context.language); });
      return planned.dryRun(context);
    }
    planned.requireNoFault();
    const auto done =
        importRun(reader, services, progress).pastAdoptions(planned.rows, *confirmed, context.now(), actor);
    if (!done.value) throw json::ApiError{done.code};
    return json::answer(200, planned.report(*done.value, true, context));
  });
}

}  // namespace senkoi::server::handlers
