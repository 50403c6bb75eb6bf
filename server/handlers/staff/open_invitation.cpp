// POST /staff/invitations/open: what the link of an invitation or a recovery is about. Uses nothing up: the link is
// used by joining (4). A recovery's is marked as opened, so that a stranger's request does not end it meanwhile.
#include "server/accounts/totp.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/handlers/staff/access.hpp"
#include "server/handlers/staff/staff_json.hpp"
#include "server/operations/staff_store.hpp"
#include "server/operations/writer/writer.hpp"

namespace senkoi::server::handlers {

Async<http::Response> openInvitation(RequestContext& context, Services& services) {
  auto body = bodyOf(context);
  const std::string token = json::extractText(body, "token");
  json::refuseRest(body);
  const auto hash = accounts::hashOf(token);
  if (!hash) throw json::ApiError{Code::linkExpired};
  const store::StaffLink link = valueOf(services.reader.staff().link(*hash, context.now()));
  if (link.recovery)
    co_await services.writer.run([&](store::Store& store) { store.staff().markOpened(*hash, context.now()); });
  json::Json told = staffOf(link.staff);
  told.erase("id");
  told["kind"] = link.recovery ? "recovery" : "invitation";
  told["until_at"] = link.until;
  if (!link.recovery) {
    const std::string secret = accounts::confirmationSecret(services.secrets, token);
    told["secret"] = accounts::inBase32(secret);
    told["otpauth_uri"] = accounts::otpauthUri(secret, link.staff.mail);
  }
  co_return json::answer(200, told);
}

}  // namespace senkoi::server::handlers
