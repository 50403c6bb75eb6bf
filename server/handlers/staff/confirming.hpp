// The second factor at the door: from what was entered to what the store is to spend (reliability 14).
#pragma once

#include "server/handlers/request_context.hpp"
#include "server/handlers/services.hpp"
#include "server/operations/staff_store.hpp"

namespace senkoi::server::handlers {

// What an authenticator goes by: the real time, where a demo's clock is elsewhere.
Instant authenticatorNow(const RequestContext&, const Services&);

// Nothing where the code is wrong, too old or too new, or was used. `code` is canonical (core's confirmation_code.hpp).
std::optional<store::Confirmation> confirmed(const store::StaffCredentials&, std::string_view code,
                                             const RequestContext&, Services&);

// What to say of a code that did not confirm to somebody who has proven who they are: the clock of their device, where
// that explains it; else `wrong`. Of nobody (null) always `wrong`, after the same work.
Code faultOfCode(const store::StaffCredentials*, std::string_view code, Code wrong, const RequestContext&, Services&);

// Whose tries are counted together: log-in and recovery of one address.
std::string triedName(std::string_view mail);

}  // namespace senkoi::server::handlers
