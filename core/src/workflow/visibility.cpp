#include "senkoi/workflow/visibility.hpp"

#include <algorithm>

namespace senkoi::workflow {

bool notified(Season const& season, int round, Instant now) {
  Round const* const found = findRound(season, round);
  return found != nullptr && found->resultsOut(now);
}

int notifiedRound(Season const& season, Instant now) {
  int last = 0;
  for (Round const& round : season.rounds) {
    if (round.resultsOut(now)) last = round.number;
  }
  return last;
}

State visibleState(State state, int round, Season const& season, Instant now, Viewer viewer) {
  if (viewer != Viewer::applicant || state == State::withdrawn) return state;
  if (!notified(season, round, now)) return State::applied;
  return state == State::applied ? State::held : state;
}

void Tally::add(State state, std::int64_t by) {
  switch (state) {
    case State::applied:
      applied += by;
      break;
    case State::adopted:
      adopted += by;
      break;
    case State::rejected:
      rejected += by;
      break;
    case State::held:
      held += by;
      break;
    case State::declined:
      declined += by;
      break;
    case State::withdrawn:
      break;
  }
}

std::optional<std::int64_t> Figures::left(std::optional<std::int64_t> limit) const {
  if (!limit || !adopted) return std::nullopt;
  return std::max<std::int64_t>(*limit - *adopted, 0);
}

Figures figures(std::span<Tally const> tallies, Season const& season, Instant now) {
  Figures sum;
  std::int64_t adopted = 0, rejected = 0;
  for (Tally const& tally : tallies) {
    sum.applicants += tally.applied + tally.held + tally.adopted + tally.rejected;
    if (!notified(season, tally.round, now)) continue;
    adopted += tally.adopted;
    rejected += tally.rejected;
  }
  if (notifiedRound(season, now) == 0) return sum;
  sum.adopted = adopted;
  sum.rejected = rejected;
  sum.undecided = sum.applicants - adopted - rejected;
  return sum;
}

}  // namespace senkoi::workflow
