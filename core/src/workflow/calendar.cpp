#include "senkoi/workflow/calendar.hpp"

#include <algorithm>

#include "senkoi/rules/japan_time.hpp"

namespace senkoi::workflow {
namespace {

Period periodWithin(Round const& round, Instant now) {
  if (now < round.registration.from) return Period::before;
  if (now < round.registration.until) return Period::registration;
  if (now < round.adoption.from) return Period::gap;
  if (now < round.adoption.until) return Period::adoption;
  return round.resultsOut(now) ? Period::notified : Period::waiting;
}

std::optional<Instant> endWithin(Round const& round, Instant now, Period period, Instant afterNotified) {
  switch (period) {
    case Period::before:
      return round.registration.from;
    case Period::registration:
      return round.registration.until;
    case Period::gap:
      return round.adoption.from;
    case Period::adoption:
      return round.adoption.until;
    case Period::waiting:
      return now < round.notification ? std::optional(round.notification) : std::nullopt;
    default:
      return afterNotified;
  }
}

bool inOrder(Round const& round) {
  return round.registration.from < round.registration.until && round.registration.until <= round.adoption.from &&
         round.adoption.from < round.adoption.until && round.adoption.until <= round.notification;
}

// A moment may move while both where it was and where it goes lie ahead.
bool mayMove(Instant before, Instant after, Instant now) {
  return before == after || (before > now && after > now);
}

bool stands(Round const& before, Round const& after, Instant now) {
  bool const begun = before.registration.from <= now;
  if (begun && !(before.closed == after.closed)) return false;
  return mayMove(before.registration.from, after.registration.from, now) &&
         mayMove(before.registration.until, after.registration.until, now) &&
         mayMove(before.adoption.from, after.adoption.from, now) &&
         mayMove(before.adoption.until, after.adoption.until, now) &&
         mayMove(before.notification, after.notification, now);
}

}  // namespace

Instant trainingStart(Season const& season) {
  return rules::japanTime({season.startYear, 4, 1});
}

Round const* findRound(Season const& season, int number) {
  auto const found = std::find_if(season.rounds.begin(), season.rounds.end(),
                                  [number](Round const& round) { return round.number == number; });
  return found == season.rounds.end() ? nullptr : &*found;
}

Period periodOf(Season const& season, int round, Instant now) {
  Round const* const found = findRound(season, round);
  if (found == nullptr) return Period::before;
  return now < trainingStart(season) ? periodWithin(*found, now) : Period::over;
}

Present present(Season const& season, Instant now) {
  if (season.rounds.empty()) return {};
  Instant const end = trainingStart(season);
  if (now >= end) return {season.rounds.back().number, Period::over, std::nullopt};
  auto const next = std::find_if(season.rounds.begin() + 1, season.rounds.end(),
                                 [now](Round const& round) { return now < round.registration.from; });
  Round const& round = *(next - 1);
  Period const period = periodWithin(round, now);
  return {round.number, period,
          endWithin(round, now, period, next == season.rounds.end() ? end : next->registration.from)};
}

SeasonFault checkSeason(Season const& season) {
  if (season.rounds.empty()) return {Code::seasonWithoutRound, 0};
  if (season.rounds.size() > mostRounds) return {Code::tooManyRounds, season.rounds.back().number};
  for (std::size_t i = 0; i < season.rounds.size(); ++i) {
    Round const& round = season.rounds[i];
    bool const last = i + 1 == season.rounds.size();
    Instant const end = last ? trainingStart(season) : season.rounds[i + 1].registration.from;
    if (!inOrder(round)) return {Code::periodsOutOfOrder, round.number};
    if (round.number != static_cast<int>(i) + 1 || round.notification > end) {
      return {Code::roundsOutOfOrder, round.number};
    }
  }
  return {};
}

SeasonFault checkSeasonChange(Season const& before, Season const& after, Instant now) {
  for (Round const& round : before.rounds) {
    Round const* const kept = findRound(after, round.number);
    if (kept == nullptr ? round.registration.from <= now : !stands(round, *kept, now))
      return {Code::roundHasBegun, round.number};
  }
  for (Round const& round : after.rounds) {
    bool const added = findRound(before, round.number) == nullptr;
    if (added && round.registration.from <= now) return {Code::roundHasBegun, round.number};
  }
  return {};
}

Code mayRelease(Round const& round, bool approvedBefore, Instant now) {
  if (round.released) return Code::alreadyReleased;
  if (now < round.adoption.until) return Code::releaseTooEarly;
  return approvedBefore ? Code::releaseByAnother : Code::ok;
}

}  // namespace senkoi::workflow
