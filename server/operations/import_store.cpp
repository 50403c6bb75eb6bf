#include "server/operations/import_store.hpp"

#include "server/operations/office_store.hpp"
#include "server/operations/program_changes.hpp"
#include "server/operations/seat_store.hpp"

namespace senkoi::server::store {
namespace {

constexpr std::size_t aSlice = 500;  // rows: a few milliseconds
constexpr int slicesOfAnEdit = 10;   // of what it has to wait for: others wait too

}  // namespace

int ImportStore::startYear() {
  return static_cast<int>(database().number("SELECT max(start_year) FROM season").value_or(0));
}

std::optional<ImportStore::Begun> ImportStore::begun(std::optional<std::int64_t> id) {
  auto rows = database().query(
      "SELECT id, decided, at, who, actor, address FROM import WHERE $1 IS NULL OR id = $1 ORDER BY id LIMIT 1", id);
  if (!rows.next()) return std::nullopt;
  return Begun{rows.integer(0), rows.integer(1) != 0, rows.integer(2),
               Actor{rows.as<workflow::ActorKind>(3), rows.string(4), rows.string(5)}};
}

std::int64_t ImportStore::begin(const std::shared_ptr<const int>& underway, Instant now, const Actor& actor) {
  whole_.watch() = {.underway = underway};
  return database().insert("INSERT INTO import (at, who, actor, address) VALUES ($1, $2, $3, $4) RETURNING id", now,
                           actor.who, actor.id, actor.address);
}

bool ImportStore::isUnderway() {
  if (!whole_.watch().underway.expired()) return true;
  // Its owner ended behind the decision: seen by everybody, but not yet in its place.
  int slices = 0;
  for (auto left = begun(); left && left->decided; left = begun()) {
    if (slices++ == slicesOfAnEdit) return true;
    settle(aSlice);
  }
  return false;
}

Code ImportStore::stage(std::int64_t import, std::span<const ProgramStep> steps) {
  std::int64_t line = database().number("SELECT max(number) FROM import_line WHERE import = $1", import).value_or(0);
  for (const ProgramStep& step : steps) {
    if (const Code code = stage(import, step, ++line); code != Code::ok) return code;
  }
  return Code::ok;
}

Code ImportStore::stage(std::int64_t import, const ProgramStep& step, std::int64_t line) {
  std::int64_t id = step.program.id;
  if (id == 0) {
    id = insertHidden(import, step.program);
  } else {
    const auto before = whole_.offices().program({}, id);
    const bool sound =
        before && !before->closedAt && faultOf(*before, step.program, whole_.presentSeason()).code == Code::ok;
    if (!sound) return Code::changedMeanwhile;
    const bool moves =
        before->program.field != step.program.field || before->program.prefecture != step.program.prefecture;
    if (moves) whole_.watch().anything.insert(id);
    if (step.program.capacity < before->program.capacity) whole_.watch().adoptions.insert(id);
    insertChange(import, step.program, moves);
  }
  database().run("INSERT INTO import_line (import, number, action, subject, detail) VALUES ($1, $2, $3, $4, $5)",
                 import, line, step.program.id == 0 ? "program_created" : "program_changed", std::to_string(id),
                 step.detail);
  return Code::ok;
}

std::int64_t ImportStore::insertHidden(std::int64_t import, const Program& program) {
  static const std::string sql = "INSERT INTO program (start_year, import, " + columnList<Program, 1>() +
                                 ") VALUES ($1, $2, " + parameterList<Program, 1>(3) + ") RETURNING id";
  auto rows = database().query(sql, startYear(), import);
  bindColumns<Program, 1>(rows, program).next();
  return rows.integer(0);
}

void ImportStore::insertChange(std::int64_t import, const Program& program, bool moves) {
  static const std::string sql = "INSERT INTO program_change (import, moves, program, " + columnList<Program, 1>() +
                                 ") VALUES ($1, $2, " + parameterList<Program>(3) + ")";
  auto rows = database().query(sql, import, moves);
  bindColumns<Program>(rows, program).next();
}

void ImportStore::stage(std::int64_t import, std::span<const PastAdoptionStep> steps) {
  for (const auto& [row, place, before] : steps) {
    database().run(
        "INSERT INTO past_adoption_staged (import, field, prefecture, year, adopted) VALUES ($1, $2, $3, $4, $5)",
        import, row.field, row.prefecture, row.year, row.adopted);
  }
}

void ImportStore::stage(std::int64_t import, std::span<const QuotaStep> steps) {
  // Whose account was deleted since is none of the list's any more.
  for (const QuotaStep& step : steps) {
    database().run(
        "INSERT INTO regional_quota_staged (import, user_id, prefecture)"
        " SELECT $1, user_id, $3 FROM account WHERE user_id = $2",
        import, step.userId, step.prefecture);
  }
}

void ImportStore::decide(std::int64_t import) {
  database().run("UPDATE import SET decided = 1 WHERE id = $1", import);
}

void ImportStore::appendAudit(std::int64_t import, std::string_view action, std::string_view detail) {
  const auto known = begun(import);
  if (!known) throw Failure("the import " + std::to_string(import) + " is gone");
  whole_.appendAudit(known->at, known->actor, action, std::to_string(startYear()), detail);
}

Code ImportStore::decidePrograms(std::int64_t import, const ImportPlan& plan) {
  if (whole_.watch().disturbed) return Code::changedMeanwhile;
  moveNow(import);
  decide(import);
  appendAudit(import, "programs_imported",
              std::to_string(plan.added) + " added, " + std::to_string(plan.changed) + " changed, " +
                  std::to_string(plan.same) + " same");
  return Code::ok;
}

// Seats are counted by the cell of the row itself, and directors go by its field: what moves does so at once. It is
// little: a program that anybody applied to stays where it is.
void ImportStore::moveNow(std::int64_t import) {
  database().run(
      "UPDATE program SET (field, prefecture) = (SELECT field, prefecture FROM program_change c WHERE c.program ="
      " program.id) WHERE id IN (SELECT program FROM program_change WHERE moves AND import = $1)",
      import);
  database().run(
      "DELETE FROM staff_program WHERE program IN (SELECT program FROM program_change WHERE moves AND import = $1)"
      " AND staff IN (SELECT s.id FROM staff s JOIN program p ON p.id = staff_program.program"
      " WHERE s.field IS DISTINCT FROM p.field)",
      import);
}

void ImportStore::decidePastAdoptions(std::int64_t import, const ImportPlan& plan) {
  database().run(
      "INSERT INTO past_adoption (start_year, field, prefecture, year, adopted)"
      " SELECT $2, field, prefecture, year, adopted FROM past_adoption_staged WHERE import = $1"
      " ON CONFLICT (start_year, field, prefecture, year) DO UPDATE SET adopted = excluded.adopted",
      import, startYear());
  decide(import);
  appendAudit(import, "past_adoptions_imported",
              std::to_string(plan.added) + " added, " + std::to_string(plan.changed) + " changed");
}

QuotaResult ImportStore::decideQuota(std::int64_t import, std::size_t rows) {
  // Who took their consent back since is compared with nothing (M2.3e).
  static const std::string sql =
      "INSERT INTO regional_quota_match (user_id, prefecture, matched_at) SELECT user_id, s.prefecture, $2"
      " FROM regional_quota_staged s JOIN account USING (user_id) WHERE s.import = $1 AND " +
      std::string(consentingToQuota);
  const auto known = begun(import);
  database().run("DELETE FROM regional_quota_match");
  QuotaResult result;
  result.rows = rows;
  result.matched = static_cast<std::size_t>(database().run(sql, import, known ? known->at : 0));
  decide(import);
  if (known) whole_.seats().classifyQuota(known->at, known->actor);
  appendAudit(import, "quota_list_matched",
              std::to_string(result.rows) + " rows, " + std::to_string(result.matched) + " matched");
  return result;
}

bool ImportStore::settle(std::size_t most) {
  const auto left = begun();
  if (!left) return false;
  if (left->decided ? finish(*left, most) : drop(*left, most)) return true;
  database().run("DELETE FROM import WHERE id = $1", left->id);
  return true;
}

// Each answers whether it found anything to do.
bool ImportStore::finish(const Begun& import, std::size_t most) {
  static const std::string some = "(SELECT program FROM program_change WHERE import = $1 ORDER BY program LIMIT $2)";
  static const std::string fold = "UPDATE program SET (" + columnList<Program, 1>() + ") = (SELECT " +
                                  columnList<Program, 1>() +
                                  " FROM program_change c WHERE c.program = program.id) WHERE id IN " + some;
  if (database().run(fold, import.id, most) != 0) {
    database().run("DELETE FROM program_change WHERE program IN " + some, import.id, most);
    return true;
  }
  if (settleLines(import, most)) return true;
  return database().run(
             "UPDATE program SET import = NULL WHERE id IN (SELECT id FROM program WHERE import = $1 LIMIT $2)",
             import.id, most) != 0 ||
         drop(import, most);
}

bool ImportStore::settleLines(const Begun& import, std::size_t most) {
  std::int64_t last = 0;
  {
    auto rows = database().query(
        "SELECT number, action, subject, detail FROM import_line WHERE import = $1 ORDER BY number LIMIT $2", import.id,
        most);
    while (rows.next()) {
      last = rows.integer(0);
      whole_.appendAudit(import.at, import.actor, rows.text(1), rows.text(2), rows.text(3));
    }
  }
  return database().run("DELETE FROM import_line WHERE import = $1 AND number <= $2", import.id, last) != 0;
}

bool ImportStore::drop(const Begun& import, std::size_t most) {
  return database().run(
             "DELETE FROM program_change WHERE program IN (SELECT program FROM program_change WHERE import"
             " = $1 LIMIT $2)",
             import.id, most) != 0 ||
         database().run("DELETE FROM program WHERE id IN (SELECT id FROM program WHERE import = $1 LIMIT $2)",
                        import.id, most) != 0 ||
         database().run(
             "DELETE FROM import_line WHERE import = $1 AND number IN (SELECT number FROM import_line WHERE"
             " import = $1 ORDER BY number LIMIT $2)",
             import.id, most) != 0 ||
         database().run(
             "DELETE FROM past_adoption_staged WHERE (import, field, prefecture, year) IN (SELECT import,"
             " field, prefecture, year FROM past_adoption_staged WHERE import = $1 LIMIT $2)",
             import.id, most) != 0 ||
         database().run(
             "DELETE FROM regional_quota_staged WHERE (import, user_id) IN (SELECT import, user_id FROM"
             " regional_quota_staged WHERE import = $1 LIMIT $2)",
             import.id, most) != 0;
}

void settleImports(Store& store) {
  for (bool more = true; more;) {
    store.startBatch();
    try {
      more = store.imports().settle(aSlice);
      store.commitBatch();
    } catch (...) {
      store.undoBatch();
      throw;
    }
  }
}

}  // namespace senkoi::server::store
