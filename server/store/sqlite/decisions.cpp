// Decisions (S1, S2) and the telling of results (M5.1). Seats taken are counted from the rows at the moment of the
// decision, by index: no counter is kept that could differ from them.
#include "senkoi/rules/ceiling.hpp"
#include "server/store/sqlite/sqlite_store.hpp"

namespace senkoi::server::store::sqlite {

Code SqliteStore::decide(std::int64_t application, workflow::State to, Instant now, const Actor& actor) {
  const auto before = applicationById(application);
  if (!before) return Code::notFound;
  const workflow::Period period = workflow::periodOf(presentSeason(), before->round, now);
  Code code = workflow::mayMove(actor.who, before->state, to, period);
  if (code == Code::ok && to == workflow::State::adopted) code = mayAdopt(*before);
  if (code != Code::ok) return code;
  move(*before, to, now);
  note(now, actor, "decided", std::to_string(application),
       std::string{name(before->state)}.append(" to ").append(name(to)));
  return Code::ok;
}

Code SqliteStore::mayAdopt(const Application& application) {
  const auto elsewhere = database_.number(
      "SELECT 1 FROM application WHERE user_id = $1 AND start_year = $2 AND state = 'adopted' AND id <> $3",
      application.userId, presentSeason().startYear, application.id);
  if (elsewhere) return Code::alreadyAdopted;
  const auto place = offer(application.program);
  if (!place) return Code::programUnknown;
  const int year = presentSeason().startYear;
  rules::Seats seats{};
  seats.adoptedInProgram =
      database_.number("SELECT count(*) FROM application WHERE program = $1 AND state = 'adopted'", place->id)
          .value_or(0);
  seats.capacity = database_.number("SELECT capacity FROM program WHERE id = $1", place->id).value_or(0);
  seats.adoptedInCell = database_
                            .number(
                                "SELECT count(*) FROM program p JOIN application a ON a.program = p.id"
                                " WHERE p.start_year = $1 AND p.field = $2 AND p.prefecture = $3"
                                " AND a.state = 'adopted'",
                                year, place->field, place->prefecture)
                            .value_or(0);
  seats.ceiling =
      database_.number("SELECT published FROM ceiling WHERE start_year = $1 AND field = $2 AND prefecture = $3", year,
                       place->field, place->prefecture);
  return rules::mayAdopt(seats);
}

std::size_t SqliteStore::announceResults(Instant now) {
  const int year = presentSeason().startYear;
  std::size_t letters = 0;
  for (const workflow::Round& round : presentSeason().rounds) {
    if (now < round.notification) continue;
    database_.run("UPDATE round SET announced_at = $3 WHERE start_year = $1 AND round = $2 AND announced_at IS NULL",
                  year, round.number, now);
    if (database_.changed() != 0) letters += tellResults(round.number, now);
  }
  return letters;
}

std::size_t SqliteStore::tellResults(int round, Instant now) {
  std::vector<std::string> userIds;
  {
    auto rows = database_.query(
        "SELECT user_id FROM application WHERE start_year = $1 AND round = $2 AND state <> 'withdrawn'"
        " AND user_id IS NOT NULL ORDER BY id",
        presentSeason().startYear, round);
    while (rows.next()) userIds.push_back(rows.string(0));
  }
  for (const std::string& userId : userIds) {
    if (const auto who = applicant(userId)) {
      tell(LetterKind::resultsOut, *who, {{"round", std::to_string(round)}}, now);
    }
  }
  note(now, {}, "results_announced", std::to_string(round), std::to_string(userIds.size()) + " applicants");
  return userIds.size();
}

}  // namespace senkoi::server::store::sqlite
