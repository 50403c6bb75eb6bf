// What a connection asks of the program: how much body a request may bring, and its answer. Lives on the HTTP thread.
#pragma once

#include <cstddef>
#include <functional>
#include <variant>

#include "senkoi/codes/code.hpp"
#include "server/base/async.hpp"
#include "server/http/event_stream.hpp"
#include "server/http/message.hpp"

namespace senkoi::server::http {

// At once, or after something (a durable commit, a hash) that the connection awaits, or one that goes on.
using Answer = std::variant<Response, Async<Response>, Streaming>;

struct RequestHandler {
  std::function<std::size_t(const Request& head)> bodyLimit;
  std::function<Answer(Request&)> answer;                // neither it nor what it awaits throws
  std::function<Response(const Request&, Code)> refuse;  // for what never becomes a request
};

}  // namespace senkoi::server::http
