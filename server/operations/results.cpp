// The telling of results (M5.1); what directors do stands in directing.cpp.
#include <algorithm>

#include "server/operations/store.hpp"

namespace senkoi::server::store {

bool Store::hasResultsToAnnounce(Instant now) {
  const workflow::Season& season = presentSeason();
  return std::ranges::any_of(season.rounds, [&](const workflow::Round& round) {
    return round.resultsOut(now) &&
           database_.number("SELECT 1 FROM round WHERE start_year = $1 AND round = $2 AND announced_at IS NULL",
                            season.startYear, round.number);
  });
}

std::size_t Store::announceResults(Instant now) {
  const int year = presentSeason().startYear;
  std::size_t letters = 0;
  for (const workflow::Round& round : presentSeason().rounds) {
    if (!round.resultsOut(now)) continue;
    const auto announced = database_.run(
        "UPDATE round SET announced_at = $3 WHERE start_year = $1 AND round = $2 AND announced_at IS NULL", year,
        round.number, now);
    if (announced != 0) letters += tellResults(round.number, now);
  }
  return letters;
}

std::size_t Store::tellResults(int round, Instant now) {
  std::vector<std::string> userIds;
  {
    static const std::string sql =
        "SELECT user_id FROM application WHERE start_year = $1 AND round = $2 AND state IN " + statesThat(isCandidate) +
        " AND user_id IS NOT NULL ORDER BY id";
    auto rows = database_.query(sql, presentSeason().startYear, round);
    while (rows.next()) userIds.push_back(rows.string(0));
  }
  for (const std::string& userId : userIds) {
    if (const auto who = applicant(userId)) {
      queueLetter(LetterKind::resultsOut, *who, {{"round", std::to_string(round)}}, now);
    }
  }
  appendAudit(now, {}, "results_announced", std::to_string(round), std::to_string(userIds.size()) + " applicants");
  return userIds.size();
}

}  // namespace senkoi::server::store
