// What directors ask (S1, S2, M5.2), one file each. As handlers.hpp says; every application and program passes through
// the store’s question whose it is: a foreign one answers 404 (23).
#pragma once

#include "server/base/async.hpp"
#include "server/handlers/request_context.hpp"
#include "server/handlers/services.hpp"
#include "server/http/event_stream.hpp"

namespace senkoi::server::handlers {

Async<http::Response> candidates(RequestContext&, Services&);
Async<http::Response> candidatesCsv(RequestContext&, Services&);
Async<http::Response> decide(RequestContext&, Services&);
Async<http::Response> decline(RequestContext&, Services&);
Async<http::Response> changeCandidateData(RequestContext&, Services&);
http::Streaming seatsEvents(RequestContext&, Services&);

}  // namespace senkoi::server::handlers
