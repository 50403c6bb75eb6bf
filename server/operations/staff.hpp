// The staff in SQLite: accounts, invitations, sessions. A part of one SqliteStore, which owns it: the same connection,
// the same transaction, the same thread. Definitions: staff.cpp (accounts), staff_links.cpp (invitation, recovery),
// staff_access.cpp (log-in, sessions).
#pragma once

#include "server/operations/sqlite_store.hpp"
#include "server/operations/staff_store.hpp"

namespace senkoi::server::store::sqlite {

class SqliteStaff final : public StaffStore {
 public:
  explicit SqliteStaff(SqliteStore& whole) : whole_(whole) {}

  std::vector<Staff> people() override;
  std::optional<Staff> staff(std::int64_t id) override;
  std::vector<std::int64_t> programsOf(std::int64_t staff) override;
  std::vector<std::int64_t> programsInHand() override;

  Outcome<Staff> invite(const Invitation& invitation, const Nonce& nonce, const Hash& token, Instant now,
                        const Actor& actor) override;
  Code inviteAgain(std::int64_t staff, const Nonce& nonce, const Hash& token, Instant now, const Actor& actor) override;
  Code direct(std::int64_t staff, std::span<const std::int64_t> programs, Instant now, const Actor& actor) override;
  Code close(std::int64_t staff, Instant now, const Actor& actor) override;

  Outcome<StaffLink> link(const Hash& token, Instant now) override;
  Code join(const Hash& token, const Joining& joining, Instant now, const Actor& actor) override;
  Code resetPassword(const Hash& token, const Confirmation& confirmation, std::string_view passwordHash, Instant now,
                     const Actor& actor) override;
  void requestRecovery(std::string_view mail, const Nonce& nonce, const Hash& token, Instant now,
                       const Actor& actor) override;

  std::optional<StaffCredentials> credentials(std::string_view mail) override;
  std::optional<StaffCredentials> credentials(std::int64_t staff) override;
  bool hasRecoveryCode(std::int64_t staff, const Hash& code) override;
  void storePasswordHash(const StaffCredentials& verified, std::string_view renewed) override;
  Code openSession(const Hash& token, const StaffCredentials& verified, const Confirmation& confirmation, Instant now,
                   const Actor& actor) override;
  std::optional<StaffSession> session(const Hash& token) override;
  void touchSession(const Hash& token, Instant now) override;
  void closeSession(const Hash& token, Instant now, const Actor& actor) override;

  Staff add(const Invitation& invitation, const Joining& joining, Instant now) override;

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
  Database& database() { return whole_.database(); }

  SqliteStore& whole_;
};

// How the audit log names a member of staff.
std::string auditName(std::int64_t staff);

// The columns that readStaff() reads, from `staff`.
inline constexpr std::string_view staffColumns =
    "staff.id, staff.mail, staff.name, staff.language, staff.role, staff.field, staff.invited_at, staff.joined_at,"
    " staff.closed_at";
inline constexpr int staffColumnCount = 9;
Staff readStaff(const Rows& rows, int first = 0);

}  // namespace senkoi::server::store::sqlite
