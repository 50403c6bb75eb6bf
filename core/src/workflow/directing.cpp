#include "senkoi/workflow/directing.hpp"

namespace senkoi::workflow {

Code mayDecide(State from, State to, Period period) {
  bool const heldOn = from == State::held && to == State::held;
  return mayMove(ActorKind::director, from, heldOn ? State::rejected : to, period);
}

DirectorMay directorMay(State state, Period period) {
  auto const to = [&](State wanted) { return mayDecide(state, wanted, period); };
  return {to(State::adopted), to(State::rejected), to(State::held),
          to(State::applied), to(State::declined), mayChangeDataOf(state, period)};
}

Code mayChangeDataOf(State state, Period period) {
  bool const out = period == Period::notified || period == Period::over;
  bool const free = state == State::withdrawn || state == State::declined || (state == State::rejected && out);
  return free ? Code::moveNotAllowed : Code::ok;
}

}  // namespace senkoi::workflow
