// The table of routes: verb, path, who may, rate limit, body limit, handler. Read this first to know the API.
// A test walks the table with every kind of caller.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <variant>

#include "server/base/async.hpp"
#include "server/http/event_stream.hpp"
#include "server/http/message.hpp"
#include "server/json/parse.hpp"

namespace senkoi::server {

struct Services;        // server/handlers/services.hpp: what handlers may use
struct RequestContext;  // server/handlers/request_context.hpp: one request with its path parameters and its caller

// staff: any role; office: society or board; the others are roles (core's Role). Which objects of a kind are theirs is
// the handler's and the store's to know: a foreign one answers 404.
enum class RequiredRole : std::uint8_t { everyone, applicant, staff, director, society, board, office, demo };

// Requests allowed a minute for one address (0 = unlimited); what counts per account is the handler's.
struct RateLimit {
  unsigned perMinute = 0;
};

// A handler is a free function from call to response. Reads answer at once; writes and log-ins wait; events go on.
using ImmediateHandler = http::Response (*)(RequestContext&, Services&);
using WaitingHandler = Async<http::Response> (*)(RequestContext&, Services&);
using StreamingHandler = http::Streaming (*)(RequestContext&, Services&);

// What a body must be: neither can be sent by a plain HTML form.
enum class Content : std::uint8_t { json, csv };

// What a route takes: as much as its longest form needs, and nested only where the form has lists.
struct BodyRule {
  std::size_t limit;  // bytes
  json::Nesting nesting = json::Nesting::flat;
  Content content = Content::json;
};

struct Route {
  http::Method method;
  std::string_view path;  // "/api/v1/programs/{id}"
  RequiredRole requiredRole;
  RateLimit limit;
  BodyRule body;
  std::variant<ImmediateHandler, WaitingHandler, StreamingHandler> handler;
  RateLimit fromEmbeds{};  // writes that all visitors of one society's page may do together; 0: none from there
};

std::span<const Route> routes();

}  // namespace senkoi::server
