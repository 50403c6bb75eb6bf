// The states of an application (応募) and the periods of a round: names that workflow decides with and words speaks of.
// Pure values; safe from any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace senkoi {

/// Where an application stands. `applied` is undecided (未処理).
enum class ApplicationState : std::uint8_t { applied, withdrawn, adopted, rejected, held, declined };

inline constexpr std::array<std::string_view, 6> applicationStateNames{"applied",  "withdrawn", "adopted",
                                                                       "rejected", "held",      "declined"};

constexpr std::string_view name(ApplicationState state) {
  return applicationStateNames[static_cast<std::size_t>(state)];
}

/// What a state means to whoever counts or asks; a new state does not compile until each has decided on it.
/// live: it stands in the way of deleting the ID and of closing the program (M6.2).
constexpr bool isLive(ApplicationState state) {
  switch (state) {
    case ApplicationState::applied:
    case ApplicationState::held:
    case ApplicationState::adopted:
      return true;
    case ApplicationState::withdrawn:
    case ApplicationState::rejected:
    case ApplicationState::declined:
      return false;
  }
  return false;
}

/// A candidate of the program: its director sees it, and its applicant is told the result. What was taken back is none.
constexpr bool isCandidate(ApplicationState state) {
  switch (state) {
    case ApplicationState::applied:
    case ApplicationState::held:
    case ApplicationState::adopted:
    case ApplicationState::rejected:
    case ApplicationState::declined:
      return true;
    case ApplicationState::withdrawn:
      return false;
  }
  return false;
}

/// Takes a seat of the program and of the ceiling (S2).
constexpr bool takesSeat(ApplicationState state) {
  switch (state) {
    case ApplicationState::adopted:
      return true;
    case ApplicationState::applied:
    case ApplicationState::held:
    case ApplicationState::rejected:
    case ApplicationState::declined:
    case ApplicationState::withdrawn:
      return false;
  }
  return false;
}

/// before: nothing opened yet; gap: between registration and adoption; waiting: adoption over, results not out;
/// notified: results out, next round not open; over: the season is done.
enum class Period : std::uint8_t { before, registration, gap, adoption, waiting, notified, over };

inline constexpr std::array<std::string_view, 7> periodNames{"before",  "registration", "gap", "adoption",
                                                             "waiting", "notified",     "over"};

constexpr std::string_view name(Period period) {
  return periodNames[static_cast<std::size_t>(period)];
}

}  // namespace senkoi
