// POST /staff/invitations/open: what the link of an invitation or a recovery is about. Changes nothing: the link is
// used by joining (4).
#include "server/accounts/confirmation.hpp"
#include "server/handlers/reading.hpp"
#include "server/handlers/records.hpp"
#include "server/handlers/staff/access.hpp"
#include "server/handlers/staff/staff_json.hpp"
#include "server/operations/staff_store.hpp"

namespace senkoi::server::handlers {

http::Response openInvitation(Call& call, App& app) {
  auto body = bodyOf(call);
  const std::string token = json::takeText(body, "token");
  json::refuseRest(body);
  const auto hash = accounts::hashOf(token);
  if (!hash) throw json::Refusal{Code::linkExpired};
  const store::StaffLink link = valueOf(app.reader.staff().link(*hash, call.now()));
  json::Json told = staffOf(link.staff);
  told.erase("id");
  told["kind"] = link.recovery ? "recovery" : "invitation";
  told["until_at"] = link.until;
  if (!link.recovery) {
    const std::string secret = accounts::confirmationSecret(app.secrets, token);
    told["secret"] = accounts::inBase32(secret);
    told["otpauth_uri"] = accounts::otpauthUri(secret, link.staff.mail);
  }
  return json::answer(200, told);
}

}  // namespace senkoi::server::handlers
