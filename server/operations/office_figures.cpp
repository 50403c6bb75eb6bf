// Figures of the offices as decided (S3, S4), and the search in the audit log.
#include <map>

#include "server/operations/office_store.hpp"

namespace senkoi::server::store {
namespace {

using Cells = std::map<std::pair<Field, Prefecture>, CellProgress>;

CellProgress& cellAt(Cells& cells, Rows& rows) {
  const auto field = rows.as<Field>(0);
  const auto prefecture = rows.as<Prefecture>(1);
  CellProgress& cell = cells[{field, prefecture}];
  cell.field = field;
  cell.prefecture = prefecture;
  return cell;
}

std::int64_t* countOf(CellProgress& cell, workflow::State state) {
  switch (state) {
    case workflow::State::applied:
      return &cell.undecided;
    case workflow::State::held:
      return &cell.held;
    case workflow::State::adopted:
      return &cell.adopted;
    case workflow::State::rejected:
      return &cell.rejected;
    case workflow::State::declined:
      return &cell.declined;
    case workflow::State::withdrawn:
      return nullptr;
  }
  return nullptr;
}

}  // namespace

std::vector<CellProgress> OfficeStore::progress(Scope scope, int round) {
  Cells cells;
  {
    auto rows = database().query(
        "SELECT field, prefecture, count(*), sum(capacity) FROM present_program WHERE start_year = $1 AND closed_at IS "
        "NULL"
        " AND ($2 IS NULL OR field = $2) GROUP BY field, prefecture",
        year(), scope);
    while (rows.next()) {
      CellProgress& cell = cellAt(cells, rows);
      cell.programs = rows.integer(2);
      cell.capacity = rows.integer(3);
    }
  }
  {
    auto rows = database().query(
        "SELECT p.field, p.prefecture, a.round, a.state, count(*) FROM application a JOIN program p ON p.id = a.program"
        " WHERE a.start_year = $1 AND ($2 IS NULL OR p.field = $2) GROUP BY 1, 2, 3, 4",
        year(), scope);
    while (rows.next()) {
      CellProgress& cell = cellAt(cells, rows);
      const auto state = workflow::stateOf(rows.text(3));
      if (!state) continue;
      if (*state == workflow::State::adopted) cell.adoptedInSeason += rows.integer(4);
      if (round != 0 && rows.integer(2) != round) continue;
      if (std::int64_t* const count = countOf(cell, *state)) *count += rows.integer(4);
    }
  }
  {
    auto rows = database().query(
        "SELECT field, prefecture, published FROM ceiling WHERE start_year = $1 AND ($2 IS NULL OR field = $2)", year(),
        scope);
    while (rows.next()) cellAt(cells, rows).ceiling = rows.integer(2);
  }
  std::vector<CellProgress> list;
  list.reserve(cells.size());
  for (auto& [cell, progress] : cells) list.push_back(progress);
  return list;
}

std::vector<AuditEntry> OfficeStore::searchAudit(const AuditQuery& query) {
  return store::searchAudit(database(), query);
}

}  // namespace senkoi::server::store
