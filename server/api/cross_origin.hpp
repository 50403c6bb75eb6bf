// CORS (Fetch standard, 3.2): which answers a page of another origin may read. The site's own origins get everything
// with the session, societies' pages the public reads and the mail address without one, others nothing. Free functions
// without state.
#pragma once

#include "server/api/router.hpp"
#include "server/http/message.hpp"
#include "server/http/origins.hpp"

namespace senkoi::server {

// Whether a page of this kind is answered at this route; what it isn't answered, it may not do either.
bool isHeard(http::Origins::Kind kind, const Route& route);

void allowOrigin(http::Response& response, const http::Request& request, const http::Origins& origins,
                 const Route& route);

void answerPreflight(http::Response& response, const http::Request& request, const http::Origins& origins,
                     const Resource& resource);

}  // namespace senkoi::server
