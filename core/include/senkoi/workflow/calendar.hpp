// The calendar of a season: which period is it now? All windows are half-open: what ends at 12:00 is over at
// 12:00:00.000 (D at M4.1). Values and pure functions, no clock; thread-safe.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "senkoi/codes/application_state.hpp"
#include "senkoi/codes/code.hpp"
#include "senkoi/codes/instant.hpp"
#include "senkoi/rules/cell.hpp"

namespace senkoi::workflow {

using senkoi::Period;

// [from, until)
struct Window {
  Instant from = 0, until = 0;

  constexpr bool contains(Instant at) const { return from <= at && at < until; }
  bool operator==(Window const&) const = default;
};

struct Round {
  int number = 1;
  Window registration, adoption;
  Instant notification = 0;
  rules::CellSet closed;  // cells that do not recruit in this round, such as the five prefectures in the third
  bool released = true;   // false: the office has yet to release the results, and until then they stay back (S4)

  bool recruits(rules::Cell cell) const { return !closed.contains(cell); }
  // The results show: from the notification time on (M5.1), never before it.
  bool resultsOut(Instant now) const { return released && now >= notification; }
  bool operator==(Round const&) const = default;
};

inline constexpr std::size_t mostRounds = 8;

struct Season {
  int startYear = 0;  // training starts in April of it; names the season (年度)
  std::vector<Round> rounds;

  bool operator==(Season const&) const = default;
};

struct Present {
  int round = 0;
  Period period = Period::over;
  std::optional<Instant> until;  // end of this period; none once the season is over, or while results are held back

  bool operator==(Present const&) const = default;
};

// The first of April of the start year, 00:00 in Japan: from then on the season is over.
Instant trainingStart(Season const& season);

// The round that has opened last (before all of them: the first) and its period. `notified` lasts until the next round
// opens, or until training starts. A season without rounds is over.
Present present(Season const& season, Instant now);

// The same for one round, whatever came after it; `notified` lasts until training starts. An unknown round: before.
Period periodOf(Season const& season, int round, Instant now);

// None where the season has no such round.
Round const* findRound(Season const& season, int number);

// Whether an office may publish the season: rounds 1, 2, … one after the other, each registration → adoption →
// notification → next registration, all before training starts. The first fault and its round; ok and 0 for none.
struct SeasonFault {
  Code code = Code::ok;
  int round = 0;
};
SeasonFault checkSeason(Season const& season);

// Whether a season may become another: what has begun stands, whatever lies ahead may move. ok and 0, or roundHasBegun
// and the first round that does not stand as it was.
SeasonFault checkSeasonChange(Season const& before, Season const& after, Instant now);

// Whether one more member of the board may release the results of a round (S4): alreadyReleased, releaseTooEarly, or
// releaseByAnother for who has approved before.
Code mayRelease(Round const& round, bool approvedBefore, Instant now);

}  // namespace senkoi::workflow
