// The part of the store that knows the staff: directors, society offices, the board (S1, S3, S4; reliability 14, 15,
// 17, 18). Threads, errors and time as store.hpp says. A closed account is as if it had never been, but for the audit
// log.
#pragma once

#include <span>
#include <string_view>

#include "server/operations/records.hpp"

namespace senkoi::server::store {

inline constexpr Instant invitationLifetime = Instant{7 * 24} * 3'600'000;

// What proved who it is beside the password: a step of the confirmation codes (RFC 6238), or a recovery code.
struct Confirmation {
  std::int64_t step = 0;             // 0: it was a recovery code
  std::optional<Hash> recoveryCode;  // spent with this use
};

// A link of an invitation or of a recovery, good now.
struct StaffLink {
  Staff staff;
  bool recovery = false;  // the confirmation codes stay as they are
  Instant until = 0;
};

// What joining sets. `step` is that of the code that was entered to prove that the authenticator works.
struct Joining {
  std::string passwordHash, sealedSecret;
  std::int64_t step = 0;
  std::vector<Hash> recoveryCodes;
};

class StaffStore {
 public:
  virtual ~StaffStore() = default;

  virtual std::vector<Staff> people() = 0;  // by role, field and name
  virtual std::optional<Staff> staff(std::int64_t id) = 0;
  virtual std::vector<std::int64_t> programsOf(std::int64_t staff) = 0;
  virtual std::vector<std::int64_t> programsInHand() = 0;  // of directors who are logged in; ascending

  // --- invitation (S3, S4). staffMailTaken, programUnknown, programOfOtherField
  virtual Outcome<Staff> invite(const Invitation&, const Nonce&, const Hash& token, Instant now, const Actor&) = 0;
  // A newer letter ends the older; for who has joined already it sets password and confirmation codes anew.
  virtual Code inviteAgain(std::int64_t staff, const Nonce&, const Hash& token, Instant now, const Actor&) = 0;
  virtual Code direct(std::int64_t staff, std::span<const std::int64_t> programs, Instant now, const Actor&) = 0;
  // Ends sessions and links; the mail address is free again.
  virtual Code close(std::int64_t staff, Instant now, const Actor&) = 0;

  // --- by the link of a letter. linkExpired, linkUsed, linkSuperseded
  virtual Outcome<StaffLink> link(const Hash& token, Instant now) = 0;
  virtual Code join(const Hash& token, const Joining&, Instant now, const Actor&) = 0;  // of an invitation
  virtual Code resetPassword(const Hash& token, const Confirmation&, std::string_view passwordHash, Instant now,
                             const Actor&) = 0;  // of a recovery; confirmationCodeWrong
  // For an unknown address the same work and no letter.
  virtual void requestRecovery(std::string_view mail, const Nonce&, const Hash& token, Instant now, const Actor&) = 0;

  // --- log-in. Only who has joined has credentials.
  virtual std::optional<StaffCredentials> credentials(std::string_view mail) = 0;
  virtual std::optional<StaffCredentials> credentials(std::int64_t staff) = 0;
  virtual bool hasRecoveryCode(std::int64_t staff, const Hash& code) = 0;
  virtual void storePasswordHash(const StaffCredentials& verified, std::string_view renewed) = 0;
  // staffLogInFailed where password or confirmation were changed or used since they were verified.
  virtual Code openSession(const Hash& token, const StaffCredentials& verified, const Confirmation&, Instant now,
                           const Actor&) = 0;
  virtual std::optional<StaffSession> session(const Hash& token) = 0;
  virtual void touchSession(const Hash& token, Instant now) = 0;
  virtual void closeSession(const Hash& token, Instant now, const Actor&) = 0;

  // Who has joined already; for the demo and the tests.
  virtual Staff add(const Invitation&, const Joining&, Instant now) = 0;
};

}  // namespace senkoi::server::store
