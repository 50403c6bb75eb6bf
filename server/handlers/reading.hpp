// What handlers read from a request before they do anything. Each throws a json::Refusal where it cannot.
#pragma once

#include <cstdint>
#include <string>

#include "senkoi/codes/field.hpp"
#include "senkoi/forms/check.hpp"
#include "server/accounts/password_hasher.hpp"
#include "server/handlers/request_context.hpp"
#include "server/handlers/services.hpp"
#include "server/json/body.hpp"
#include "server/json/problem.hpp"

namespace senkoi::server::handlers {

// What the rules may know: the request's time, the season, the operator's password policy.
forms::Context contextOf(const Services&, Instant now);

void requireSeason(
    const Services&);  // 409 on a fresh installation: until the board has set up a season nobody registers

json::JsonObject bodyOf(const RequestContext&);  // 400 unless an object
void refuseBody(const RequestContext&);          // 422 where one says anything (24)
store::Hash takeToken(json::JsonObject& body);   // 410 for what is no token at all

json::ApiError refusalOfLink(Services&, const store::Hash& token, Code);  // with whose link it was, where that is known

std::int64_t idOf(const RequestContext&);             // of the path; 404 unless a positive number
Field fieldOf(const RequestContext&);                 // of the path; 404 for an unknown one
std::string idempotencyKeyOf(const RequestContext&);  // of the header, a UUID; empty where missing

// A place among those whose password is hashed, for whoever brings `who` again when told to come later (12).
accounts::AdmissionTicket placeFor(Services&, std::string_view who);
accounts::AdmissionTicket placeFor(Services&, const store::Hash& who);

}  // namespace senkoi::server::handlers
