// The table of routes: verb, path, who may, rate limit, body limit, handler. Read this first to know the API.
// A test walks the table with every kind of caller.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <variant>

#include "server/async.hpp"
#include "server/http/message.hpp"

namespace senkoi::server {

struct App;   // server/app.hpp: what handlers may use
struct Call;  // server/call.hpp: one request with its path parameters and its caller

enum class Audience : std::uint8_t { everyone, applicant, demo };

// Requests allowed a minute for one address (0 = unlimited); what counts per account is the handler's.
struct RateLimit {
  unsigned perMinute = 0;
};

// A handler is a free function from call to response. Reads answer at once; writes and log-ins wait.
using ImmediateHandler = http::Response (*)(Call&, App&);
using WaitingHandler = Async<http::Response> (*)(Call&, App&);

struct Route {
  http::Method method;
  std::string_view path;  // "/api/v1/programs/{id}"
  Audience audience;
  RateLimit limit;
  std::size_t bodyLimit;  // bytes
  std::variant<ImmediateHandler, WaitingHandler> handler;
};

std::span<const Route> routes();

}  // namespace senkoi::server
