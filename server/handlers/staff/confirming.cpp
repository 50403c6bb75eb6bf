#include "server/handlers/staff/confirming.hpp"

#include "senkoi/rules/confirmation_code.hpp"
#include "server/accounts/totp.hpp"
#include "server/base/ascii.hpp"
#include "server/demo/demo_environment.hpp"
#include "server/operations/store.hpp"

namespace senkoi::server::handlers {

Instant authenticatorNow(const RequestContext& context, const Services& services) {
  return services.demoEnvironment != nullptr ? services.demoEnvironment->real() : context.now();
}

std::optional<store::Confirmation> confirmed(const store::StaffCredentials& known, std::string_view code,
                                             const RequestContext& context, Services& services) {
  if (code.size() != rules::confirmationDigits) {
    const store::Hash hash = accounts::hashOfRecoveryCode(code);
    if (!services.reader.staff().hasRecoveryCode(known.staff.id, hash)) return std::nullopt;
    return store::Confirmation{0, hash};
  }
  const auto secret = services.secrets.decrypt(known.encryptedSecret);
  if (!secret) return std::nullopt;
  const auto step = accounts::stepOf(*secret, code, authenticatorNow(context, services), known.lastStep);
  if (!step) return std::nullopt;
  return store::Confirmation{*step, std::nullopt};
}

Code faultOfCode(const store::StaffCredentials* known, std::string_view code, Code wrong, const RequestContext& context,
                 Services& services) {
  static const std::string nobodys(accounts::secretLength, '\0');
  const auto secret = known != nullptr ? services.secrets.decrypt(known->encryptedSecret) : std::nullopt;
  const std::int64_t lastStep = known != nullptr ? known->lastStep : 0;
  const bool skewed =
      accounts::isOfAnotherTime(secret.value_or(nobodys), code, authenticatorNow(context, services), lastStep);
  return skewed && secret ? Code::confirmationCodeClock : wrong;
}

std::string triedName(std::string_view mail) {
  std::string name = "staff ";
  for (const char c : mail) name += http::lowerCase(c);
  return name;
}

}  // namespace senkoi::server::handlers
