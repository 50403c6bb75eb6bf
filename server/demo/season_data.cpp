#include "server/demo/season_data.hpp"

#include <algorithm>
#include <iterator>

#include "senkoi/rules/ceiling.hpp"
#include "senkoi/rules/japan_time.hpp"
#include "server/demo/applicants.hpp"

namespace senkoi::server::demo {
namespace {

Instant noon(int year, int month, int day) {
  return rules::japanTime({year, month, day, 12});
}

// All fields of each prefecture that has a ceiling anywhere.
rules::CellSet fivePrefectures() {
  const rules::CellSet ceilings = rules::CeilingRule::of2018().cells;
  rules::CellSet cells;
  for (unsigned prefecture = 1; prefecture <= prefectureCount; ++prefecture) {
    const auto there = static_cast<Prefecture>(prefecture);
    if (!ceilings.contains({Field::internalMedicine, there})) continue;
    for (unsigned field = 1; field <= fieldCount; ++field) cells.insert({static_cast<Field>(field), there});
  }
  return cells;
}

}  // namespace

workflow::Season seasonOf2019() {
  return {
      2019,
      {{1, {noon(2018, 10, 22), noon(2018, 11, 21)}, {noon(2018, 12, 3), noon(2018, 12, 14)}, noon(2018, 12, 18), {}},
       {2, {noon(2018, 12, 22), noon(2019, 1, 21)}, {noon(2019, 1, 28), noon(2019, 2, 6)}, noon(2019, 2, 12), {}},
       {3,
        {noon(2019, 2, 16), noon(2019, 3, 4)},
        {noon(2019, 3, 6), noon(2019, 3, 12)},
        noon(2019, 3, 15),
        fivePrefectures()}}};
}

Instant opening() {
  return rules::japanTime({2018, 11, 14, 10});
}

SeasonData makeSeasonData(std::uint32_t applicants, const std::string& crowdsHash, const std::string& knownHash) {
  SeasonData data;
  data.start = {seasonOf2019(), makePrograms(), makeCeilings(), makeNotices()};
  data.applicants = makeApplicants(data.start.programs, applicants, crowdsHash);
  std::ranges::move(makeKnownApplicants(data.start.programs, knownHash), std::back_inserter(data.applicants));
  return data;
}

}  // namespace senkoi::server::demo
