#include "senkoi/workflow/application.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>

#include "senkoi/workflow/visibility.hpp"

namespace senkoi::workflow {
namespace {

constexpr std::array moves{
    Transition{ActorKind::applicant, State::applied, State::withdrawn, Period::registration},  // M4.1
    // S1: the director decides, and changes the decision, until the adoption period ends.
    Transition{ActorKind::director, State::applied, State::adopted, Period::adoption},
    Transition{ActorKind::director, State::applied, State::rejected, Period::adoption},
    Transition{ActorKind::director, State::applied, State::held, Period::adoption},
    Transition{ActorKind::director, State::adopted, State::rejected, Period::adoption},
    Transition{ActorKind::director, State::adopted, State::held, Period::adoption},
    Transition{ActorKind::director, State::rejected, State::adopted, Period::adoption},
    Transition{ActorKind::director, State::rejected, State::held, Period::adoption},
    Transition{ActorKind::director, State::held, State::adopted, Period::adoption},
    Transition{ActorKind::director, State::held, State::rejected, Period::adoption},
    // … or takes it back.
    Transition{ActorKind::director, State::adopted, State::applied, Period::adoption},
    Transition{ActorKind::director, State::rejected, State::applied, Period::adoption},
    Transition{ActorKind::director, State::held, State::applied, Period::adoption},
    // M5.3: a hold, and what was left undecided, is resolved once the results are out.
    Transition{ActorKind::director, State::applied, State::adopted, Period::notified},
    Transition{ActorKind::director, State::applied, State::rejected, Period::notified},
    Transition{ActorKind::director, State::held, State::adopted, Period::notified},
    Transition{ActorKind::director, State::held, State::rejected, Period::notified},
    Transition{ActorKind::director, State::adopted, State::declined, Period::notified},  // M5.2
};

// Undecided, or one of the three decisions.
bool isDirectors(State state) {
  return state == State::applied || state == State::adopted || state == State::rejected || state == State::held;
}

Code withdrawalRefusal(Period period) {
  switch (period) {
    case Period::before:
    case Period::registration:
      return Code::moveNotAllowed;
    case Period::gap:
      return Code::withdrawalInGap;
    case Period::adoption:
      return Code::inAdoptionPeriod;
    default:
      return Code::withdrawalAfterAdoption;
  }
}

// The applicant's applications as they may see them.
class VisibleApplications {
 public:
  VisibleApplications(Season const& season, Instant now, std::span<PastApplication const> applications)
      : season_(season), now_(now), applications_(applications) {}

  State state(PastApplication const& one) const {
    return visibleState(one.state, one.round, season_, now_, Viewer::applicant);
  }
  bool any(State wanted) const { return find({wanted}) != nullptr; }
  // The latest application in one of the states; none if there is not any.
  PastApplication const* find(std::initializer_list<State> wanted) const {
    PastApplication const* latest = nullptr;
    for (PastApplication const& one : applications_) {
      bool const matches = std::find(wanted.begin(), wanted.end(), state(one)) != wanted.end();
      if (matches && (latest == nullptr || one.round > latest->round)) latest = &one;
    }
    return latest;
  }
  PastApplication const* live() const { return find({State::applied, State::held, State::adopted}); }

 private:
  Season const& season_;
  Instant now_;
  std::span<PastApplication const> applications_;
};

Code checkTarget(ProgramForApplication const& target) {
  if (!target.ownField) return Code::programOfOtherField;
  if (!target.recruits) return Code::programNotRecruiting;
  return target.sameAsNow ? Code::sameProgram : Code::ok;
}

Code registrationRefusal(Season const& season, Instant now) {
  Present const at = present(season, now);
  switch (at.period) {
    case Period::registration:
      return Code::ok;
    case Period::before:
      return Code::registrationNotOpen;
    case Period::notified:
      return at.round < season.rounds.back().number ? Code::registrationNotOpen : Code::noFurtherRound;
    case Period::over:
      return Code::noFurtherRound;
    default:
      return Code::registrationOver;
  }
}

}  // namespace

std::optional<State> stateOf(std::string_view text) {
  for (std::size_t i = 0; i < applicationStateNames.size(); ++i) {
    if (applicationStateNames[i] == text) return static_cast<State>(i);
  }
  return std::nullopt;
}

std::span<Transition const> allowedMoves() {
  return moves;
}

Code mayMove(ActorKind who, State from, State to, Period period) {
  auto const isIt = [&](Transition const& move) {
    return move.who == who && move.from == from && move.to == to && move.period == period;
  };
  if (std::any_of(moves.begin(), moves.end(), isIt)) return Code::ok;
  if (who == ActorKind::applicant && from == State::applied && to == State::withdrawn) return withdrawalRefusal(period);
  if (who != ActorKind::director) return Code::moveNotAllowed;
  if (to == State::declined && from != State::adopted) return Code::declineOnlyAdopted;
  bool const changes = from != to && isDirectors(from) && isDirectors(to);
  return changes ? Code::notInAdoptionPeriod : Code::moveNotAllowed;
}

Code mayApply(Season const& season, Instant now, std::span<PastApplication const> applications,
              ProgramForApplication const& target) {
  VisibleApplications const seen(season, now, applications);
  if (seen.any(State::adopted)) return Code::alreadyAdopted;
  if (seen.any(State::held)) return Code::applicationHeld;
  if (Code const refusal = registrationRefusal(season, now); refusal != Code::ok) return refusal;
  if (seen.any(State::applied)) return Code::alreadyApplied;
  return checkTarget(target);
}

Code mayWithdraw(Season const& season, Instant now, std::span<PastApplication const> applications) {
  VisibleApplications const seen(season, now, applications);
  PastApplication const* const live = seen.live();
  if (live == nullptr) return Code::noApplication;
  if (seen.state(*live) != State::applied) return Code::withdrawalAfterAdoption;
  return mayMove(ActorKind::applicant, State::applied, State::withdrawn, periodOf(season, live->round, now));
}

Code maySwitch(Season const& season, Instant now, std::span<PastApplication const> applications,
               ProgramForApplication const& target) {
  Code const withdrawal = mayWithdraw(season, now, applications);
  return withdrawal == Code::ok ? checkTarget(target) : withdrawal;
}

Code mayChangeData(Season const& season, Instant now, std::span<PastApplication const> applications) {
  PastApplication const* const live = VisibleApplications(season, now, applications).live();
  if (live == nullptr) return Code::ok;
  return periodOf(season, live->round, now) < Period::adoption ? Code::ok : Code::changeThroughDirector;
}

Code mayDelete(Season const& season, Instant now, std::span<PastApplication const> applications) {
  return VisibleApplications(season, now, applications).live() == nullptr ? Code::ok : Code::liveApplication;
}

Allowed allowed(Season const& season, Instant now, std::span<PastApplication const> applications) {
  return {mayApply(season, now, applications), maySwitch(season, now, applications),
          mayWithdraw(season, now, applications), mayChangeData(season, now, applications),
          mayDelete(season, now, applications)};
}

}  // namespace senkoi::workflow
