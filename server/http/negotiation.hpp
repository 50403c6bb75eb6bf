// What the client would like: language, encoding, and whether it has the answer already (RFC 9110, 12.5 and 13.1.2).
// Pure functions of the request.
#pragma once

#include <string_view>

#include "senkoi/codes/language.hpp"
#include "server/http/message.hpp"

namespace senkoi::server::http {

// Japanese unless English is asked for with more weight.
Language language(const Request& request);

// Whether Accept-Encoding names the coding ("br", "gzip") with a weight above 0.
bool accepts(const Request& request, std::string_view coding);

// Whether If-None-Match holds this entity tag, compared weakly.
bool hasAlready(const Request& request, std::string_view etag);

// 304 without the body where the client has this very answer (its "etag" field) already.
Response withoutWhatIsKnown(Response response, const Request& request);

}  // namespace senkoi::server::http
