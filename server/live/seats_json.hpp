// How full a program and its prefecture are, as directors and offices are told (S1, S2). Pure.
#pragma once

#include <algorithm>

#include "server/json/answer.hpp"
#include "server/operations/records.hpp"

namespace senkoi::server::live {

// Where there is no ceiling, it and what is left of it are null. Never below zero: an office may have lowered a limit.
inline json::Json seatsOf(const store::SeatsLeft& seats) {
  const auto left = [](std::int64_t limit, std::int64_t taken) { return std::max<std::int64_t>(0, limit - taken); };
  return {{"adopted", seats.adoptedInProgram},
          {"capacity", seats.capacity},
          {"left", left(seats.capacity, seats.adoptedInProgram)},
          {"prefecture_adopted", seats.adoptedInCell},
          {"ceiling", json::orNull(seats.ceiling)},
          {"ceiling_left", seats.ceiling ? json::Json(left(*seats.ceiling, seats.adoptedInCell)) : json::Json()}};
}

}  // namespace senkoi::server::live
