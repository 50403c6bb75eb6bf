// How full a program and its prefecture are, as directors and offices are told (S1, S2). Pure.
#pragma once

#include <algorithm>

#include "server/json/answer.hpp"
#include "server/operations/records.hpp"

namespace senkoi::server::live {

// Where there is no ceiling, it and what is left of it are null; in a season with kinds, the offers of the program and
// the limits of its cell as well (T2, T3). Never below zero: an office may have lowered a limit.
inline json::Json seatsOf(const store::SeatsLeft& seats) {
  const auto left = [](std::int64_t limit, std::int64_t taken) { return std::max<std::int64_t>(0, limit - taken); };
  json::Json told = {
      {"adopted", seats.adoptedInProgram},
      {"capacity", seats.capacity},
      {"left", left(seats.capacity, seats.adoptedInProgram)},
      {"prefecture_adopted", seats.adoptedInCell},
      {"ceiling", json::orNull(seats.ceiling)},
      {"ceiling_left", seats.ceiling ? json::Json(left(*seats.ceiling, seats.adoptedInCell)) : json::Json()}};
  if (seats.offers.empty()) return told;
  json::Json& offers = told["offers"] = json::Json::array();
  for (const store::SeatsLeft::Offer& offer : seats.offers) {
    offers.push_back({{"kind", offer.kind},
                      {"adopted", offer.adopted},
                      {"seats", offer.seats},
                      {"left", left(offer.seats, offer.adopted)}});
  }
  json::Json& limits = told["limits"] = json::Json::array();
  for (std::size_t node = 0; node < seats.limits.nodes().size(); ++node) {
    const rules::LimitNode& one = seats.limits.nodes()[node];
    limits.push_back({{"node", one.key},
                      {"parent", one.parent},
                      {"limit", json::orNull(one.limit)},
                      {"adopted", seats.adoptedByNode[node]},
                      {"left", json::orNull(rules::leftBelow(one.limit, seats.adoptedByNode[node]))}});
  }
  return told;
}

}  // namespace senkoi::server::live
