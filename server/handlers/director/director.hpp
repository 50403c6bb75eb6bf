// What directors ask (S1, S2, M5.2), one file each. As handlers.hpp says; every application and program passes through
// the store’s question whose it is: a foreign one answers 404 (23).
#pragma once

#include "server/base/async.hpp"
#include "server/handlers/app.hpp"
#include "server/handlers/call.hpp"
#include "server/http/event_stream.hpp"

namespace senkoi::server::handlers {

Async<http::Response> candidates(Call&, App&);
Async<http::Response> candidatesCsv(Call&, App&);
Async<http::Response> decide(Call&, App&);
Async<http::Response> decline(Call&, App&);
Async<http::Response> changeCandidateData(Call&, App&);
http::Streaming seatsEvents(Call&, App&);

}  // namespace senkoi::server::handlers
