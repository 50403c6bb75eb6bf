#include "server/api/dispatch.hpp"

#include <chrono>

#include "server/accounts/rate_limiter.hpp"
#include "server/accounts/secrets.hpp"
#include "server/accounts/sessions.hpp"
#include "server/api/acting_for.hpp"
#include "server/api/cross_origin.hpp"
#include "server/base/ascii.hpp"
#include "server/base/log.hpp"
#include "server/http/negotiation.hpp"
#include "server/operations/store.hpp"

namespace senkoi::server {
namespace {

using http::Method;
using json::ApiError;

constexpr std::size_t usualBody = 64 * 1024;
constexpr std::string_view apiPrefix = "/api/";
constexpr unsigned retryAfterFailure = 5;  // seconds; a full disk is seldom emptied faster

bool isSafe(Method method) {
  return method == Method::get || method == Method::head || method == Method::options;
}

bool isOfType(std::string_view contentType, Content content) {
  const std::string_view wanted = content == Content::csv ? "text/csv" : "application/json";
  return http::equalsIgnoringCase(http::trimmed(contentType.substr(0, contentType.find(';'))), wanted);
}

// DELETE brings no body and so has no type; any other unsafe request must be one that no plain HTML form can make.
bool needsType(const http::Request& request) {
  return request.method != Method::remove || !request.body.empty();
}

bool isForStaff(RequiredRole audience) {
  return audience != RequiredRole::everyone && audience != RequiredRole::applicant && audience != RequiredRole::demo;
}

bool mayEnter(Role role, RequiredRole audience) {
  switch (audience) {
    case RequiredRole::director:
      return role == Role::director;
    case RequiredRole::society:
      return role == Role::society;
    case RequiredRole::board:
      return role == Role::board;
    case RequiredRole::office:
      return role != Role::director;
    case RequiredRole::staff:
      return true;
    default:
      return false;
  }
}

// Kept by nobody, unless the handler said otherwise: caches may keep even a 404 that says nothing.
http::Response unkept(http::Response response) {
  if (response.header("cache-control").empty()) response.headers.emplace_back("cache-control", "no-store");
  return response;
}

// Not the server's clock: the demo's may stand still or go back.
Instant steadyNow() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

}  // namespace

http::RequestHandler Dispatch::requestHandler() {
  return {[this](const http::Request& head) { return bodyLimit(head); },
          [this](http::Request& request) { return answer(request); },
          [this](const http::Request& request, Code code) { return refuse(request, code); }};
}

std::size_t Dispatch::bodyLimit(const http::Request& head) const {
  auto const* const resource = router_.find(head.path).resource;
  auto const* const route = resource ? resource->route(head.method) : nullptr;
  if (route == nullptr) return usualBody;
  return needsSession(*route) && !hasStaffSession(head) ? usualBody : route->body.limit;
}

// What only staff may send is not even taken from others: their large bodies would fill the memory.
bool Dispatch::needsSession(const Route& route) const {
  return route.body.limit > usualBody && isForStaff(route.requiredRole);
}

// True where the store cannot say: the body is read, and its answer tells of the failure (503).
bool Dispatch::hasStaffSession(const http::Request& head) const {
  try {
    auto const session = accounts::hashOf(head.cookie(app_.configuration.staffCookie()));
    return session && app_.staffSessions.lives(*session, app_.clock());
  } catch (...) {
    return true;
  }
}

http::Response Dispatch::refuse(const http::Request& request, Code code) const {
  return unkept(json::problem({code, {}, code == Code::busy ? 1u : 0u}, http::language(request)));
}

http::Answer Dispatch::answer(http::Request& request) {
  try {
    if (auto const match = router_.find(request.path); match.resource) return api(request, match);
    if (request.path.starts_with(apiPrefix)) throw ApiError{Code::notFound};
    return page(request);
  } catch (...) {
    return failed(request, std::current_exception());
  }
}

http::Answer Dispatch::api(const http::Request& request, const Router::Match& match) {
  if (request.method == Method::options) return options(request, *match.resource);
  auto const* const route = match.resource->route(request.method);
  if (!route) {
    auto response = refuse(request, Code::methodNotAllowed);
    response.headers.emplace_back("allow", match.resource->allow);
    return response;
  }
  try {
    admit(request, *route);
    RequestContext context{request,
                           match.parameter,
                           route->body.nesting,
                           http::language(request),
                           callerOf(request, *route),
                           staffCallerOf(request, *route)};
    if (!isSafe(request.method)) requireActingFor(context, *route);
    if (auto const* const waiting = std::get_if<WaitingHandler>(&route->handler))
      return await(*waiting, std::move(context), *route);
    if (auto const* const streaming = std::get_if<StreamingHandler>(&route->handler)) {
      auto going = (*streaming)(context, app_);
      going.head = finish(std::move(going.head), request, *route);
      return going;
    }
    return finish(std::get<ImmediateHandler>(route->handler)(context, app_), request, *route);
  } catch (...) {
    return finish(failed(request, std::current_exception()), request, *route);
  }
}

// The order is that of cost, and nothing is said of a session before the origin is known to be ours.
void Dispatch::admit(const http::Request& request, const Route& route) const {
  auto const origin = request.header("origin");
  auto const kind = origins_.of(origin);
  if (!isSafe(request.method)) {
    if (kind == Kind::none) throw ApiError{Code::originMissing};
    if (!isHeard(kind, route)) throw ApiError{Code::originRefused};
    if (needsType(request) && !isOfType(request.header("content-type"), route.body.content))
      throw ApiError{Code::notJson};
  }
  if (!app_.configuration.rateLimits) return;
  unsigned wait = app_.limiter.takeFrom(route.path, request.peer, route.limit.perMinute, steadyNow());
  if (wait == 0 && kind == Kind::embed)
    wait = app_.limiter.take(std::string{route.path}.append(1, '|').append(origin), route.fromEmbeds.perMinute,
                             steadyNow());
  if (wait > 0) throw ApiError{Code::tooManyAttempts, {}, wait};
}

// A session counts on the site's own pages alone: a society's may lie under the same domain, and then the cookie comes
// along. A read without an Origin is one of ours, or no page's at all.
bool Dispatch::ownPage(const http::Request& request) const {
  auto const kind = origins_.of(request.header("origin"));
  return kind == Kind::site || kind == Kind::none;
}

std::optional<Caller> Dispatch::callerOf(const http::Request& request, const Route& route) const {
  bool const needed = route.requiredRole == RequiredRole::applicant;
  if (!needed && isSafe(request.method)) return std::nullopt;
  auto const cookie = ownPage(request) ? request.cookie(app_.configuration.sessionCookie()) : std::string_view{};
  auto caller = cookie.empty() ? std::nullopt : app_.sessions.find(cookie, request.received);
  if (needed && !caller) throw ApiError{Code::sessionMissing};
  return caller;
}

// Who has no session is told so before anything is said of roles.
std::optional<StaffCaller> Dispatch::staffCallerOf(const http::Request& request, const Route& route) const {
  bool const needed = isForStaff(route.requiredRole);
  if (!needed && (isSafe(request.method) || route.requiredRole != RequiredRole::everyone)) return std::nullopt;
  auto const cookie = ownPage(request) ? request.cookie(app_.configuration.staffCookie()) : std::string_view{};
  auto caller = cookie.empty() ? std::nullopt : app_.staffSessions.find(cookie, request.received);
  if (needed && !caller) throw ApiError{Code::sessionMissing};
  if (needed && !mayEnter(caller->staff.role, route.requiredRole)) throw ApiError{Code::notForYou};
  return caller;
}

Async<http::Response> Dispatch::await(WaitingHandler handler, RequestContext context, const Route& route) {
  http::Response response;
  std::exception_ptr failure;
  try {
    response = co_await handler(context, app_);
  } catch (...) {
    failure = std::current_exception();
  }
  if (failure) response = failed(context.request, failure);
  co_return finish(std::move(response), context.request, route);
}

// A Refusal is an answer; anything else is ours to find.
http::Response Dispatch::failed(const http::Request& request, std::exception_ptr failure) const {
  try {
    std::rethrow_exception(failure);
  } catch (const ApiError& said) {
    return unkept(json::problem(said, http::language(request)));
  } catch (const store::Busy&) {
    return refuse(request, Code::busy);
  } catch (const store::Failure& error) {
    return broken(request, {Code::busy, {}, retryAfterFailure}, "store_failed", error.what());
  } catch (const std::exception& error) {
    return broken(request, {Code::internalError}, "handler_failed", error.what());
  } catch (...) {
    return broken(request, {Code::internalError}, "handler_failed", "not an exception");
  }
}

// The client gets a number, the log the reason under it.
http::Response Dispatch::broken(const http::Request& request, const json::ApiError& refusal, std::string_view event,
                                std::string why) const {
  auto incident = std::to_string(app_.secrets.below(1'000'000'000));
  log::error(event, {{"incident", incident}, {"path", std::string{request.path}}, {"why", std::move(why)}});
  auto response = unkept(json::problem(refusal, http::language(request)));
  response.headers.emplace_back("x-incident", std::move(incident));
  return response;
}

// What every answer of a route gets: not kept, readable for allowed origins, 304 where the client has it.
http::Response Dispatch::finish(http::Response response, const http::Request& request, const Route& route) const {
  response = unkept(std::move(response));
  allowOrigin(response, request, origins_, route);
  return http::withoutWhatIsKnown(std::move(response), request);
}

http::Response Dispatch::options(const http::Request& request, const Resource& resource) const {
  http::Response response{204, {}, {}, {{"allow", resource.allow}}};
  answerPreflight(response, request, origins_, resource);
  return response;
}

http::Response Dispatch::page(const http::Request& request) const {
  if (site_.isEmpty()) throw ApiError{Code::notFound};
  if (request.method != Method::get && request.method != Method::head) {
    auto response = refuse(request, Code::methodNotAllowed);
    response.headers.emplace_back("allow", "GET, HEAD");
    return response;
  }
  return http::withoutWhatIsKnown(site_.answer(request), request);
}

}  // namespace senkoi::server
