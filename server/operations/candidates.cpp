// What a director sees: programs, candidates with all that the registration holds, seats (S1).
#include "server/operations/director_store.hpp"
#include "server/operations/seat_store.hpp"
#include "server/operations/user_columns.hpp"

namespace senkoi::server::store {
namespace {

// After the application: hold, account, the registration’s data.
constexpr int afterApplication = columnCount<Application>, afterHold = afterApplication + 2,
              afterAccount = afterHold + 4;

std::string selectCandidates(std::string_view condition) {
  return "SELECT " + columnList<Application>("application.") +
         ", reason, owner, mail, field, language, registered_at, " + userColumns() +
         " FROM application LEFT JOIN account ON account.user_id = application.user_id"
         " LEFT JOIN held ON held.application = application.id"
         " WHERE state IN " +
         statesThat(isCandidate) + " AND " + std::string{condition};
}

Account readAccount(const Rows& row, const std::string& userId) {
  if (userId.empty()) return {};
  return {userId,
          row.string(afterHold),
          row.as<Field>(afterHold + 1),
          languageOf(row.text(afterHold + 2)).value_or(Language::ja),
          readUserData(row, afterAccount),
          row.integer(afterHold + 3)};
}

Candidate readCandidate(const Rows& row) {
  const Application application = readColumns<Application>(row);
  return {application,
          readAccount(row, application.userId),
          row.string(afterApplication),
          row.string(afterApplication + 1),
          {}};
}

}  // namespace

std::vector<Candidate> DirectorStore::candidates(std::int64_t program) {
  static const std::string sql = selectCandidates("program = $1 ORDER BY application.id");
  std::vector<Candidate> found;
  auto rows = whole_.database().query(sql, program);
  while (rows.next()) found.push_back(readCandidate(rows));
  addNotes(program, found);
  return found;
}

// All of a program at once: few applicants have any.
void DirectorStore::addNotes(std::int64_t program, std::span<Candidate> candidates) {
  static const std::string sql =
      "SELECT data_note.user_id, at, staff.name, note FROM data_note JOIN staff ON staff.id = data_note.staff"
      " JOIN application ON application.user_id = data_note.user_id WHERE program = $1 AND state IN " +
      statesThat(isCandidate) + " ORDER BY data_note.id";
  auto rows = whole_.database().query(sql, program);
  while (rows.next()) {
    for (Candidate& one : candidates) {
      if (one.application.userId == rows.text(0))
        one.notes.push_back({rows.integer(1), rows.string(2), rows.string(3)});
    }
  }
}

std::optional<Candidate> DirectorStore::candidate(std::int64_t staff, std::int64_t application) {
  static const std::string sql = selectCandidates(
      "application.id = $1 AND start_year = (SELECT max(start_year) FROM season) AND EXISTS (SELECT 1 FROM "
      "staff_program s WHERE s.staff = $2 AND s.program ="
      " application.program)");
  auto rows = whole_.database().query(sql, application, staff);
  if (!rows.next()) return std::nullopt;
  Candidate found = readCandidate(rows);
  addNotes(found.application.program, {&found, 1});
  return found;
}

SeatsLeft DirectorStore::seats(std::int64_t program) {
  return whole_.seats().left(program);
}

}  // namespace senkoi::server::store
