// How the enumerations of core are stored, and sets of states as SQL writes them. Pure.
#pragma once

#include <string>
#include <string_view>

#include "senkoi/codes/application_state.hpp"
#include "senkoi/codes/field.hpp"
#include "senkoi/codes/language.hpp"
#include "senkoi/codes/prefecture.hpp"
#include "senkoi/codes/role.hpp"
#include "senkoi/workflow/application.hpp"
#include "server/database/connection.hpp"

namespace senkoi {

// Found by the enumerations' own namespace.
inline std::string_view storedText(ApplicationState state) {
  return name(state);
}
inline void readStored(std::string_view text, ApplicationState& state) {
  if (const auto known = workflow::stateOf(text)) state = *known;
}
inline std::string_view storedText(Language language) {
  return tag(language);
}
inline void readStored(std::string_view text, Language& language) {
  if (const auto known = languageOf(text)) language = *known;
}
inline std::string_view storedText(Role role) {
  return name(role);
}
inline void readStored(std::string_view text, Role& role) {
  if (const auto known = roleOf(text)) role = *known;
}

}  // namespace senkoi

namespace senkoi::workflow {

inline std::string_view storedText(ActorKind who) {
  return name(who);
}
inline void readStored(std::string_view text, ActorKind& who) {
  for (std::size_t i = 0; i < whoNames.size(); ++i) {
    if (whoNames[i] == text) who = static_cast<ActorKind>(i);
  }
}

}  // namespace senkoi::workflow

namespace senkoi::server::store {

template <>
inline constexpr Stored storedAs<ApplicationState> = Stored::text;
template <>
inline constexpr Stored storedAs<Language> = Stored::text;
template <>
inline constexpr Stored storedAs<Role> = Stored::text;
template <>
inline constexpr Stored storedAs<workflow::ActorKind> = Stored::text;
template <>
inline constexpr Stored storedAs<Field> = Stored::number;
template <>
inline constexpr Stored storedAs<Prefecture> = Stored::number;

// The states that core counts in, as a list of SQL: "('applied', 'held', 'adopted')" for isLive.
inline std::string statesThat(bool (*belongs)(ApplicationState)) {
  std::string list;
  for (std::size_t i = 0; i < applicationStateNames.size(); ++i) {
    const auto state = static_cast<ApplicationState>(i);
    if (!belongs(state)) continue;
    list.append(list.empty() ? "('" : ", '").append(name(state)).append("'");
  }
  return list.append(")");
}

// Whether the results of a round may show at their time, as SQL over round JOIN season: no release was asked for, the
// letters are out, or two people have released them (S4).
inline constexpr std::string_view released =
    "(release_needed = 0 OR announced_at IS NOT NULL OR 2 <= (SELECT count(*) FROM round_release r"
    " WHERE r.start_year = round.start_year AND r.round = round.round))";

}  // namespace senkoi::server::store
