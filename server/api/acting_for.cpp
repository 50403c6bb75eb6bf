#include "server/api/acting_for.hpp"

#include "server/json/problem.hpp"

namespace senkoi::server {
namespace {

constexpr std::string_view staffPrefix = "staff-";

// Staff and applicants may be logged in side by side: the session that acts is the route's. Where a route needs none,
// the one that the header speaks of.
std::optional<std::string> sessionMeant(const RequestContext& context, RequiredRole role, bool needed,
                                        std::string_view said) {
  const bool staff = needed ? role != RequiredRole::applicant : said.starts_with(staffPrefix);
  if (staff) return context.staffCaller ? std::optional(actingForName(*context.staffCaller)) : std::nullopt;
  return context.caller ? std::optional(actingForName(*context.caller)) : std::nullopt;
}

}  // namespace

std::string actingForName(const Caller& caller) {
  return caller.userId;
}

std::string actingForName(const StaffCaller& caller) {
  return std::string(staffPrefix) + std::to_string(caller.staff.id);
}

void requireActingFor(const RequestContext& context, const Route& route) {
  const bool needed = route.requiredRole != RequiredRole::everyone && route.requiredRole != RequiredRole::demo;
  const std::string_view said = context.request.header(actingForHeader);
  if (said.empty()) {
    if (needed) throw json::ApiError{Code::actingForMissing};
    return;
  }
  const auto owner = sessionMeant(context, route.requiredRole, needed, said);
  if (owner ? *owner != said : needed) throw json::ApiError{Code::actingForAnother};
}

}  // namespace senkoi::server
