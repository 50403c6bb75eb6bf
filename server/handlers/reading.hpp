// What handlers read from a request before they do anything. Each throws a json::Refusal where it cannot.
#pragma once

#include <cstdint>
#include <string>

#include "senkoi/codes/field.hpp"
#include "senkoi/forms/check.hpp"
#include "server/accounts/password_pool.hpp"
#include "server/handlers/app.hpp"
#include "server/handlers/call.hpp"
#include "server/json/body.hpp"
#include "server/json/problem.hpp"

namespace senkoi::server::handlers {

// What the rules may know: the request's time, the season, the operator's password policy.
forms::Context contextOf(const App&, Instant now);

void requireSeason(const App&);  // 409 on a fresh installation: until the board has set up a season nobody registers

json::Body bodyOf(const Call&);           // 400 unless an object
void refuseBody(const Call&);             // 422 where one says anything (24)
store::Hash takeToken(json::Body& body);  // 410 for what is no token at all

json::Refusal refusalOfLink(App&, const store::Hash& token, Code);  // with whose link it was, where that is known

std::int64_t idOf(const Call&);             // of the path; 404 unless a positive number
Field fieldOf(const Call&);                 // of the path; 404 for an unknown one
std::string idempotencyKeyOf(const Call&);  // of the header, a UUID; empty where missing

// A place among those whose password is hashed, for whoever brings `who` again when told to come later (12).
accounts::Place placeFor(App&, std::string_view who);
accounts::Place placeFor(App&, const store::Hash& who);

}  // namespace senkoi::server::handlers
