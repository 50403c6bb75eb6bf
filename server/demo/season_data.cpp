#include "server/demo/season_data.hpp"

#include <algorithm>
#include <iterator>

#include "server/demo/applicants.hpp"
#include "server/demo/notices.hpp"
#include "server/demo/programs.hpp"
#include "server/demo/season_calendar.hpp"

namespace senkoi::server::demo {

SeasonData makeSeasonData(std::uint32_t applicants, const std::string& crowdsHash, const std::string& knownHash) {
  SeasonData data;
  data.start = {seasonOf2019(), makePrograms(), makeCeilings(), makeNotices()};
  data.applicants = makeApplicants(data.start.programs, applicants, crowdsHash);
  std::ranges::move(makeKnownApplicants(data.start.programs, knownHash), std::back_inserter(data.applicants));
  return data;
}

}  // namespace senkoi::server::demo
