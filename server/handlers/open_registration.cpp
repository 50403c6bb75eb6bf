// POST /registrations/open: the button on the page that a mail's link leads to. Opening the page itself changes
// nothing: mail scanners open links (4); from here two hours remain to submit (M2.2).
#include "server/handlers/handlers.hpp"
#include "server/handlers/reading.hpp"
#include "server/json/answer.hpp"
#include "server/json/problem.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {

Async<http::Response> openRegistration(RequestContext& context, Services& services) {
  auto body = bodyOf(context);
  const store::Hash token = takeToken(body);
  json::refuseRest(body);
  const store::Actor actor = context.actor();
  const auto opened = co_await services.writer.run(
      [&](store::Store& store) { return store.openRegistration(token, context.now(), actor); });
  if (!opened.value) throw refusalOfLink(services, token, opened.code);
  co_return json::answer(
      200,
      {{"mail", opened.value->mail}, {"field", digits(opened.value->field).view()}, {"until_at", opened.value->until}});
}

}  // namespace senkoi::server::handlers
