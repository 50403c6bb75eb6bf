// What handlers tell of the store's records, as JSON, and of the store's refusals. An applicant sees nothing of a
// decision before its notification time (M5.1, 28): every application passes through here.
#pragma once

#include "server/handlers/services.hpp"
#include "server/json/answer.hpp"
#include "server/json/problem.hpp"
#include "server/operations/records.hpp"
#include "server/operations/seat_records.hpp"

namespace senkoi::server::handlers {

inline constexpr unsigned retryWhenBusy = 2;  // seconds

// What GET /season answers; the export for hosts without an API writes it, too.
json::Json seasonRecord(const workflow::Season&, const store::SeasonSeats&, const Configuration&, Instant now,
                        bool demo);
// What a kind or group is called: in the season's words, else in core's (T1).
std::string_view kindName(const store::SeasonSeats&, std::string_view code, Language);
// {code, group, name, sentence} of each of the season's kinds and groups.
json::Json kindsOf(const store::SeasonSeats&);

json::Json presentOf(const workflow::Season&, Instant now);
json::Json applicationOf(const store::Application&, const Services&, Instant now);

// As the applicant may see them.
std::vector<workflow::PastApplication> visible(const std::vector<store::Application>&, const workflow::Season&,
                                               Instant now);

// A number, or null where no season is known (M2.3b).
json::Json yearsSinceLicence(const store::UserData&, int startYear);

// A refusal of the store that belongs to an item is told there.
json::ApiError refusalOf(Code);

// The application, or what refused it.
template <class T>
T valueOf(store::Outcome<T> outcome) {
  if (!outcome.value) throw refusalOf(outcome.code);
  return std::move(*outcome.value);
}

}  // namespace senkoi::server::handlers
