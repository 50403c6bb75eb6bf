#include "server/handlers/letter_allowance.hpp"

#include <algorithm>

#include "server/accounts/rate_limiter.hpp"
#include "server/accounts/secrets.hpp"
#include "server/base/ascii.hpp"
#include "server/base/network.hpp"
#include "server/operations/staff_store.hpp"
#include "server/operations/store.hpp"

namespace senkoi::server::handlers {
namespace {

constexpr unsigned fromOneCustomer = 5, fromEverywhere = 12, forItsSubject = 1, forTheOwner = 6;  // letters an hour

std::string_view nameOf(LetterAsked kind) {
  switch (kind) {
    case LetterAsked::registration:
      return "registration";
    case LetterAsked::recovery:
      return "recovery";
    case LetterAsked::invitation:
      return "invitation";
    default:
      return "staff recovery";
  }
}

// The database compares addresses without case, too.
std::string mailboxOf(std::string_view mail) {
  std::string mailbox(mail);
  for (char& c : mailbox) c = http::lowerCase(c);
  return mailbox;
}

bool ownsBySession(const RequestContext& context, const Services& services, LetterAsked kind, std::string_view mail) {
  if (kind == LetterAsked::staffRecovery)
    return context.staffCaller && http::equalsIgnoringCase(context.staffCaller->staff.mail, mail);
  const auto account = context.caller ? services.reader.account(context.caller->userId) : std::nullopt;
  return account && http::equalsIgnoringCase(account->mail, mail);
}

}  // namespace

bool ownsMailbox(const RequestContext& context, const Services& services, LetterAsked kind, std::string_view mail,
                 std::string_view token) {
  if (ownsBySession(context, services, kind, mail)) return true;
  const auto hash = accounts::hashOf(token);
  if (!hash) return false;
  return kind == LetterAsked::staffRecovery ? services.reader.staff().provesMailbox(*hash, mail, context.now())
                                            : services.reader.provesMailbox(*hash, mail, context.now());
}

unsigned waitToWrite(const RequestContext& context, Services& services, LetterAsked kind, std::string_view subject,
                     std::string_view mail, bool owner) {
  if (!services.configuration.rateLimits) return 0;
  const std::string mailbox = std::string(nameOf(kind)) + '|' + mailboxOf(mail);
  const auto take = [&](std::string_view of, std::string_view who, unsigned most) {
    const std::string key = std::string(of).append(1, '|').append(mailbox).append(1, '|').append(who);
    return services.limiter.takeHourly(key, most, context.now());
  };
  if (owner) return take("owner", {}, forTheOwner);
  unsigned wait = take("customer", customerNetworks(context.request.peer).back(), fromOneCustomer);
  if (wait == 0) wait = take("everywhere", {}, fromEverywhere);
  if (wait == 0) return 0;
  const unsigned waitOfSubject = take("subject", subject, forItsSubject);
  return waitOfSubject == 0 ? 0 : std::min(wait, waitOfSubject);
}

}  // namespace senkoi::server::handlers
