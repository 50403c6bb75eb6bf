// GET /staff/people: those whom the caller answers for, and whom they may invite (S3, S4).
#include "server/handlers/staff/access.hpp"
#include "server/handlers/staff/staff_json.hpp"
#include "server/operations/readers/readers.hpp"
#include "server/operations/staff_store.hpp"

namespace senkoi::server::handlers {

Async<http::Response> people(RequestContext& context, Services& services) {
  const workflow::Post caller = postOf(context.staffCaller->staff);
  json::Json roles = json::Json::array();
  for (const Role role : {Role::director, Role::society, Role::board}) {
    if (workflow::answersFor(caller, {role, caller.field})) roles.push_back(name(role));
  }
  co_return co_await services.readers.run([&](store::Store& reader) {
    json::Json list = json::Json::array();
    for (const store::Staff& each : reader.staff().people()) {
      if (workflow::answersFor(caller, postOf(each))) list.push_back(personOf(each, reader));
    }
    return json::answer(200, {{"people", std::move(list)}, {"may_invite", std::move(roles)}});
  });
}

}  // namespace senkoi::server::handlers
