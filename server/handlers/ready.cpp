// GET /ready: whether this server should be sent people, for what stands before it (a load balancer, a watcher). 503
// while writes fail: it reads on meanwhile, and /health stays well, for a restart would cure nothing. After a failure
// one write a few seconds is tried here, so that it says ready again without anybody's request having to fail first.
#include "server/accounts/rate_limiter.hpp"
#include "server/handlers/handlers.hpp"
#include "server/json/answer.hpp"
#include "server/json/problem.hpp"
#include "server/operations/store.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {
namespace {

constexpr unsigned triesAMinute = 30;  // by all who ask
constexpr unsigned retryAfter = 2;     // seconds

}  // namespace

Async<http::Response> ready(RequestContext& context, Services& services) {
  if (services.writer.figures().failing) {
    if (services.limiter.take("ready", triesAMinute, context.now()) != 0)
      throw json::ApiError{Code::busy, {}, retryAfter};
    co_await services.writer.run([](store::Store& store) { store.proveWritable(); });
  }
  co_return json::answer(200, {{"status", "ready"}});
}

}  // namespace senkoi::server::handlers
