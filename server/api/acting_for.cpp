#include "server/api/acting_for.hpp"

#include "server/json/problem.hpp"

namespace senkoi::server {
namespace {

constexpr std::string_view staffPrefix = "staff-";

// The name of the session that the header speaks of: staff and applicants may be logged in side by side.
std::optional<std::string> sessionSpokenOf(const Call& call, std::string_view said) {
  if (said.starts_with(staffPrefix))
    return call.staffCaller ? std::optional(actingForName(*call.staffCaller)) : std::nullopt;
  return call.caller ? std::optional(actingForName(*call.caller)) : std::nullopt;
}

}  // namespace

std::string actingForName(const Caller& caller) {
  return caller.userId;
}

std::string actingForName(const StaffCaller& caller) {
  return std::string(staffPrefix) + std::to_string(caller.staff.id);
}

void requireActingFor(const Call& call, const Route& route) {
  const bool needed = route.audience != Audience::everyone && route.audience != Audience::demo;
  const std::string_view said = call.request.header(actingForHeader);
  if (said.empty()) {
    if (needed) throw json::Refusal{Code::actingForMissing};
    return;
  }
  const auto owner = sessionSpokenOf(call, said);
  if (owner ? *owner != said : needed) throw json::Refusal{Code::actingForAnother};
}

}  // namespace senkoi::server
