// Programs as their offices keep them (S3): create, change, close.
#include "server/operations/import_store.hpp"
#include "server/operations/office_store.hpp"
#include "server/operations/program_changes.hpp"

namespace senkoi::server::store {
namespace {

// Closed ones and those without applicants as well. $1: the season; $2: one field, or NULL for all.
std::string selectPrograms(std::string_view more = {}) {
  return "SELECT " + columnList<Program>("p.") + ", p.closed_at, count(a.id) FILTER (WHERE a.state IN " +
         statesThat(isCandidate) + "), count(a.id) FILTER (WHERE a.state IN " + statesThat(isLive) +
         "), count(a.id) FILTER (WHERE a.state IN " + statesThat(takesSeat) +
         "), coalesce((SELECT sum(o.seats) FROM offer o WHERE o.program = p.id), 0)"
         " FROM present_program p LEFT JOIN application a ON a.program = p.id"
         " WHERE p.start_year = $1 AND ($2 IS NULL OR p.field = $2)" +
         std::string{more} + " GROUP BY p.id ORDER BY p.id";
}

OfficeProgram readProgram(Rows& rows) {
  constexpr int next = columnCount<Program>;
  OfficeProgram found;
  found.program = readColumns<Program>(rows);
  rows.read(next, found.closedAt);
  found.applicants = rows.integer(next + 1);
  found.live = rows.integer(next + 2);
  found.adopted = rows.integer(next + 3);
  found.offered = rows.integer(next + 4);
  return found;
}

}  // namespace

std::vector<OfficeProgram> OfficeStore::programs(Scope scope) {
  static const std::string sql = selectPrograms();
  std::vector<OfficeProgram> found;
  auto rows = database().query(sql, year(), scope);
  while (rows.next()) found.push_back(readProgram(rows));
  return found;
}

std::optional<OfficeProgram> OfficeStore::program(Scope scope, std::int64_t id) {
  // By its number, not by a condition that may be NULL: an import asks for each of a hundred thousand rows.
  static const std::string sql = selectPrograms(" AND p.id = $3");
  auto rows = database().query(sql, year(), scope, id);
  if (!rows.next()) return std::nullopt;
  return readProgram(rows);
}

bool OfficeStore::nameTaken(const Program& program) {
  return database()
      .number(
          "SELECT 1 FROM program WHERE start_year = $1 AND field = $2 AND facility = $3 AND name = $4 AND id <> $5"
          " AND closed_at IS NULL LIMIT 1",
          year(), program.field, program.facility, program.name, program.id)
      .has_value();
}

std::int64_t OfficeStore::insertProgram(const Program& program) {
  static const std::string sql = "INSERT INTO program (start_year, " + columnList<Program, 1>() + ") VALUES ($1, " +
                                 parameterList<Program, 1>(2) + ") RETURNING id";
  auto rows = database().query(sql, year());
  bindColumns<Program, 1>(rows, program).next();
  return rows.integer(0);
}

void OfficeStore::updateProgram(const Program& program) {
  static const std::string sql = "UPDATE program SET " + assignmentList<Program, 1>(2) + " WHERE id = $1";
  {
    auto rows = database().query(sql, program.id);
    bindColumns<Program, 1>(rows, program).next();
  }
  // Moved to another field it leaves the directors of the old one: their society no longer sees it.
  database().run(
      "DELETE FROM staff_program WHERE program = $1 AND staff IN (SELECT id FROM staff WHERE field IS DISTINCT FROM "
      "$2)",
      program.id, program.field);
}

Outcome<std::int64_t> OfficeStore::createProgram(const Program& program, Instant now, const Actor& actor) {
  if (whole_.imports().isUnderway()) return Code::busy;
  if (year() == 0) return Code::seasonWithoutRound;
  Program made = program;
  made.id = 0;
  if (const Code code = roundsFault(0, made.rounds, whole_.presentSeason()); code != Code::ok) return code;
  if (nameTaken(made)) return Code::programDuplicate;
  made.id = insertProgram(made);
  whole_.appendAudit(now, actor, "program_created", std::to_string(made.id), summaryOf(made));
  return made.id;
}

Code OfficeStore::changeProgram(Scope scope, const Program& program, Instant now, const Actor& actor) {
  if (whole_.imports().isUnderway()) return Code::busy;
  const auto before = this->program(scope, program.id);
  if (!before) return Code::notFound;
  if (before->program == program) return Code::ok;
  if (nameTaken(program)) return Code::programDuplicate;
  if (const Code code = faultOf(*before, program, whole_.presentSeason()).code; code != Code::ok) return code;
  updateProgram(program);
  whole_.appendAudit(now, actor, "program_changed", std::to_string(program.id), differenceOf(before->program, program));
  return Code::ok;
}

// Closing a program would tell those who applied that they are not adopted: not before they may know (M5.1).
bool OfficeStore::resultsToCome(std::int64_t program, Instant now) {
  const workflow::Season& season = whole_.presentSeason();
  static const std::string sql =
      "SELECT DISTINCT round FROM application WHERE program = $1 AND state IN " + statesThat(isCandidate);
  auto rows = database().query(sql, program);
  while (rows.next()) {
    const workflow::Round* const round = findRound(season, static_cast<int>(rows.integer(0)));
    if (round != nullptr && !round->resultsOut(now)) return true;
  }
  return false;
}

Code OfficeStore::closeProgram(Scope scope, std::int64_t id, Instant now, const Actor& actor) {
  if (whole_.imports().isUnderway()) return Code::busy;
  const auto before = program(scope, id);
  if (!before) return Code::notFound;
  if (before->closedAt) return Code::ok;
  if (before->live > 0 || resultsToCome(id, now)) return Code::programInUse;
  database().run("UPDATE program SET closed_at = $2 WHERE id = $1", id, now);
  whole_.appendAudit(now, actor, "program_closed", std::to_string(id));
  return Code::ok;
}

}  // namespace senkoi::server::store
