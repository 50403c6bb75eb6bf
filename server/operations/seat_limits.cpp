// Publishing limits (T6, T10): what a table of them would change, and doing it, wholly or not at all.
#include <set>
#include <tuple>

#include "senkoi/codes/code_table.hpp"
#include "server/operations/row_hash.hpp"
#include "server/operations/seat_store.hpp"

namespace senkoi::server::store {
namespace {

using CellKey = std::pair<Field, Prefecture>;
using CellEntries = SeatStore::CellEntries;

std::map<CellKey, CellEntries> cellsOf(std::span<const LimitEntry> entries) {
  std::map<CellKey, CellEntries> cells;
  for (std::size_t row = 0; row < entries.size(); ++row) {
    const LimitEntry& one = entries[row];
    const auto [found, fresh] = cells.try_emplace({one.field, one.prefecture});
    CellEntries& cell = found->second;
    if (fresh) cell.limits = {one.field, one.prefecture, {}, {}}, cell.firstRow = row;
    if (one.node.key.empty()) {
      cell.none = true;
      continue;
    }
    cell.limits.nodes.push_back(one.node);
    cell.rows.push_back(row);
    cell.limits.lines.insert(cell.limits.lines.end(), one.lines.begin(), one.lines.end());
  }
  return cells;
}

std::optional<std::int64_t> limitIn(const std::vector<rules::LimitNode>& nodes, std::string_view key) {
  const auto found = std::ranges::find(nodes, key, &rules::LimitNode::key);
  return found == nodes.end() ? std::nullopt : found->limit;
}

std::string limitsText(const std::vector<rules::LimitNode>& nodes) {
  std::string text;
  for (const rules::LimitNode& node : nodes) {
    text.append(text.empty() ? "" : " ").append(node.key).append("=");
    text.append(node.limit ? std::to_string(*node.limit) : "-");
  }
  return text.empty() ? "none" : text;
}

// A table that has no column for lines takes none away: those of a number that stays explain it still.
void keepLines(CellLimits& cell, const CellLimits& before) {
  if (!cell.lines.empty()) return;
  for (const rules::LimitLine& line : before.lines) {
    const auto limit = limitIn(cell.nodes, line.node);
    if (limit && limit == limitIn(before.nodes, line.node)) cell.lines.push_back(line);
  }
}

void addDigest(RowHash& digest, const CellLimits& cell) {
  digest.add(number(cell.field)).add(number(cell.prefecture));
  for (const rules::LimitNode& node : cell.nodes)
    digest.add(node.key).add(node.parent).add(node.limit ? *node.limit : std::int64_t{-1});
  for (const rules::LimitLine& line : cell.lines)
    digest.add(line.node).add(line.label).add(line.value).add(line.source);
}

// An unknown code is no fault of the tree, but nobody could read it.
void addUnknown(const SeasonSeats& seats, const CellEntries& cell, std::vector<LimitNotice>& faults) {
  for (std::size_t i = 0; i < cell.limits.nodes.size(); ++i) {
    const std::string& code = cell.limits.nodes[i].key;
    if (code != rules::wholeCell && seats.find(code) == nullptr)
      faults.push_back({cell.rows[i], {Code::kindUnknown, code, {}, 0, 0}});
  }
}

}  // namespace

std::vector<CellLimits> SeatStore::limits() {
  std::map<CellKey, CellLimits> cells;
  const auto at = [&](Rows& rows) -> CellLimits& {
    CellLimits& cell = cells[{rows.as<Field>(0), rows.as<Prefecture>(1)}];
    cell.field = rows.as<Field>(0);
    cell.prefecture = rows.as<Prefecture>(1);
    return cell;
  };
  {
    auto rows = database().query(
        "SELECT field, prefecture, node, parent, seats FROM limit_node"
        " WHERE start_year = (SELECT max(start_year) FROM season) ORDER BY field, prefecture, position");
    while (rows.next()) {
      CellLimits& cell = at(rows);
      cell.nodes.push_back({rows.string(2), rows.string(3), {}});
      rows.read(4, cell.nodes.back().limit);
    }
  }
  {
    // One number is a tree of one node.
    auto rows = database().query(
        "SELECT field, prefecture, published FROM ceiling WHERE start_year = (SELECT max(start_year) FROM season)");
    while (rows.next()) {
      CellLimits& cell = at(rows);
      if (cell.nodes.empty()) cell.nodes.push_back({std::string(rules::wholeCell), {}, rows.integer(2)});
    }
  }
  auto rows = database().query(
      "SELECT field, prefecture, node, label, value, source FROM limit_line"
      " WHERE start_year = (SELECT max(start_year) FROM season) ORDER BY field, prefecture, node, position");
  while (rows.next()) at(rows).lines.push_back({rows.string(2), rows.string(3), rows.integer(4), rows.string(5)});
  std::vector<CellLimits> list;
  for (auto& [key, cell] : cells) list.push_back(std::move(cell));
  return list;
}

// What is wrong with a cell, and who stands against each of its nodes.
void SeatStore::planCell(const CellEntries& cell, const CellLimits& before, const CellCounts& counts,
                         LimitsPlan& made) {
  addUnknown(present(), cell, made.faults);
  if (cell.none && !cell.limits.nodes.empty()) made.plan.faults.push_back({cell.firstRow, Code::csvRowTwice});
  const rules::LimitTree tree(cell.limits.nodes);
  const auto adopted = tree.adopted(viewsOf(counts.adopted)), seeking = tree.adopted(viewsOf(counts.seeking));
  std::vector<std::string_view> used;
  for (const auto& [kind, count] : counts.used) used.push_back(kind);
  auto faults = tree.check(used);
  for (rules::LimitFault& fault : tree.checkAdopted(adopted)) faults.push_back(std::move(fault));
  for (rules::LimitFault& fault : faults) {
    auto& list = refuses(fault.code) ? made.faults : made.warnings;
    const std::size_t row = cell.rowOf(fault.key);
    list.push_back({row, std::move(fault)});
  }
  const Field field = cell.limits.field;
  const Prefecture prefecture = cell.limits.prefecture;
  for (std::size_t i = 0; i < cell.limits.nodes.size(); ++i) {
    const rules::LimitNode& node = cell.limits.nodes[i];
    made.changes.push_back(
        {field, prefecture, node.key, limitIn(before.nodes, node.key), node.limit, adopted[i], seeking[i]});
  }
  for (const rules::LimitNode& node : before.nodes) {
    if (!tree.find(node.key)) made.changes.push_back({field, prefecture, node.key, node.limit, {}, 0, 0});
  }
}

LimitsPlan SeatStore::planLimits(std::span<const LimitEntry> entries) {
  LimitsPlan made;
  if (year() == 0) {
    made.plan = withoutSeason(!entries.empty());
    return made;
  }
  std::map<CellKey, CellLimits> known;
  for (CellLimits& cell : limits()) known[{cell.field, cell.prefecture}] = std::move(cell);
  CellKinds adopted = adoptedByCell(), seeking = seekingByCell(), used = usedByCell();
  RowHash digest;
  for (auto& [key, cell] : cellsOf(entries)) {
    const CellLimits& before = known[key];
    keepLines(cell.limits, before);
    planCell(cell, before, {adopted[key], seeking[key], used[key]}, made);
    const bool same = before.nodes == cell.limits.nodes && before.lines == cell.limits.lines;
    ++(same ? made.plan.same : before.nodes.empty() ? made.plan.added : made.plan.changed);
    addDigest(digest, cell.limits);
    addDigest(digest, before);
    if (!same) made.steps.push_back(cell.limits);
  }
  made.plan.digest = digest.end();
  return made;
}

// The reason of a number that stays the same stays as well.
void SeatStore::writeLimits(const CellLimits& cell) {
  const auto [published, reason] = [&] {
    auto rows = database().query(
        "SELECT published, reason FROM ceiling WHERE start_year = $1 AND field = $2 AND prefecture = $3", year(),
        cell.field, cell.prefecture);
    return rows.next() ? std::pair{rows.integer(0), rows.string(1)} : std::pair{std::int64_t{-1}, std::string()};
  }();
  for (const std::string_view table : {"limit_node", "limit_line", "ceiling", "no_ceiling"}) {
    database().run("DELETE FROM " + std::string{table} + " WHERE start_year = $1 AND field = $2 AND prefecture = $3",
                   year(), cell.field, cell.prefecture);
  }
  const rules::LimitTree tree(cell.nodes);
  if (const auto all = tree.limitOfAll()) {
    database().run("INSERT INTO ceiling (start_year, field, prefecture, published, reason) VALUES ($1, $2, $3, $4, $5)",
                   year(), cell.field, cell.prefecture, *all, *all == published ? reason : std::string());
  }
  std::int64_t position = 0;
  if (!tree.isPlain()) {
    for (const rules::LimitNode& node : cell.nodes) {
      database().run(
          "INSERT INTO limit_node (start_year, field, prefecture, node, position, parent, seats)"
          " VALUES ($1, $2, $3, $4, $5, $6, $7)",
          year(), cell.field, cell.prefecture, node.key, ++position, node.parent, node.limit);
    }
  }
  for (const rules::LimitLine& line : cell.lines) {
    database().run(
        "INSERT INTO limit_line (start_year, field, prefecture, node, position, label, value, source)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        year(), cell.field, cell.prefecture, line.node, ++position, line.label, line.value, line.source);
  }
}

Outcome<LimitsPlan> SeatStore::publishLimits(std::span<const LimitEntry> entries, const Hash& digest, Instant now,
                                             const Actor& actor) {
  LimitsPlan plan = planLimits(entries);
  if (!plan.sound()) return Code::formRefused;
  if (plan.plan.digest != digest) return Code::changedMeanwhile;
  for (const CellLimits& cell : plan.steps) {
    writeLimits(cell);
    whole_.appendAudit(now, actor, "limits_published", rules::text(rules::Cell{cell.field, cell.prefecture}).view(),
                       limitsText(cell.nodes));
  }
  whole_.appendAudit(now, actor, "limits_imported", std::to_string(year()),
                     std::to_string(plan.plan.added) + " added, " + std::to_string(plan.plan.changed) + " changed, " +
                         std::to_string(plan.plan.same) + " same");
  return plan;
}

}  // namespace senkoi::server::store
