// GET /staff/audit: the audit log, newest first, by actor, action, subject and time (S5).
#include "server/handlers/office/office.hpp"
#include "server/handlers/office/reading.hpp"
#include "server/http/target.hpp"
#include "server/operations/office_store.hpp"
#include "server/operations/readers/readers.hpp"
#include "server/operations/staff_store.hpp"
#include "server/operations/store.hpp"

namespace senkoi::server::handlers {
namespace {

constexpr std::size_t aPage = 100;

std::string textAsked(const RequestContext& context, std::string_view name) {
  return http::queryValue(context.request.query, name).value_or("");
}

// The name of a member of staff stands in their account, not in the log.
json::Json nameOf(const store::Actor& actor, store::Store& reader) {
  const bool staff = actor.who == workflow::ActorKind::director || actor.who == workflow::ActorKind::office;
  if (!staff || actor.id.empty() || actor.id.find_first_not_of("0123456789") != std::string::npos) return {};
  const auto known = reader.staff().staff(std::stoll(actor.id.substr(0, 18)));
  return known ? json::Json(known->name) : json::Json();
}

json::Json entryJson(const store::AuditEntry& entry, store::Store& reader) {
  return {{"number", entry.number},
          {"at", entry.at},
          {"who", name(entry.actor.who)},
          {"actor", entry.actor.id},
          {"name", nameOf(entry.actor, reader)},
          {"address", entry.actor.address},
          {"action", entry.action},
          {"subject", entry.subject},
          {"detail", entry.detail}};
}

}  // namespace

Async<http::Response> auditEntries(RequestContext& context, Services& services) {
  const store::AuditQuery query{numberAsked(context, "before"),
                                textAsked(context, "actor"),
                                textAsked(context, "action"),
                                textAsked(context, "subject"),
                                numberAsked(context, "from"),
                                numberAsked(context, "until"),
                                aPage};
  co_return co_await services.readers.run([&](store::Store& reader) {
    json::Json list = json::Json::array();
    for (const store::AuditEntry& entry : reader.offices().searchAudit(query)) list.push_back(entryJson(entry, reader));
    const bool more = list.size() == aPage;
    const json::Json before = more ? list.back()["number"] : json::Json();
    return json::answer(200, {{"entries", std::move(list)}, {"before", before}});
  });
}

}  // namespace senkoi::server::handlers
