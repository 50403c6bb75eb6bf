// The calendar of the demo: the season whose training starts in April 2019. Pure.
#pragma once

#include "senkoi/workflow/calendar.hpp"

namespace senkoi::server::demo {

// The registration periods are the real ones: round 1 to the minute; of round 2 only the days are known, noon is taken.
// What is not known is set like the seasons before and after it: adoption and notification of both, and all of round 3,
// in which the five prefectures do not recruit (as in the 2018 season).
workflow::Season seasonOf2019();

// When the demo's clock begins: a week before the first registration period ends.
Instant opening();

}  // namespace senkoi::server::demo
