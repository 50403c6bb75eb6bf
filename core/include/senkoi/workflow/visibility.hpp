// What of a decision may be shown, to whom and when (M5.1, D at M3.7). Pure, thread-safe.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "senkoi/workflow/application.hpp"
#include "senkoi/workflow/calendar.hpp"

namespace senkoi::workflow {

enum class Viewer : std::uint8_t { applicant, director, office };

// True from the notification time of the round on. False for a round that the season does not have.
bool notified(Season const& season, int round, Instant now);

// The state as the viewer may see it. The applicant sees any decision as `applied` before the notification time, and
// what is still undecided as `held` from then on. Applying it twice changes nothing more.
State visibleState(State state, int round, Season const& season, Instant now, Viewer viewer);

// Applications of one round counted by state, of a program or of a cell. Withdrawn ones are not counted.
struct Tally {
  int round = 1;
  std::int64_t applied = 0, adopted = 0, rejected = 0, held = 0, declined = 0;

  // Moves `by` (+1 or −1) to the count of `state`; a withdrawn application counts nowhere.
  void add(State state, std::int64_t by = 1);
};

// The figures of the public and of applicants: applicants = adopted + rejected + undecided, over all rounds.
// A round that is not notified yet counts as undecided wholly; held counts as undecided always.
// declined frees the seat under capacity and ceiling, and counts nowhere (like a withdrawal).
struct Figures {
  std::int64_t applicants = 0;
  // None until the first round's notification time.
  std::optional<std::int64_t> adopted, rejected, undecided;

  // Those who hold or want a seat: a rejection that is out takes nobody's. Compare this with the capacity (M3.4).
  std::int64_t seeking() const { return applicants - rejected.value_or(0); }

  // Seats under a limit (capacity, ceiling) that no adoption has taken; none until the first notification time, and
  // none where there is no limit.
  std::optional<std::int64_t> left(std::optional<std::int64_t> limit) const;
};
Figures figures(std::span<Tally const> tallies, Season const& season, Instant now);

// The last round whose results are out; 0 for none.
int notifiedRound(Season const& season, Instant now);

}  // namespace senkoi::workflow
