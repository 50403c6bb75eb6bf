// One request on its way through a handler: the message, what stood for {…} in the route's path, and who calls.
// Made by the router for each request; lives as long as the request does. Single-threaded.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "senkoi/codes/language.hpp"
#include "server/accounts/caller.hpp"
#include "server/http/message.hpp"
#include "server/json/parse.hpp"

namespace senkoi::server {

struct RequestContext {
  const http::Request& request;
  std::string_view parameter;                // "17" of /api/v1/programs/{id}; empty where the path has none
  json::Nesting nesting;                     // of what the route takes as a body
  Language language;                         // of sentences in the answer (Accept-Language)
  std::optional<Caller> caller;              // set on every route for applicants
  std::optional<StaffCaller> staffCaller{};  // set on every route for staff

  // The time that every deadline is measured by: when the request's last byte had arrived.
  Instant now() const { return request.received; }

  store::Actor actor() const {
    if (staffCaller) return store::actorOf(staffCaller->staff, request.peer);
    return {workflow::ActorKind::applicant, caller ? caller->userId : std::string{}, request.peer};
  }
};

}  // namespace senkoi::server
