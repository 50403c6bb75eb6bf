// Ceilings (M3.7): adoptions of past years in, core's proposal beside them, the office's number out.
#include <algorithm>
#include <map>
#include <tuple>

#include "senkoi/rules/ceiling.hpp"
#include "server/operations/office_store.hpp"
#include "server/operations/row_hash.hpp"
#include "server/operations/seat_store.hpp"

namespace senkoi::server::store {
namespace {

using rules::Cell;
using CellKey = std::pair<Field, Prefecture>;

std::optional<std::int64_t> proposalOf(const CellCeiling& cell, int startYear) {
  static const rules::CeilingRule rule = rules::CeilingRule::of2018();
  std::vector<std::uint32_t> adoptions;
  for (const CellCeiling::Year& year : cell.past) {
    if (year.year < startYear && year.year >= startYear - static_cast<int>(rule.years))
      adoptions.push_back(year.adopted);
  }
  if (adoptions.empty()) return std::nullopt;
  return rules::proposedCeiling(rule, {cell.field, cell.prefecture}, adoptions);
}

}  // namespace

std::vector<CellCeiling> OfficeStore::ceilings() {
  std::map<CellKey, CellCeiling> cells;
  const int startYear = year();
  const auto at = [&](Rows& rows) -> CellCeiling& {
    CellCeiling& cell = cells[{rows.as<Field>(0), rows.as<Prefecture>(1)}];
    cell.field = rows.as<Field>(0);
    cell.prefecture = rows.as<Prefecture>(1);
    return cell;
  };
  {
    auto rows = database().query(
        "SELECT field, prefecture, year, adopted FROM past_adoption WHERE start_year = $1"
        " ORDER BY field, prefecture, year",
        startYear);
    while (rows.next())
      at(rows).past.push_back({static_cast<int>(rows.integer(2)), static_cast<std::uint32_t>(rows.integer(3))});
  }
  {
    auto rows =
        database().query("SELECT field, prefecture, published, reason FROM ceiling WHERE start_year = $1", startYear);
    while (rows.next()) {
      CellCeiling& cell = at(rows);
      cell.published = rows.integer(2);
      cell.reason = rows.string(3);
    }
  }
  {
    auto rows = database().query("SELECT field, prefecture, reason FROM no_ceiling WHERE start_year = $1", startYear);
    while (rows.next()) at(rows).reason = rows.string(2);
  }
  std::vector<CellCeiling> list;
  for (auto& [key, cell] : cells) {
    cell.proposed = proposalOf(cell, startYear);
    list.push_back(std::move(cell));
  }
  for (const CellProgress& cell : progress({}, 0)) {
    const auto found = std::ranges::find_if(
        list, [&](const CellCeiling& one) { return one.field == cell.field && one.prefecture == cell.prefecture; });
    if (found != list.end()) found->adopted = cell.adoptedInSeason;
  }
  return list;
}

std::int64_t OfficeStore::adoptedIn(Cell cell) {
  static const std::string sql =
      "SELECT count(*) FROM program p JOIN application a ON a.program = p.id"
      " WHERE p.start_year = $1 AND p.field = $2 AND p.prefecture = $3 AND a.state IN " +
      statesThat(takesSeat) + countsAt("at_ceiling");
  return database().number(sql, year(), cell.field, cell.prefecture).value_or(0);
}

bool OfficeStore::hasTree(Cell cell) {
  return database()
      .number("SELECT 1 FROM limit_node WHERE start_year = $1 AND field = $2 AND prefecture = $3 LIMIT 1", year(),
              cell.field, cell.prefecture)
      .has_value();
}

// Why a cell with a mean has no ceiling is kept as well: without a reason nobody has decided about it.
void OfficeStore::writeCeiling(Cell cell, std::optional<std::uint32_t> published, std::string_view reason) {
  for (const std::string_view table : {"ceiling", "no_ceiling"}) {
    if (table == "ceiling" && published) continue;
    database().run("DELETE FROM " + std::string{table} + " WHERE start_year = $1 AND field = $2 AND prefecture = $3",
                   year(), cell.field, cell.prefecture);
  }
  if (!published) {
    if (reason.empty()) return;
    database().run("INSERT INTO no_ceiling (start_year, field, prefecture, reason) VALUES ($1, $2, $3, $4)", year(),
                   cell.field, cell.prefecture, reason);
    return;
  }
  database().run(
      "INSERT INTO ceiling (start_year, field, prefecture, published, reason) VALUES ($1, $2, $3, $4, $5)"
      " ON CONFLICT (start_year, field, prefecture) DO UPDATE SET published = excluded.published,"
      " reason = excluded.reason",
      year(), cell.field, cell.prefecture, *published, reason);
}

Code OfficeStore::publishCeiling(Cell cell, std::optional<std::uint32_t> published, std::string_view reason,
                                 Instant now, const Actor& actor) {
  if (year() == 0) return Code::notFound;
  if (hasTree(cell)) return Code::ceilingByLimits;
  CellCeiling known;
  for (CellCeiling& one : ceilings()) {
    if (one.field == cell.field && one.prefecture == cell.prefecture) known = std::move(one);
  }
  const std::optional<std::int64_t> wanted = published ? std::optional<std::int64_t>(*published) : std::nullopt;
  if (wanted && *wanted < adoptedIn(cell)) return Code::ceilingBelowAdopted;
  const bool differs = wanted != known.proposed;
  if (differs && reason.empty()) return Code::ceilingReasonNeeded;
  writeCeiling(cell, published, differs ? reason : std::string_view{});
  const auto told = [](std::optional<std::int64_t> number) { return number ? std::to_string(*number) : "none"; };
  whole_.appendAudit(now, actor, "ceiling_published", text(cell).view(),
                     told(known.published) + " to " + told(wanted) + ", computed " + told(known.proposed));
  return Code::ok;
}

std::size_t OfficeStore::publishProposals(Instant now, const Actor& actor) {
  std::size_t made = 0;
  for (const CellCeiling& cell : ceilings()) {
    const Cell place{cell.field, cell.prefecture};
    if (!cell.awaitsProposal() || hasTree(place)) continue;
    writeCeiling(place, static_cast<std::uint32_t>(*cell.proposed), {});
    whole_.appendAudit(now, actor, "ceiling_published", text(place).view(),
                       "none to " + std::to_string(*cell.proposed));
    ++made;
  }
  return made;
}

ImportPlan OfficeStore::planPastAdoptions(std::span<const PastAdoptionRow> rows) {
  return planPastAdoptionSteps(rows).plan;
}

PastAdoptionPlan OfficeStore::planPastAdoptionSteps(std::span<const PastAdoptionRow> rows) {
  if (year() == 0) return {withoutSeason(!rows.empty()), {}};
  std::map<std::tuple<Field, Prefecture, int>, std::uint32_t> known;
  for (const CellCeiling& cell : ceilings()) {
    for (const CellCeiling::Year& one : cell.past) known[{cell.field, cell.prefecture, one.year}] = one.adopted;
  }
  ImportPlan plan;
  std::vector<PastAdoptionStep> steps;
  RowHash digest;
  std::map<std::tuple<Field, Prefecture, int>, std::size_t> claimed;  // the rows
  const int startYear = year();
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const PastAdoptionRow& one = rows[row];
    const std::tuple key{one.field, one.prefecture, one.year};
    if (one.year >= startYear) {
      plan.faults.push_back(
          {row, Code::numberOutOfRange, Item::pastYear, 2000, static_cast<std::size_t>(startYear - 1)});
      continue;
    }
    if (const auto [other, made] = claimed.emplace(key, row); !made) {
      plan.faults.push_back({row, Code::csvRowTwice, {}, 0, 0, other->second});
      continue;
    }
    const auto before = known.find(key);
    ++(before == known.end() ? plan.added : before->second == one.adopted ? plan.same : plan.changed);
    if (before == known.end()) steps.push_back({one, row});
    if (before != known.end() && before->second != one.adopted) steps.push_back({one, row, before->second});
    digest.add(number(one.field)).add(number(one.prefecture)).add(one.year).add(one.adopted);
    if (before != known.end()) digest.add(before->second);
  }
  plan.digest = digest.end();
  return {std::move(plan), std::move(steps)};
}

}  // namespace senkoi::server::store
