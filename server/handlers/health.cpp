// For whatever watches the server.
#include "server/accounts/rate_limiter.hpp"
#include "server/handlers/handlers.hpp"
#include "server/json/answer.hpp"
#include "server/json/problem.hpp"
#include "server/operations/store.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {

// GET /health: the process answers, for whatever watches it.
http::Response health(RequestContext&, Services&) {
  static const http::Response well = json::answer(200, {{"status", "ok"}});
  return well;
}

namespace {

constexpr unsigned triesAMinute = 30;  // by all who ask
constexpr unsigned retryAfter = 2;     // seconds

}  // namespace

// GET /ready: whether this server should be sent people, for what stands before it (a load balancer, a watcher). 503
// while writes fail: it reads on meanwhile, and /health stays well, for a restart would cure nothing. After a failure
// one write a few seconds is tried here, so that it says ready again without anybody's request having to fail first.
Async<http::Response> ready(RequestContext& context, Services& services) {
  if (services.writer.figures().failing) {
    if (services.limiter.take("ready", triesAMinute, context.now()) != 0)
      throw json::ApiError{Code::busy, {}, retryAfter};
    co_await services.writer.run([](store::Store& store) { store.proveWritable(); });
  }
  co_return json::answer(200, {{"status", "ready"}});
}

}  // namespace senkoi::server::handlers
