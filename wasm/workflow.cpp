// Calendar, allowed moves, capacity and ceiling at the boundary. Rounds, applications and adoptions come as doubles in
// the scratch memory: seven a round (number, registration, adoption, notification, released), three a target, two an
// application (round, state).
#include <vector>

#include "senkoi/rules/ceiling.hpp"
#include "senkoi/workflow/application.hpp"
#include "senkoi/workflow/calendar.hpp"
#include "wasm/expose.hpp"
#include "wasm/settings.hpp"

namespace senkoi::wasm {
namespace {

/// Reads doubles one after the other from the scratch memory.
struct Numbers {
  double const* next = static_cast<double const*>(scratch(0));

  template <class Number>
  Number take() {
    return static_cast<Number>(*next++);
  }
};

workflow::Season readSeason(Numbers& numbers, unsigned rounds) {
  workflow::Season season;
  season.startYear = context().startYear;
  for (unsigned i = 0; i < rounds; ++i) {
    workflow::Round round;
    round.number = numbers.take<int>();
    for (workflow::Window* window : {&round.registration, &round.adoption}) {
      window->from = numbers.take<Instant>();
      window->until = numbers.take<Instant>();
    }
    round.notification = numbers.take<Instant>();
    round.released = numbers.take<int>() != 0;
    season.rounds.push_back(round);
  }
  return season;
}

/// Writes round, period and end (NaN where there is none) over the scratch memory.
void present(unsigned rounds, double now) {
  Numbers numbers;
  workflow::Present const found = workflow::present(readSeason(numbers, rounds), static_cast<Instant>(now));
  double* const answer = static_cast<double*>(scratch(0));
  answer[0] = found.round;
  answer[1] = static_cast<double>(found.period);
  answer[2] = found.until ? static_cast<double>(*found.until) : __builtin_nan("");
}

/// The program that one would apply or switch to.
workflow::ProgramForApplication readTarget(Numbers& numbers) {
  workflow::ProgramForApplication target;
  for (bool* const said : {&target.ownField, &target.recruits, &target.sameAsNow}) *said = numbers.take<int>() != 0;
  return target;
}

/// Reads rounds, the target's three answers and the applications; writes the five codes over the scratch memory: apply,
/// switch, withdraw, change, delete.
void allowed(unsigned rounds, double now, unsigned applications) {
  Numbers numbers;
  workflow::Season const season = readSeason(numbers, rounds);
  workflow::ProgramForApplication const target = readTarget(numbers);
  std::vector<workflow::PastApplication> past;
  for (unsigned i = 0; i < applications; ++i) {
    int const round = numbers.take<int>();
    past.push_back({round, static_cast<ApplicationState>(numbers.take<int>())});
  }
  auto const at = static_cast<Instant>(now);
  workflow::Allowed found = workflow::allowed(season, at, past);
  found.apply = workflow::mayApply(season, at, past, target);
  found.switchTo = workflow::maySwitch(season, at, past, target);
  double* answer = static_cast<double*>(scratch(0));
  for (Code const code : {found.apply, found.switchTo, found.withdraw, found.change, found.deletion}) {
    *answer++ = static_cast<double>(code);
  }
}

#ifdef SENKOI_STAFF_MODULE
/// Writes the first fault's code (0: none) and its round over the scratch memory.
void checkSeason(unsigned rounds, int startYear) {
  Numbers numbers;
  workflow::Season season = readSeason(numbers, rounds);
  season.startYear = startYear;
  workflow::SeasonFault const fault = workflow::checkSeason(season);
  double* const answer = static_cast<double*>(scratch(0));
  answer[0] = static_cast<double>(fault.code);
  answer[1] = fault.round;
}
#endif

unsigned overCapacity(double applicants, double capacity) {
  return rules::overCapacity(static_cast<std::int64_t>(applicants), static_cast<std::int64_t>(capacity)) ? 1 : 0;
}

double ceilingFromPast(unsigned years) {
  Numbers numbers;
  std::vector<std::uint32_t> adoptions;
  for (unsigned i = 0; i < years; ++i) adoptions.push_back(numbers.take<std::uint32_t>());
  return static_cast<double>(rules::ceilingFromPast(adoptions));
}

}  // namespace

EMSCRIPTEN_BINDINGS(workflow) {
  expose("present", &present);
  expose("allowed", &allowed);
  expose("overCapacity", &overCapacity);
  expose("ceilingFromPast", &ceilingFromPast);
#ifdef SENKOI_STAFF_MODULE
  expose("checkSeason", &checkSeason);
#endif
}

}  // namespace senkoi::wasm
