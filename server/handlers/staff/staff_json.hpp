// What handlers tell of staff, as JSON, and whom a caller may reach: a person who is none of theirs is not there (23).
#pragma once

#include "senkoi/workflow/staff.hpp"
#include "server/handlers/request_context.hpp"
#include "server/handlers/services.hpp"
#include "server/json/answer.hpp"
#include "server/json/body.hpp"
#include "server/json/problem.hpp"
#include "server/operations/records.hpp"

namespace senkoi::server::handlers {

json::Json staffOf(const store::Staff&);
json::Json personOf(const store::Staff&,
                    store::Store& reader);  // as those who answer for them see them: with programs and dates
json::Json programsOf(std::int64_t staff, store::Store& reader);

inline workflow::Post postOf(const store::Staff& staff) {
  return {staff.role, staff.field};
}

// Whom the path names, where the caller answers for them; else 404.
store::Staff personOf(const RequestContext&, Services&);

// Numbers of programs in a body; 422 for anything else.
std::vector<std::int64_t> takePrograms(json::JsonObject& body);

}  // namespace senkoi::server::handlers
