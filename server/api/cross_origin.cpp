#include "server/api/cross_origin.hpp"

#include <algorithm>

namespace senkoi::server {
namespace {

using http::Method;
using Kind = http::Origins::Kind;

bool isPublicRead(const Route& route) {
  return route.requiredRole == RequiredRole::everyone && route.method == Method::get;
}

Method methodNamed(std::string_view name) {
  if (name == "GET" || name == "HEAD") return Method::get;
  if (name == "POST") return Method::post;
  if (name == "PUT") return Method::put;
  if (name == "DELETE") return Method::remove;
  return Method::other;
}

// Joins the handler's own Vary: two fields of it are one list, but caches have been seen to read the first alone.
void varyByOrigin(http::Response& response) {
  auto const found = std::ranges::find(response.headers, "vary", &std::pair<std::string_view, std::string>::first);
  if (found == response.headers.end()) {
    response.headers.emplace_back("vary", "origin");
  } else {
    found->second += ", origin";
  }
}

void allow(http::Response& response, std::string_view origin, Kind kind) {
  response.headers.emplace_back("access-control-allow-origin", origin);
  if (kind == Kind::site) response.headers.emplace_back("access-control-allow-credentials", "true");
  response.headers.emplace_back("cross-origin-resource-policy", "cross-origin");
}

}  // namespace

bool isHeard(http::Origins::Kind kind, const Route& route) {
  if (kind == Kind::site) return true;
  return kind == Kind::embed && (isPublicRead(route) || route.fromEmbeds.perMinute > 0);
}

void allowOrigin(http::Response& response, const http::Request& request, const http::Origins& origins,
                 const Route& route) {
  varyByOrigin(response);
  auto const origin = request.header("origin");
  auto const kind = origins.of(origin);
  if (!isHeard(kind, route)) return;
  allow(response, origin, kind);
  response.headers.emplace_back("access-control-expose-headers", "etag, retry-after");
}

void answerPreflight(http::Response& response, const http::Request& request, const http::Origins& origins,
                     const Resource& resource) {
  varyByOrigin(response);
  auto const origin = request.header("origin");
  auto const kind = origins.of(origin);
  auto const* const route = resource.route(methodNamed(request.header("access-control-request-method")));
  if (!route || !isHeard(kind, *route)) return;
  allow(response, origin, kind);
  response.headers.emplace_back("access-control-allow-methods", resource.allow);
  response.headers.emplace_back("access-control-allow-headers",
                                "accept-language, content-type, idempotency-key, if-none-match, x-senkoi-acting-for");
  response.headers.emplace_back("access-control-max-age", "7200");
}

}  // namespace senkoi::server
