#include "server/api/acting_for.hpp"

#include "server/json/problem.hpp"

namespace senkoi::server {
namespace {

constexpr std::string_view staffPrefix = "staff-";

// The name of the session that the header speaks of: staff and applicants may be logged in side by side.
std::optional<std::string> sessionSpokenOf(const RequestContext& context, std::string_view said) {
  if (said.starts_with(staffPrefix))
    return context.staffCaller ? std::optional(actingForName(*context.staffCaller)) : std::nullopt;
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
  const auto owner = sessionSpokenOf(context, said);
  if (owner ? *owner != said : needed) throw json::ApiError{Code::actingForAnother};
}

}  // namespace senkoi::server
