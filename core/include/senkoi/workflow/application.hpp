// The life of an application: a table of allowed moves, and what an applicant may do now. Pure, thread-safe.
// The page greys a button with the same code with which the server refuses (M3.5, M4.1, M5.2, M5.3, M6.1, M6.2).
//
// The functions about an applicant take their applications of the season as decided (the server) or as visible (the
// page): a decision that is not out yet never changes an answer (M5.1).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "senkoi/codes/application_state.hpp"
#include "senkoi/codes/code.hpp"
#include "senkoi/workflow/calendar.hpp"

namespace senkoi::workflow {

using State = ApplicationState;

// The state that name() calls so; none for any other text.
std::optional<State> stateOf(std::string_view name);

// office: 領域学会 or 機構. None of its moves is in the table: it publishes the calendar, it does not decide.
enum class ActorKind : std::uint8_t { applicant, director, office, system };

inline constexpr std::array<std::string_view, 4> whoNames{"applicant", "director", "office", "system"};

constexpr std::string_view name(ActorKind who) {
  return whoNames[static_cast<std::size_t>(who)];
}

// One row: who may move an application from one state to another, in which period of the application's round.
struct Transition {
  ActorKind who;
  State from, to;
  Period period;
};
std::span<Transition const> allowedMoves();

// Code::ok, or why not: one of the table's refusals in the words of the period (M4.1).
Code mayMove(ActorKind who, State from, State to, Period period);

struct PastApplication {
  int round;
  State state;
};

// A program as an application meets it.
struct ProgramForApplication {
  bool ownField = true;    // of the applicant's field (M1.2)
  bool recruits = true;    // in the present round
  bool sameAsNow = false;  // switching to where one already is
};

Code mayApply(Season const& season, Instant now, std::span<PastApplication const> applications,
              ProgramForApplication const& target = {});
Code maySwitch(Season const& season, Instant now, std::span<PastApplication const> applications,
               ProgramForApplication const& target = {});
Code mayWithdraw(Season const& season, Instant now, std::span<PastApplication const> applications);
Code mayChangeData(Season const& season, Instant now, std::span<PastApplication const> applications);
Code mayDelete(Season const& season, Instant now, std::span<PastApplication const> applications);

// All five at once, each Code::ok or the refusal.
struct Allowed {
  Code apply, switchTo, withdraw, change, deletion;
};
Allowed allowed(Season const& season, Instant now, std::span<PastApplication const> applications);

}  // namespace senkoi::workflow
