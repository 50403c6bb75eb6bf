#include "server/handlers/staff/confirming.hpp"

#include "senkoi/rules/confirmation_code.hpp"
#include "server/accounts/confirmation.hpp"
#include "server/base/ascii.hpp"
#include "server/demo/stage.hpp"
#include "server/operations/store.hpp"

namespace senkoi::server::handlers {

Instant authenticatorNow(const Call& call, const App& app) {
  return app.stage != nullptr ? app.stage->real() : call.now();
}

std::optional<store::Confirmation> confirmed(const store::StaffCredentials& known, std::string_view code,
                                             const Call& call, App& app) {
  if (code.size() != rules::confirmationDigits) {
    const store::Hash hash = accounts::hashOfRecoveryCode(code);
    if (!app.reader.staff().hasRecoveryCode(known.staff.id, hash)) return std::nullopt;
    return store::Confirmation{0, hash};
  }
  const auto secret = app.secrets.unsealed(known.sealedSecret);
  if (!secret) return std::nullopt;
  const auto step = accounts::stepOf(*secret, code, authenticatorNow(call, app), known.lastStep);
  if (!step) return std::nullopt;
  return store::Confirmation{*step, std::nullopt};
}

std::string triedName(std::string_view mail) {
  std::string name = "staff ";
  for (const char c : mail) name += http::lowerCase(c);
  return name;
}

}  // namespace senkoi::server::handlers
