// GET /staff/audit: the audit log, newest first, by actor, action, subject and time (S5).
#include "server/base/async_aside.hpp"
#include "server/handlers/office/office.hpp"
#include "server/handlers/office/reading.hpp"
#include "server/http/target.hpp"
#include "server/operations/office_store.hpp"
#include "server/operations/staff_store.hpp"
#include "server/operations/store.hpp"

namespace senkoi::server::handlers {
namespace {

constexpr std::size_t aPage = 100;

std::string textAsked(const Call& call, std::string_view name) {
  return http::queryValue(call.request.query, name).value_or("");
}

// The name of a member of staff stands in their account, not in the log.
json::Json nameOf(const store::Actor& actor, App& app) {
  const bool staff = actor.who == workflow::Who::director || actor.who == workflow::Who::office;
  if (!staff || actor.id.empty() || actor.id.find_first_not_of("0123456789") != std::string::npos) return {};
  const auto known = app.reader.staff().staff(std::stoll(actor.id.substr(0, 18)));
  return known ? json::Json(known->name) : json::Json();
}

}  // namespace

Async<http::Response> auditEntries(Call& call, App& app) {
  const store::AuditQuery query{numberAsked(call, "before"),
                                textAsked(call, "actor"),
                                textAsked(call, "action"),
                                textAsked(call, "subject"),
                                numberAsked(call, "from"),
                                numberAsked(call, "until"),
                                aPage};
  const auto searching = [&] { return app.openReader()->offices().searchAudit(query); };
  const auto entries = co_await aside(searching);
  json::Json list = json::Json::array();
  for (const store::AuditEntry& entry : entries) {
    list.push_back({{"number", entry.number},
                    {"at", entry.at},
                    {"who", name(entry.actor.who)},
                    {"actor", entry.actor.id},
                    {"name", nameOf(entry.actor, app)},
                    {"address", entry.actor.address},
                    {"action", entry.action},
                    {"subject", entry.subject},
                    {"detail", entry.detail}});
  }
  const bool more = list.size() == aPage;
  const json::Json before = more ? list.back()["number"] : json::Json();
  co_return json::answer(200, {{"entries", std::move(list)}, {"before", before}});
}

}  // namespace senkoi::server::handlers
