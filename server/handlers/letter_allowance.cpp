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

bool ownsBySession(const Call& call, const App& app, LetterAsked kind, std::string_view mail) {
  if (kind == LetterAsked::staffRecovery)
    return call.staffCaller && http::equalsIgnoringCase(call.staffCaller->staff.mail, mail);
  const auto account = call.caller ? app.reader.account(call.caller->userId) : std::nullopt;
  return account && http::equalsIgnoringCase(account->mail, mail);
}

}  // namespace

bool ownsMailbox(const Call& call, const App& app, LetterAsked kind, std::string_view mail, std::string_view token) {
  if (ownsBySession(call, app, kind, mail)) return true;
  const auto hash = accounts::hashOf(token);
  if (!hash) return false;
  return kind == LetterAsked::staffRecovery ? app.reader.staff().provesMailbox(*hash, mail, call.now())
                                            : app.reader.provesMailbox(*hash, mail, call.now());
}

unsigned waitToWrite(const Call& call, App& app, LetterAsked kind, std::string_view subject, std::string_view mail,
                     bool owner) {
  if (!app.configuration.rateLimits) return 0;
  const std::string mailbox = std::string(nameOf(kind)) + '|' + mailboxOf(mail);
  const auto take = [&](std::string_view of, std::string_view who, unsigned most) {
    const std::string key = std::string(of).append(1, '|').append(mailbox).append(1, '|').append(who);
    return app.limiter.takeHourly(key, most, call.now());
  };
  if (owner) return take("owner", {}, forTheOwner);
  unsigned wait = take("customer", customerNetworks(call.request.peer).back(), fromOneCustomer);
  if (wait == 0) wait = take("everywhere", {}, fromEverywhere);
  if (wait == 0) return 0;
  const unsigned waitOfSubject = take("subject", subject, forItsSubject);
  return waitOfSubject == 0 ? 0 : std::min(wait, waitOfSubject);
}

}  // namespace senkoi::server::handlers
