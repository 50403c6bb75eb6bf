// The part of the store that knows the staff: directors, society offices, the board (S1, S3, S4; reliability 14, 15,
// 17, 18). Threads, errors and time as store.hpp says. A closed account is as if it had never been, but for the audit
// log.
#pragma once

#include <span>
#include <string_view>

#include "server/operations/store.hpp"

namespace senkoi::server::store {

inline constexpr Instant invitationLifetime = Instant{7 * 24} * 3'600'000;

// What proved who it is beside the password: a step of the confirmation codes (RFC 6238), or a recovery code.
struct Confirmation {
  std::int64_t step;                 // 0: it was a recovery code
  std::optional<Hash> recoveryCode;  // spent with this use
};

// A link of an invitation or of a recovery, good now.
struct StaffLink {
  Staff staff;
  bool recovery = false;  // the confirmation codes stay as they are
  Instant until;
};

// What joining sets. `step` is that of the code that was entered to prove that the authenticator works.
struct Joining {
  std::string passwordHash, encryptedSecret;
  std::int64_t step;
  std::vector<Hash> recoveryCodes;
};

class StaffStore {
 public:
  explicit StaffStore(Store& whole) : whole_(whole) {}

  std::vector<Staff> people();  // by role, field and name
  std::optional<Staff> staff(std::int64_t id);
  std::vector<std::int64_t> programsOf(std::int64_t staff);
  std::vector<std::int64_t> programsInHand();  // of directors who are logged in; ascending

  // --- invitation (S3, S4). staffMailTaken, programUnknown, programOfOtherField
  Outcome<Staff> invite(const Invitation&, const Nonce&, const Hash& token, Instant now, const Actor&);
  // A newer letter ends the older; for who has joined already it sets password and confirmation codes anew.
  Code inviteAgain(std::int64_t staff, const Nonce&, const Hash& token, Instant now, const Actor&);
  Code direct(std::int64_t staff, std::span<const std::int64_t> programs, Instant now, const Actor&);
  // Ends sessions and links; the mail address is free again.
  Code close(std::int64_t staff, Instant now, const Actor&);

  // --- by the link of a letter. linkExpired, linkUsed, linkSuperseded
  Outcome<StaffLink> link(const Hash& token, Instant now);
  // Its owner looks at a recovery link: no newer request ends it for two hours (store.hpp). Nothing for an invitation.
  void markOpened(const Hash& token, Instant now);
  bool provesMailbox(const Hash& token, std::string_view mail, Instant now);  // as Store's
  Code join(const Hash& token, const Joining&, Instant now, const Actor&);    // of an invitation
  Code resetPassword(const Hash& token, const Confirmation&, std::string_view passwordHash, Instant now,
                     const Actor&);  // of a recovery; confirmationCodeWrong
  // For an unknown address the same work and no letter.
  void requestRecovery(std::string_view mail, const Nonce&, const Hash& token, Instant now, const Actor&);

  // --- log-in. Only who has joined has credentials.
  std::optional<StaffCredentials> credentials(std::string_view mail);
  std::optional<StaffCredentials> credentials(std::int64_t staff);
  bool hasRecoveryCode(std::int64_t staff, const Hash& code);
  void storePasswordHash(const StaffCredentials& verified, std::string_view renewed);
  // staffLogInFailed where password or confirmation were changed or used since they were verified.
  Code openSession(const Hash& token, const StaffCredentials& verified, const Confirmation&, Instant now, const Actor&);
  std::optional<StaffSession> session(const Hash& token);
  void touchSession(const Hash& token, Instant now);
  void closeSession(const Hash& token, Instant now, const Actor&);

  // Who has joined already; for the demo and the tests.
  Staff add(const Invitation&, const Joining&, Instant now);

 private:
  std::optional<Staff> active(std::int64_t id);
  Code mayDirect(std::optional<Field> field, std::span<const std::int64_t> programs);
  Staff insert(const Invitation& invitation, Instant now);
  void setPrograms(std::int64_t staff, std::span<const std::int64_t> programs);
  void openLink(const Staff& staff, bool recovery, const Nonce& nonce, const Hash& token, Instant now);
  void useLink(std::int64_t staff, const Hash& token, Instant now);
  void tellChanged(const Staff& staff, Instant now);
  void setAccess(std::int64_t staff, const Joining& joining, Instant now);
  void endSessions(std::int64_t staff);
  bool confirm(std::int64_t staff, const Confirmation& confirmation);
  Connection& database() { return whole_.database(); }

  Store& whole_;
};

// How the audit log names a member of staff.
std::string auditName(std::int64_t staff);

}  // namespace senkoi::server::store
