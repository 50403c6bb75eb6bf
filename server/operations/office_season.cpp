// The season as the board sets it (S4).
#include "server/operations/import_store.hpp"
#include "server/operations/office_store.hpp"

namespace senkoi::server::store {
namespace {

using workflow::Round;
using workflow::Season;
using workflow::SeasonFault;

bool decidingHasBegun(const Season& season, Instant now) {
  return !season.rounds.empty() && season.rounds.front().adoption.from <= now;
}

std::string summaryOf(const Season& season, bool releaseNeeded) {
  return std::to_string(season.rounds.size()) + " rounds, release by two " + (releaseNeeded ? "needed" : "not needed");
}

}  // namespace

bool OfficeStore::releaseNeeded() {
  return database().number("SELECT release_needed FROM season WHERE start_year = $1", year()).value_or(0) != 0;
}

void OfficeStore::updateRound(int startYear, const Round& round, bool cellsToo) {
  database().run(
      "UPDATE round SET registration_from = $3, registration_until = $4, adoption_from = $5, adoption_until = $6,"
      " notification_at = $7 WHERE start_year = $1 AND round = $2",
      startYear, round.number, round.registration.from, round.registration.until, round.adoption.from,
      round.adoption.until, round.notification);
  if (!cellsToo) return;
  database().run("DELETE FROM closed_cell WHERE start_year = $1 AND round = $2", startYear, round.number);
  whole_.insertClosedCells(startYear, round);
}

SeasonFault OfficeStore::changeSeason(const Season& season, bool needed, Instant now, const Actor& actor) {
  const Season before = whole_.presentSeason();
  if (before.startYear == 0 || season.startYear != before.startYear) return {Code::seasonYearOutOfRange, 0};
  if (const SeasonFault fault = checkSeason(season); fault.code != Code::ok) return fault;
  if (const SeasonFault fault = checkSeasonChange(before, season, now); fault.code != Code::ok) return fault;
  if (needed != releaseNeeded() && decidingHasBegun(before, now)) return {Code::roundHasBegun, 1};
  database().run("UPDATE season SET release_needed = $2 WHERE start_year = $1", season.startYear, needed);
  for (const Round& round : season.rounds) {
    const Round* const known = findRound(before, round.number);
    if (known == nullptr) {
      whole_.insertRound(season.startYear, round);
    } else {
      updateRound(season.startYear, round, !(known->closed == round.closed));
    }
  }
  database().run("DELETE FROM round WHERE start_year = $1 AND round > $2", season.startYear, season.rounds.size());
  whole_.forgetSeason();
  whole_.appendAudit(now, actor, "season_changed", std::to_string(season.startYear), summaryOf(season, needed));
  return {};
}

SeasonFault OfficeStore::beginSeason(const Season& season, bool needed, Instant now, const Actor& actor) {
  if (whole_.imports().isUnderway()) return {Code::busy, 0};
  const Season before = whole_.presentSeason();
  constexpr int mostYearsAhead = 3;
  const Instant training = trainingStart(season);
  const bool near = workflow::trainingStart({season.startYear - mostYearsAhead, {}}) <= now;
  if (season.startYear < 2000 || training <= now || !near) return {Code::seasonYearOutOfRange, 0};
  const bool present = before.startYear != 0;
  if (present && (season.startYear <= before.startYear || trainingStart(before) > now)) return {Code::seasonExists, 0};
  if (const SeasonFault fault = checkSeason(season); fault.code != Code::ok) return fault;
  if (const SeasonFault fault = checkSeasonChange({}, season, now); fault.code != Code::ok) return fault;
  database().run("INSERT INTO season (start_year, release_needed) VALUES ($1, $2)", season.startYear, needed);
  for (const Round& round : season.rounds) whole_.insertRound(season.startYear, round);
  whole_.forgetSeason();
  whole_.appendAudit(now, actor, "season_begun", std::to_string(season.startYear), summaryOf(season, needed));
  return {};
}

}  // namespace senkoi::server::store
