// Whom a page shows, against whom the request's session belongs to (reliability 46). The cookie changes with whoever
// logs in last, in any window; the page does not. So each write says whom its page shows, and is done for nobody else.
// Free functions without state.
#pragma once

#include "server/api/routes.hpp"
#include "server/handlers/request_context.hpp"

namespace senkoi::server {

inline constexpr std::string_view actingForHeader = "x-senkoi-acting-for";

// What the header says for a session: the user ID of an applicant, "staff-17" for a member of staff.
std::string actingForName(const Caller&);
std::string actingForName(const StaffCaller&);

// For an unsafe request whose session and role are known. Throws an ApiError: actingForMissing where the route needs a
// session and the request does not say for whom, actingForAnother where it names somebody else than the session. On
// routes that need no session (log-out, log-in) the header may be left out; where it is there it must agree with the
// session that it speaks of, if there is one.
void requireActingFor(const RequestContext& context, const Route& route);

}  // namespace senkoi::server
