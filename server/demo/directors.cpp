#include "server/demo/directors.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "server/configuration.hpp"
#include "server/demo/dice.hpp"

namespace senkoi::server::demo {
namespace {

using workflow::State;

constexpr Instant resolvedAfter = 48 * hour;  // from the notification

bool decidesNothing(std::int64_t program) {
  return program % 40 == 7;
}
bool holdsTheFirstWithoutSeat(std::int64_t program) {
  return program % 5 == 0;
}

// One program's decisions about the applications of a round that are in a state.
struct Turn {
  Instant at;
  std::int64_t program;
  int round;
  State from;
};

std::vector<Turn> turns(store::Store& store, const workflow::Season& season) {
  std::vector<Turn> all;
  for (const store::Program& program : store.programs()) {
    if (decidesNothing(program.id)) continue;
    for (const workflow::Round& round : season.rounds) {
      const auto length = static_cast<std::uint64_t>(round.adoption.until - round.adoption.from);
      const auto seed =
          static_cast<std::uint64_t>(program.id) * workflow::mostRounds + static_cast<std::uint64_t>(round.number);
      all.push_back(
          {round.adoption.from + static_cast<Instant>(mixed(seed) % length), program.id, round.number, State::applied});
      all.push_back({round.notification + resolvedAfter, program.id, round.number, State::held});
    }
  }
  return all;
}

// Without a look at every program while nobody has anything to decide.
bool nothingToDo(const workflow::Season& season, Instant from, Instant until) {
  return std::ranges::none_of(season.rounds, [&](const workflow::Round& round) {
    return from < round.notification + resolvedAfter && round.adoption.from <= until;
  });
}

// In (from, until], in order.
std::vector<Turn> due(store::Store& store, Instant from, Instant until) {
  const auto season = until > from ? store.season() : std::nullopt;
  if (!season || nothingToDo(*season, from, until)) return {};
  auto all = turns(store, *season);
  std::erase_if(all, [&](const Turn& turn) { return turn.at <= from || turn.at > until; });
  std::ranges::sort(all, {}, [](const Turn& turn) { return std::tuple(turn.at, turn.program); });
  return all;
}

std::vector<store::Application> waiting(store::Store& store, const Turn& turn) {
  auto applications = store.applicationsOf(turn.program);
  std::erase_if(applications, [&](const auto& one) { return one.round != turn.round || one.state != turn.from; });
  std::ranges::sort(applications, {}, [](const auto& one) { return std::pair(one.appliedAt, one.id); });
  return applications;
}

void take(store::Store& store, const Turn& turn) {
  const store::Actor director{workflow::Who::director, "demo-" + std::to_string(turn.program), ""};
  bool hold = turn.from == State::applied && holdsTheFirstWithoutSeat(turn.program);
  bool seats = true;
  for (const store::Application& one : waiting(store, turn)) {
    seats = seats && store.decide(one.id, State::adopted, turn.at, director) == Code::ok;
    if (seats) continue;
    store.decide(one.id, std::exchange(hold, false) ? State::held : State::rejected, turn.at, director);
  }
}

}  // namespace

void Directors::act(store::Store& store, Instant until) {
  for (const Turn& turn : due(store, seen_, until)) take(store, turn);
  seen_ = until;
}

}  // namespace senkoi::server::demo
