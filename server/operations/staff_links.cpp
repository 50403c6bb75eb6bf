// Links of invitations and recoveries of staff: single use, a newer one ends the older (reliability 2, 3, 6, 15).
#include "server/operations/staff_store.hpp"

namespace senkoi::server::store {

void StaffStore::openLink(const Staff& staff, bool recovery, const Nonce& nonce, const Hash& token, Instant now) {
  database().run(
      "UPDATE staff_link SET superseded_at = $3"
      " WHERE staff = $1 AND recovery = $2 AND superseded_at IS NULL AND used_at IS NULL"
      " AND (opened_at IS NULL OR opened_at <= $4)",
      staff.id, recovery, now, now - submitLifetime);
  database().run("INSERT INTO staff_link (token, staff, recovery, requested_at) VALUES ($1, $2, $3, $4)", token,
                 staff.id, recovery, now);
  const Instant until = now + (recovery ? linkLifetime : invitationLifetime);
  const Facts facts{{"name", staff.name}, {"role", std::string{name(staff.role)}}, {"until_at", std::to_string(until)}};
  whole_.queueLetter(recovery ? LetterKind::staffRecovery : LetterKind::staffInvitation,
                     {{}, staff.mail, staff.language}, facts, now, nonce);
}

Code StaffStore::inviteAgain(std::int64_t staff, const Nonce& nonce, const Hash& token, Instant now,
                             const Actor& actor) {
  const auto invited = active(staff);
  if (!invited) return Code::notFound;
  openLink(*invited, false, nonce, token, now);
  whole_.appendAudit(now, actor, "staff_invited_again", auditName(staff));
  return Code::ok;
}

// For an unknown address as much is written and taken back, so that the time tells nothing.
void StaffStore::requestRecovery(std::string_view mail, const Nonce& nonce, const Hash& token, Instant now,
                                 const Actor& actor) {
  const auto known = credentials(mail);
  if (known) {
    openLink(known->staff, true, nonce, token, now);
  } else {
    const Facts facts{{"name", "nobody"}, {"role", ""}, {"until_at", std::to_string(now)}};
    whole_.queueLetter(LetterKind::staffRecovery, {{}, mail, Language::ja}, facts, now, nonce);
    whole_.takeLastLetterBack();
  }
  whole_.appendAudit(now, actor, "staff_recovery_requested", "");
}

Outcome<StaffLink> StaffStore::link(const Hash& token, Instant now) {
  static const std::string sql = "SELECT " + columnList<Staff>("staff.") +
                                 ", recovery, requested_at, used_at, staff_link.superseded_at"
                                 " FROM staff_link JOIN staff ON staff.id = staff_link.staff WHERE token = $1";
  auto rows = database().query(sql, token);
  if (!rows.next()) return Code::linkExpired;
  constexpr int first = columnCount<Staff>;
  const bool recovery = rows.integer(first) != 0;
  const Instant until = rows.integer(first + 1) + (recovery ? linkLifetime : invitationLifetime);
  if (!rows.null(first + 2)) return Code::linkUsed;
  if (!rows.null(first + 3)) return Code::linkSuperseded;
  if (now >= until) return Code::linkExpired;
  return StaffLink{readColumns<Staff>(rows), recovery, until};
}

void StaffStore::markOpened(const Hash& token, Instant now) {
  database().run("UPDATE staff_link SET opened_at = $2 WHERE token = $1 AND recovery = 1 AND opened_at IS NULL", token,
                 now);
}

bool StaffStore::provesMailbox(const Hash& token, std::string_view mail, Instant now) {
  return database()
      .number(
          "SELECT 1 FROM staff_link JOIN staff ON staff.id = staff_link.staff"
          " WHERE token = $1 AND mail = $2 AND requested_at > $3",
          token, mail, now - linkLifetime)
      .has_value();
}

// The owner learns of it, whoever did it (reliability 15).
void StaffStore::tellChanged(const Staff& staff, Instant now) {
  whole_.queueLetter(LetterKind::staffAccessChanged, {{}, staff.mail, staff.language}, {{"name", staff.name}}, now);
}

// What else was open ends as well: access has just been set.
void StaffStore::useLink(std::int64_t staff, const Hash& token, Instant now) {
  database().run("UPDATE staff_link SET used_at = $2 WHERE token = $1", token, now);
  database().run(
      "UPDATE staff_link SET superseded_at = $2 WHERE staff = $1 AND superseded_at IS NULL AND used_at IS NULL", staff,
      now);
}

void StaffStore::setAccess(std::int64_t staff, const Joining& joining, Instant now) {
  database().run(
      "UPDATE staff SET password_hash = $2, secret = $3, last_step = $4, joined_at = COALESCE(joined_at, $5)"
      " WHERE id = $1",
      staff, joining.passwordHash, joining.encryptedSecret, joining.step, now);
  database().run("DELETE FROM staff_recovery_code WHERE staff = $1", staff);
  for (const Hash& code : joining.recoveryCodes) {
    database().run("INSERT INTO staff_recovery_code (staff, code) VALUES ($1, $2)", staff, code);
  }
  endSessions(staff);
}

Code StaffStore::join(const Hash& token, const Joining& joining, Instant now, const Actor& actor) {
  const auto found = link(token, now);
  if (!found.value) return found.code;
  if (found.value->recovery) return Code::linkExpired;  // it leads elsewhere
  const Staff& joined = found.value->staff;
  setAccess(joined.id, joining, now);
  useLink(joined.id, token, now);
  if (joined.joinedAt) tellChanged(joined, now);
  whole_.appendAudit(now, actor, "staff_joined", auditName(joined.id));
  return Code::ok;
}

Code StaffStore::resetPassword(const Hash& token, const Confirmation& confirmation, std::string_view passwordHash,
                               Instant now, const Actor& actor) {
  const auto found = link(token, now);
  if (!found.value) return found.code;
  if (!found.value->recovery) return Code::linkExpired;
  const std::int64_t id = found.value->staff.id;
  if (!confirm(id, confirmation)) return Code::confirmationCodeWrong;
  database().run("UPDATE staff SET password_hash = $2 WHERE id = $1", id, passwordHash);
  endSessions(id);
  useLink(id, token, now);
  tellChanged(found.value->staff, now);
  whole_.appendAudit(now, actor, "staff_password_reset", auditName(id));
  return Code::ok;
}

}  // namespace senkoi::server::store
