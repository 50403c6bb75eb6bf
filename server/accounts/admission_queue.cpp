#include "server/accounts/admission_queue.hpp"

#include <algorithm>
#include <cmath>

#include "server/base/clock.hpp"
#include "server/base/configuration.hpp"

namespace senkoi::server::accounts {
namespace {

constexpr Instant keptFor = 120 * second;    // a turn, for who comes late
constexpr Instant longest = 1800 * second;   // nobody is told a later one
constexpr std::size_t mostTurns = 100'000;   // kept
constexpr std::size_t dry = 4;               // inside: soon nobody is, and then a turn that nobody takes is lost
constexpr double slower = 1.25;              // turns than service
constexpr double weightOfLast = 1.0 / 16.0;  // in the running mean

}  // namespace

unsigned AdmissionQueue::come(std::string_view who, std::size_t inside, Instant now) {
  const auto known = turns_.find(who);
  const bool isTurn = known != turns_.end() && known->second->first <= now;
  if (hasRoom(isTurn, inside, now)) {
    if (known != turns_.end()) forget(known);
    return 0;
  }
  if (known == turns_.end()) return wholeSeconds(turnOf(who, inside, now) - now);
  if (!isTurn) return wholeSeconds(known->second->first - now);
  forget(known);
  keep(who, now + second);  // others were late: at once when one more is through
  return wholeSeconds(second);
}

bool AdmissionQueue::hasRoom(bool isTurn, std::size_t inside, Instant now) const {
  return inside < (isTurn || end_ <= now ? places_ : std::min(dry, places_));
}

Instant AdmissionQueue::turnOf(std::string_view who, std::size_t inside, Instant now) {
  const Instant begin = std::max(end_, now + static_cast<Instant>(std::ceil(each_ * static_cast<double>(inside))));
  const Instant turn = begin + static_cast<Instant>(std::ceil(each_ * slower));
  if (turn > now + longest) return now + longest;
  forgetMissed(now);
  if (turns_.size() < mostTurns) keep(who, turn);
  return end_ = turn;
}

void AdmissionQueue::keep(std::string_view who, Instant turn) {
  turns_.emplace(who, byTurn_.emplace(turn, who));
}

void AdmissionQueue::forget(Turns::iterator turn) {
  byTurn_.erase(turn->second);
  turns_.erase(turn);
}

// More than come in, so that they never gather, and few, so that nobody waits for it.
void AdmissionQueue::forgetMissed(Instant now) {
  for (int i = 0; i < 4 && !byTurn_.empty() && byTurn_.begin()->first + keptFor <= now; ++i)
    forget(turns_.find(byTurn_.begin()->second));
}

void AdmissionQueue::took(double milliseconds) {
  each_ += (milliseconds - each_) * weightOfLast;
}

}  // namespace senkoi::server::accounts
