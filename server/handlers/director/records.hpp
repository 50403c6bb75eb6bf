// What a director is told of an application: as it is, with all that the registration holds (S1). Never for applicants
// or the public (M5.1).
#pragma once

#include <cstdint>
#include <vector>

#include "server/handlers/request_context.hpp"
#include "server/handlers/services.hpp"
#include "server/json/answer.hpp"
#include "server/operations/records.hpp"

namespace senkoi::server::handlers {

std::int64_t staffIdOf(const RequestContext&);

// All of the caller’s programs, or the one that the query names; 404 for a foreign one.
std::vector<store::Program> programsAsked(const RequestContext&, store::Store& reader);

// Null where nothing is held.
json::Json heldOf(const store::Candidate&);
json::Json mayOf(const store::Application&, const workflow::Season&, Instant now);
// `kinds`: the season has kinds of seats, and the application says of which (T2). Where the applicant does not count
// everywhere, that is said too (T4).
json::Json candidateOf(const store::Candidate&, const workflow::Season&, bool kinds, store::Store& reader, Instant now);

}  // namespace senkoi::server::handlers
