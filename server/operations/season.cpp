// The season: calendar, programs, ceilings, notices (S3, S4); what the snapshot reads.
#include <algorithm>

#include "server/operations/application_entries.hpp"
#include "server/operations/seat_store.hpp"
#include "server/operations/store.hpp"
#include "server/operations/stored_values.hpp"

namespace senkoi::server::store {

const workflow::Season& Store::presentSeason() {
  if (!season_) readSeason();
  return *season_;
}

void Store::readSeason() {
  season_.emplace();
  seasonSeats_.reset();
  seenByOthers_ = database_.othersCommits();
  season_->startYear = static_cast<int>(database_.number("SELECT max(start_year) FROM season").value_or(0));
  static const std::string sql =
      "SELECT round, registration_from, registration_until, adoption_from, adoption_until, notification_at, " +
      std::string(released) + " FROM round JOIN season USING (start_year) WHERE start_year = $1 ORDER BY round";
  auto rounds = database_.query(sql, season_->startYear);
  while (rounds.next()) {
    season_->rounds.push_back({static_cast<int>(rounds.integer(0)),
                               {rounds.integer(1), rounds.integer(2)},
                               {rounds.integer(3), rounds.integer(4)},
                               rounds.integer(5),
                               {},
                               rounds.integer(6) != 0});
  }
  auto cells =
      database_.query("SELECT round, field, prefecture FROM closed_cell WHERE start_year = $1", season_->startYear);
  while (cells.next()) {
    for (workflow::Round& round : season_->rounds) {
      if (round.number == cells.integer(0)) round.closed.insert({cells.as<Field>(1), cells.as<Prefecture>(2)});
    }
  }
}

std::optional<workflow::Season> Store::season() {
  season_.reset();
  if (presentSeason().startYear == 0) return std::nullopt;
  return presentSeason();
}

namespace {

// A closed program recruits no more; it stays for those who applied to it.
std::string selectPrograms(std::string_view more = {}) {
  return "SELECT " + columnList<Program>() +
         ", closed_at IS NOT NULL FROM present_program p WHERE start_year = (SELECT max(start_year) FROM season)"
         " AND (closed_at IS NULL OR EXISTS (SELECT 1 FROM application a WHERE a.program = p.id))" +
         std::string{more} + " ORDER BY id";
}

std::vector<Program> programsIn(Rows rows) {
  std::vector<Program> programs;
  while (rows.next()) {
    programs.push_back(readColumns<Program>(rows));
    if (rows.integer(columnCount<Program>) != 0) programs.back().rounds = 0;
  }
  return programs;
}

}  // namespace

std::vector<Program> Store::programs() {
  static const std::string sql = selectPrograms();
  return programsIn(database_.query(sql));
}

std::vector<Program> Store::programsOf(std::int64_t staff) {
  static const std::string sql = selectPrograms(" AND id IN (SELECT program FROM staff_program WHERE staff = $1)");
  return programsIn(database_.query(sql, staff));
}

std::vector<Ceiling> Store::ceilings() {
  std::vector<Ceiling> ceilings;
  auto rows = database_.query(
      "SELECT c.field, c.prefecture, c.published, p.adopted"
      " FROM ceiling c LEFT JOIN past_adoption p USING (start_year, field, prefecture)"
      " WHERE c.start_year = (SELECT max(start_year) FROM season) ORDER BY c.field, c.prefecture, p.year");
  while (rows.next()) {
    const auto field = rows.as<Field>(0);
    const auto prefecture = rows.as<Prefecture>(1);
    const bool another = ceilings.empty() || ceilings.back().field != field || ceilings.back().prefecture != prefecture;
    if (another) ceilings.push_back({field, prefecture, {}, static_cast<std::uint32_t>(rows.integer(2))});
    if (!rows.null(3)) ceilings.back().pastAdoptions.push_back(static_cast<std::uint32_t>(rows.integer(3)));
  }
  return ceilings;
}

std::vector<Notice> Store::notices() {
  static const std::string sql = "SELECT " + columnList<Notice>() + " FROM notice ORDER BY published_at DESC, id DESC";
  std::vector<Notice> notices;
  auto rows = database_.query(sql);
  while (rows.next()) notices.push_back(readColumns<Notice>(rows));
  return notices;
}

std::vector<CountChange> Store::liveCounts() {
  std::vector<CountChange> counts;
  auto rows = database_.query(
      "SELECT a.program, a.round, a.state, a.kind, coalesce(k.at_ceiling, 1), coalesce(k.at_capacity, 1)"
      " FROM application a LEFT JOIN classed_applicant c ON c.start_year = a.start_year AND c.user_id = a.user_id"
      " LEFT JOIN counting_class k ON k.start_year = c.start_year AND k.code = c.class"
      " WHERE a.start_year = (SELECT max(start_year) FROM season)");
  while (rows.next()) {
    counts.push_back({rows.integer(0),
                      static_cast<int>(rows.integer(1)),
                      std::nullopt,
                      workflow::stateOf(rows.text(2)),
                      rows.string(3),
                      {rows.integer(4) != 0, rows.integer(5) != 0}});
  }
  return counts;
}

void Store::begin(const SeasonStart& start) {
  const int year = start.season.startYear;
  season_.reset();
  if (database_.number("SELECT 1 FROM application WHERE start_year = $1 LIMIT 1", year)) {
    throw Failure("season " + std::to_string(year) + " has applications: it cannot be replaced");
  }
  database_.run("DELETE FROM season WHERE start_year = $1", year);
  database_.run("DELETE FROM notice");
  database_.run("INSERT INTO season (start_year) VALUES ($1)", year);
  for (const workflow::Round& round : start.season.rounds) insertRound(year, round);
  for (const Program& program : start.programs) insertProgram(year, program);
  for (const Ceiling& ceiling : start.ceilings) insertCeiling(year, ceiling);
  for (const Notice& notice : start.notices) insertNotice(notice);
}

void Store::insertRound(int startYear, const workflow::Round& round) {
  database_.run(
      "INSERT INTO round (start_year, round, registration_from, registration_until, adoption_from, adoption_until,"
      " notification_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
      startYear, round.number, round.registration.from, round.registration.until, round.adoption.from,
      round.adoption.until, round.notification);
  insertClosedCells(startYear, round);
}

void Store::insertClosedCells(int startYear, const workflow::Round& round) {
  for (unsigned field = 1; field <= fieldCount; ++field) {
    for (unsigned prefecture = 1; prefecture <= prefectureCount; ++prefecture) {
      const rules::Cell cell{static_cast<Field>(field), static_cast<Prefecture>(prefecture)};
      if (!round.closed.contains(cell)) continue;
      database_.run("INSERT INTO closed_cell (start_year, round, field, prefecture) VALUES ($1, $2, $3, $4)", startYear,
                    round.number, field, prefecture);
    }
  }
}

void Store::insertProgram(int startYear, const Program& program) {
  static const std::string sql =
      "INSERT INTO program (start_year, " + columnList<Program>() + ") VALUES ($1, " + parameterList<Program>(2) + ")";
  auto rows = database_.query(sql, startYear);
  bindColumns(rows, program).next();
}

void Store::insertCeiling(int startYear, const Ceiling& ceiling) {
  database_.run("INSERT INTO ceiling (start_year, field, prefecture, published) VALUES ($1, $2, $3, $4)", startYear,
                ceiling.field, ceiling.prefecture, ceiling.published);
  int year = startYear - static_cast<int>(ceiling.pastAdoptions.size());
  for (const std::uint32_t adopted : ceiling.pastAdoptions) {
    database_.run(
        "INSERT INTO past_adoption (start_year, field, prefecture, year, adopted) VALUES ($1, $2, $3, $4, $5)",
        startYear, ceiling.field, ceiling.prefecture, year++, adopted);
  }
}

void Store::insertNotice(const Notice& notice) {
  static const std::string sql =
      "INSERT INTO notice (" + columnList<Notice>() + ") VALUES (" + parameterList<Notice>(1) + ")";
  auto rows = database_.query(sql);
  bindColumns(rows, notice).next();
}

void Store::addDemoApplicants(const std::vector<DemoApplicant>& applicants) {
  const int year = presentSeason().startYear;
  for (const DemoApplicant& applicant : applicants) {
    insertAccount(applicant.account, applicant.passwordHash);
    for (const Application& application : applicant.applications) {
      const std::int64_t id = database_.insert(
          "INSERT INTO application (user_id, start_year, round, program, state, applied_at, changed_at, kind)"
          " VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id",
          applicant.account.userId, year, application.round, application.program, application.state,
          application.appliedAt, application.changedAt, storedKind(application.kind));
      appendAudit(application.changedAt, {workflow::ActorKind::applicant, applicant.account.userId, {}},
                  "application_added", std::to_string(id),
                  addedDetail(application.program, application.round, application.state, application.kind));
    }
  }
}

}  // namespace senkoi::server::store
