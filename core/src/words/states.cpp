// States of an application, rounds of a season with their periods, and roles of staff, in the words of the manual.
#include <array>

#include "senkoi/words/label.hpp"

namespace senkoi::words {
namespace {

constexpr std::array<Bilingual, applicationStateNames.size()> states{{
    {"応募中", "Applied"},
    {"取下げ", "Withdrawn"},
    {"採用", "Adopted"},
    {"不採用", "Not adopted"},
    {"保留", "On hold"},
    {"辞退", "Declined"},
}};

constexpr std::array<Bilingual, periodNames.size()> periods{{
    {"登録開始前", "Before registration opens"},
    {"登録（応募）期間", "Registration period"},
    {"採用期間前", "Before the adoption period"},
    {"採用期間", "Adoption period"},
    {"採否結果の通知待ち", "Awaiting results"},
    {"採否結果通知後", "Results announced"},
    {"この年度の募集は終了しました", "Season over"},
}};

constexpr std::array<Bilingual, roleNames.size()> roles{{
    {"統括責任者", "Program director"},
    {"領域学会事務局", "Society office"},
    {"日本専門医機構事務局", "Board office"},
}};

constexpr std::array<Bilingual, 3> rounds{{
    {"一次募集", "First round"},
    {"二次募集", "Second round"},
    {"最終調整", "Final round"},
}};

static_assert(!states.back().en.empty() && !periods.back().en.empty() && !roles.back().en.empty(),
              "each state, period and role has its label");

}  // namespace

std::string_view label(ApplicationState state, Language language) {
  return states[static_cast<std::size_t>(state)].in(language);
}
std::string_view label(Period period, Language language) {
  return periods[static_cast<std::size_t>(period)].in(language);
}

std::string_view label(Role role, Language language) {
  return roles[static_cast<std::size_t>(role)].in(language);
}

std::string roundName(int round, Language language) {
  if (round >= 1 && round <= static_cast<int>(rounds.size())) {
    return std::string{rounds[static_cast<std::size_t>(round - 1)].in(language)};
  }
  std::string const number = std::to_string(round);
  return language == Language::ja ? "第" + number + "回募集" : "Round " + number;
}

}  // namespace senkoi::words
