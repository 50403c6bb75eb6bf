// Log-in and sessions of staff (reliability 14, 17, 18).
#include "server/operations/staff_store.hpp"

namespace senkoi::server::store {
namespace {

std::optional<StaffCredentials> readCredentials(Rows rows) {
  if (!rows.next()) return std::nullopt;
  constexpr int first = columnCount<Staff>;
  return StaffCredentials{readColumns<Staff>(rows), rows.string(first), rows.string(first + 1),
                          rows.integer(first + 2)};
}

std::string credentialsBy(std::string_view what) {
  return "SELECT " + columnList<Staff>("staff.") +
         ", password_hash, secret, last_step FROM staff WHERE closed_at IS NULL AND password_hash IS NOT NULL AND " +
         std::string{what} + " = $1";
}

}  // namespace

std::optional<StaffCredentials> StaffStore::credentials(std::string_view mail) {
  static const std::string sql = credentialsBy("mail");
  return readCredentials(database().query(sql, mail));
}

std::optional<StaffCredentials> StaffStore::credentials(std::int64_t staff) {
  static const std::string sql = credentialsBy("id");
  return readCredentials(database().query(sql, staff));
}

bool StaffStore::hasRecoveryCode(std::int64_t staff, const Hash& code) {
  return database().number("SELECT 1 FROM staff_recovery_code WHERE staff = $1 AND code = $2", staff, code).has_value();
}

void StaffStore::storePasswordHash(const StaffCredentials& verified, std::string_view renewed) {
  database().run("UPDATE staff SET password_hash = $3 WHERE id = $1 AND password_hash = $2", verified.staff.id,
                 verified.passwordHash, renewed);
}

// Spends it: a step and all before it are used, a recovery code is gone.
bool StaffStore::confirm(std::int64_t staff, const Confirmation& confirmation) {
  const auto spent = confirmation.recoveryCode
                         ? database().run("DELETE FROM staff_recovery_code WHERE staff = $1 AND code = $2", staff,
                                          *confirmation.recoveryCode)
                         : database().run("UPDATE staff SET last_step = $2 WHERE id = $1 AND last_step < $2", staff,
                                          confirmation.step);
  return spent == 1;
}

Code StaffStore::openSession(const Hash& token, const StaffCredentials& verified, const Confirmation& confirmation,
                             Instant now, const Actor& actor) {
  const std::int64_t id = verified.staff.id;
  const auto known = credentials(id);
  const bool same =
      known && known->passwordHash == verified.passwordHash && known->encryptedSecret == verified.encryptedSecret;
  if (!same || !confirm(id, confirmation)) return Code::staffLogInFailed;
  database().run("INSERT INTO staff_session (token, staff, opened_at, seen_at) VALUES ($1, $2, $3, $3)", token, id,
                 now);
  whole_.appendAudit(now, actor, "staff_logged_in", auditName(id), confirmation.recoveryCode ? "by recovery code" : "");
  return Code::ok;
}

std::optional<StaffSession> StaffStore::session(const Hash& token) {
  static const std::string sql = "SELECT " + columnList<Staff>("staff.") +
                                 ", opened_at, seen_at FROM staff_session JOIN staff ON staff.id = staff_session.staff"
                                 " WHERE token = $1 AND closed_at IS NULL";
  auto rows = database().query(sql, token);
  if (!rows.next()) return std::nullopt;
  return StaffSession{readColumns<Staff>(rows), rows.integer(columnCount<Staff>), rows.integer(columnCount<Staff> + 1)};
}

void StaffStore::touchSession(const Hash& token, Instant now) {
  database().run("UPDATE staff_session SET seen_at = $2 WHERE token = $1 AND seen_at < $2", token, now);
}

void StaffStore::closeSession(const Hash& token, Instant now, const Actor& actor) {
  const auto open = session(token);
  if (!open) return;
  database().run("DELETE FROM staff_session WHERE token = $1", token);
  whole_.appendAudit(now, actor, "staff_logged_out", auditName(open->staff.id));
}

void StaffStore::endSessions(std::int64_t staff) {
  database().run("DELETE FROM staff_session WHERE staff = $1", staff);
}

}  // namespace senkoi::server::store
