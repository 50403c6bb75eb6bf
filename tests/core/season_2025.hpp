// The real calendar of the 2025 season (three rounds), for tests of the workflow.
#pragma once

#include "senkoi/rules/japan_time.hpp"
#include "senkoi/workflow/calendar.hpp"

namespace senkoi::workflow {

inline Instant noon(int year, int month, int day) {
  return rules::japanTime({year, month, day, 12});
}

inline Season season2025() {
  return {
      2025,
      {{1, {noon(2024, 11, 1), noon(2024, 11, 15)}, {noon(2024, 11, 18), noon(2024, 11, 26)}, noon(2024, 11, 29), {}},
       {2, {noon(2024, 12, 2), noon(2024, 12, 13)}, {noon(2024, 12, 16), noon(2024, 12, 23)}, noon(2024, 12, 25), {}},
       {3, {noon(2025, 1, 7), noon(2025, 1, 22)}, {noon(2025, 1, 23), noon(2025, 1, 31)}, noon(2025, 2, 3), {}}}};
}

}  // namespace senkoi::workflow
