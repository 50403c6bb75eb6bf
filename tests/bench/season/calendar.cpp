#include "tests/bench/season/calendar.hpp"

#include <string>

#include "server/demo/season_data.hpp"

namespace senkoi::bench {
namespace {

constexpr std::int64_t idsOfACopy = 100'000;  // above every number of the demo's programs

workflow::Window moved(workflow::Window window, Instant by) {
  return {window.from + by, window.until + by};
}

}  // namespace

workflow::Season seasonAround(workflow::Window registration) {
  workflow::Season season = server::demo::seasonOf2019();
  const Instant by = registration.until - season.rounds.front().registration.until;
  for (workflow::Round& round : season.rounds) {
    round.registration = moved(round.registration, by);
    round.adoption = moved(round.adoption, by);
    round.notification += by;
  }
  season.rounds.front().registration = registration;
  while (workflow::trainingStart(season) <= season.rounds.back().notification) ++season.startYear;
  return season;
}

std::vector<server::store::Program> makePrograms(std::size_t count) {
  auto programs = server::demo::makePrograms();
  const std::size_t original = programs.size();
  for (std::size_t i = original; i < count; ++i) {
    auto copy = programs[i % original];
    const std::size_t number = i / original;
    copy.id += idsOfACopy * static_cast<std::int64_t>(number);
    copy.facility += "第" + std::to_string(number + 1) + "分院";
    programs.push_back(std::move(copy));
  }
  return programs;
}

}  // namespace senkoi::bench
