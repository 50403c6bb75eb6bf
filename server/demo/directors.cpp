#include "server/demo/directors.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "server/base/configuration.hpp"
#include "server/demo/deterministic_random.hpp"
#include "server/operations/director_store.hpp"
#include "server/operations/staff_store.hpp"

namespace senkoi::server::demo {
namespace {

using workflow::State;

constexpr Instant resolvedAfter = 48 * hour;  // from the notification
constexpr std::string_view heldReason = "定員の空きを待っています", heldOwner = "研修係";

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

std::vector<std::int64_t> decidingPrograms(store::Store& store) {
  std::vector<std::int64_t> ids;
  for (const store::Program& program : store.programs()) {
    if (!decidesNothing(program.id)) ids.push_back(program.id);
  }
  return ids;
}

void addTurns(std::int64_t program, const workflow::Round& round, std::vector<Turn>& turns) {
  const auto length = static_cast<std::uint64_t>(round.adoption.until - round.adoption.from);
  const auto seed =
      static_cast<std::uint64_t>(program) * workflow::mostRounds + static_cast<std::uint64_t>(round.number);
  const Instant decides = round.adoption.from + static_cast<Instant>(mixed(seed) % length);
  turns.push_back({decides, program, round.number, State::applied});
  turns.push_back({round.notification + resolvedAfter, program, round.number, State::held});
}

// In (from, until], in order.
std::vector<Turn> due(const workflow::Season& season, const std::vector<std::int64_t>& programs, Instant from,
                      Instant until) {
  std::vector<Turn> turns;
  for (const workflow::Round& round : season.rounds) {
    const bool touched = from < round.notification + resolvedAfter && round.adoption.from <= until;
    if (!touched) continue;
    for (const std::int64_t program : programs) addTurns(program, round, turns);
  }
  std::erase_if(turns, [&](const Turn& turn) { return turn.at <= from || turn.at > until; });
  std::ranges::sort(turns, {}, [](const Turn& turn) { return std::tuple(turn.at, turn.program); });
  return turns;
}

std::vector<store::Application> waiting(store::Store& store, const Turn& turn) {
  auto applications = store.applicationsOf(turn.program);
  std::erase_if(applications, [&](const auto& one) { return one.round != turn.round || one.state != turn.from; });
  std::ranges::sort(applications, {}, [](const auto& one) { return std::pair(one.appliedAt, one.id); });
  return applications;
}

void take(store::Store& store, const Turn& turn) {
  const store::Actor director{workflow::ActorKind::director, "demo-" + std::to_string(turn.program), ""};
  bool hold = turn.from == State::applied && holdsTheFirstWithoutSeat(turn.program);
  bool seats = true;
  const auto decide = [&](const store::Application& one, State to) {
    const store::Decision decision{one.id, one.state, to, std::string(heldReason), std::string(heldOwner)};
    return store.directors().decide(decision, turn.at, director).code;
  };
  for (const store::Application& one : waiting(store, turn)) {
    seats = seats && decide(one, State::adopted) == Code::ok;
    if (!seats) decide(one, std::exchange(hold, false) ? State::held : State::rejected);
  }
}

}  // namespace

void Directors::act(store::Store& store, Instant until) {
  const Instant from = seen_;
  const auto season = until > from ? store.season() : std::nullopt;
  if (season) {
    if (programs_.empty()) programs_ = decidingPrograms(store);
    const auto taken = store.staff().programsInHand();
    for (const Turn& turn : due(*season, programs_, from, until)) {
      if (!std::ranges::binary_search(taken, turn.program)) take(store, turn);
    }
  }
}

}  // namespace senkoi::server::demo
