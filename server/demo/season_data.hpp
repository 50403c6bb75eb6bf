// The whole season of the demo as plain data: deterministic, at the scale of the real one. Pure: makes, stores nothing.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "senkoi/workflow/calendar.hpp"
#include "server/operations/records.hpp"

namespace senkoi::server::demo {

// The season whose training starts in April 2019. The registration periods are the real ones: round 1 to the minute; of
// round 2 only the days are known, noon is taken. What is not known is set like the seasons before and after it:
// adoption and notification of both, and all of round 3, in which the five prefectures do not recruit (as in the 2018
// season).
workflow::Season seasonOf2019();

// When the demo's clock begins: a week before the first registration period ends.
Instant opening();

// 3,205 programs in order of field, prefecture and size; id = field × 1000 + place in the field, from 1. Phone numbers
// have an exchange 0000, which no real number has; mail and web addresses end in example.jp.
std::vector<store::Program> makePrograms();

// By the 2018 rule: five years of adoptions and the mean that is in force; Tokyo's pediatrics has 124.
std::vector<store::Ceiling> makeCeilings();

// Of the 機構 to everybody, of societies to their field (M3.1 ②).
std::vector<store::Notice> makeNotices();

struct SeasonData {
  store::SeasonStart start;
  std::vector<store::DemoApplicant> applicants;  // the crowd and, at the end, those of knownLogIns()
};

// `crowdsHash` nobody's password has; `knownHash` is that of the known log-ins' password.
SeasonData makeSeasonData(std::uint32_t applicants, const std::string& crowdsHash, const std::string& knownHash);

}  // namespace senkoi::server::demo
