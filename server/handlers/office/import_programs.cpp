// POST /staff/programs/import (S3), and GET /staff/programs.csv: the same table out, which comes in again as it was.
#include <array>

#include "senkoi/rules/text/digits.hpp"
#include "senkoi/words/column.hpp"
#include "server/csv/write.hpp"
#include "server/handlers/office/importing.hpp"
#include "server/handlers/office/office.hpp"
#include "server/operations/office_store.hpp"
#include "server/operations/readers/readers.hpp"
#include "server/operations/writer/writer.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server::handlers {
namespace {

using words::Column;

const csv::Column numberColumn{"id", words::label(Column::programNumber, Language::ja),
                               words::label(Column::programNumber, Language::en), false};

// A society's table need not name its field.
struct OwnField {
  store::Scope scope;

  void columns(std::vector<csv::Column>& columns) const {
    for (csv::Column& column : columns) column.required = column.required && !(scope && column.key == "field");
  }
  void form(ProgramEntry& entry) const {
    if (scope && entry.field.empty()) entry.field = digits(*scope).view();
  }
};

// 0 where the cell is empty, -1 where it is no number.
std::int64_t idIn(std::string_view cell) {
  if (cell.empty()) return 0;
  const rules::Digits found = rules::digitsIn(cell, U",'");
  const int id = found.plain() ? rules::numberIn(found.view()) : -1;
  return id > 0 ? id : -1;
}

std::vector<store::ProgramRow> rowsOf(FormTable<ProgramEntry>& read) {
  std::vector<store::ProgramRow> rows;
  std::vector<std::size_t> kept;
  const std::vector<Item> absent = read.absentItems();
  for (std::size_t i = 0; i < read.forms.size(); ++i) {
    const std::int64_t id = idIn(read.table.cell(read.rows[i], 0));
    if (id < 0) {
      read.add(read.rows[i], 0, Code::csvIdUnknown);
      continue;
    }
    rows.push_back({id, programOf(read.forms[i], id), absent});
    kept.push_back(read.rows[i]);
  }
  read.rows = std::move(kept);
  return rows;
}

json::Json toldOf(std::size_t line, const store::ProgramStep& step, Language language) {
  static constexpr std::array names{Item::facility, Item::programName};
  const auto before = step.before ? std::optional(entryOf(*step.before)) : std::nullopt;
  return changeOf(line, names, before, entryOf(step.program), language);
}

}  // namespace

Async<http::Response> importPrograms(RequestContext& context, Services& services) {
  const auto confirmed = confirmedOf(context);
  const store::Scope scope = scopeOf(context);
  const forms::Context formContext = contextOf(services, context.now());
  const store::Actor actor = context.actor();
  store::ImportProgress::Entry progress(services.importProgress, context.staffCaller->staff.id);
  auto response = co_await services.imports.run([&](store::Store& reader) {
    progress.tell({store::ImportPhase::reading});
    Planned<ProgramEntry, store::ProgramRow> planned{
        readForms<ProgramEntry>(context.request.body, {numberColumn}, Columns::asInForm, formContext, OwnField{scope})};
    planned.rows = rowsOf(planned.read);
    store::ProgramPlan made = reader.offices().planProgramSteps(scope, planned.rows);
    planned.add(std::move(made.plan));
    if (!confirmed) {
      planned.addChanges(made.steps, [&](auto line, const auto& step) { return toldOf(line, step, context.language); });
      return planned.dryRun(context);
    }
    planned.requireNoFault();
    const auto done =
        importRun(reader, services, progress).programs(scope, planned.rows, *confirmed, context.now(), actor);
    if (!done.value) throw json::ApiError{done.code};
    return json::answer(200, planned.report(*done.value, true, context));
  });
  if (confirmed) co_await showAtOnce(services);
  co_return response;
}

namespace {

std::string fileOf(const std::vector<store::OfficeProgram>& programs, Language language) {
  csv::Writing csv;
  csv.cell(words::label(Column::programNumber, language));
  forms::forEachItem<ProgramEntry>([&](const auto& entry) { csv.cell(words::label(entry.item, language)); });
  csv.endRow();
  for (const store::OfficeProgram& one : programs) {
    if (one.closedAt) continue;
    csv.cell(one.program.id);
    const ProgramEntry values = entryOf(one.program);
    forms::forEachItem<ProgramEntry>(
        [&](const auto& entry) { csv.cell(shownInTable(entry.item, values.*entry.member, language)); });
    csv.endRow();
  }
  return csv.take();
}

}  // namespace

Async<http::Response> programsCsv(RequestContext& context, Services& services) {
  const store::Scope scope = scopeAsked(context);
  const Language language = languageAsked(context);
  const std::string name = "programs-" + std::to_string(services.snapshot.season().startYear);
  co_return co_await services.readers.run(
      [&](store::Store& reader) { return csvFile(fileOf(reader.offices().programs(scope), language), name); });
}

}  // namespace senkoi::server::handlers
