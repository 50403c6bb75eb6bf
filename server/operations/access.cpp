// Log-in, sessions, recovery, passwords (M1.3, M3.1, M3.2; reliability 7, 15, 17, 18).
#include "server/operations/store.hpp"

namespace senkoi::server::store {

std::optional<Credentials> Store::credentials(std::string_view userId) {
  auto rows = database_.query("SELECT user_id, password_hash FROM account WHERE user_id = $1", userId);
  if (!rows.next()) return std::nullopt;
  return Credentials{rows.string(0), rows.string(1)};
}

void Store::storePasswordHash(const Credentials& verified, std::string_view renewed) {
  database_.run("UPDATE account SET password_hash = $3 WHERE user_id = $1 AND password_hash = $2", verified.userId,
                verified.passwordHash, renewed);
}

bool Store::stillValid(const Credentials& verified) {
  return database_
      .number("SELECT 1 FROM account WHERE user_id = $1 AND password_hash = $2", verified.userId, verified.passwordHash)
      .has_value();
}

Code Store::openSession(const Hash& token, const Credentials& verified, Instant now, const Actor& actor) {
  if (!stillValid(verified)) return Code::logInFailed;
  database_.run("INSERT INTO session (token, user_id, opened_at, seen_at) VALUES ($1, $2, $3, $3)", token,
                verified.userId, now);
  appendAudit(now, actor, "logged_in", verified.userId);
  return Code::ok;
}

std::optional<Session> Store::session(const Hash& token) {
  auto rows = database_.query("SELECT user_id, opened_at, seen_at FROM session WHERE token = $1", token);
  if (!rows.next()) return std::nullopt;
  return Session{rows.string(0), rows.integer(1), rows.integer(2)};
}

void Store::touchSession(const Hash& token, Instant now) {
  database_.run("UPDATE session SET seen_at = $2 WHERE token = $1 AND seen_at < $2", token, now);
}

void Store::closeSession(const Hash& token, Instant now, const Actor& actor) {
  const auto open = session(token);
  if (!open) return;
  database_.run("DELETE FROM session WHERE token = $1", token);
  appendAudit(now, actor, "logged_out", open->userId);
}

void Store::endSessions(std::string_view userId, const std::optional<Hash>& keep) {
  database_.run("DELETE FROM session WHERE user_id = $1 AND ($2 IS NULL OR token <> $2)", userId, keep);
}

// For an unknown address the same rows are written and taken back, so that the time tells nothing (M1.3).
void Store::requestRecovery(std::string_view mail, Language language, const Nonce& nonce, const Hash& token,
                            Instant now, const Actor& actor) {
  if (mail.empty()) return;  // generated applicants have none
  database_.run(
      "UPDATE recovery_link SET superseded_at = $2 WHERE mail = $1 AND superseded_at IS NULL AND used_at IS NULL"
      " AND (opened_at IS NULL OR opened_at <= $3)",
      mail, now, now - submitLifetime);
  database_.run("INSERT INTO recovery_link (token, mail, requested_at) VALUES ($1, $2, $3)", token, mail, now);
  database_.run("INSERT INTO recovery_account (token, user_id) SELECT $1, user_id FROM account WHERE mail = $2", token,
                mail);
  std::string userIds;
  for (const auto& owner : recoveryOwners(token)) userIds.append(userIds.empty() ? "" : " ").append(owner.userId);
  const Facts facts{{"user_ids", userIds}, {"until_at", std::to_string(now + linkLifetime)}};
  queueLetter(LetterKind::recovery, {{}, storedSpelling(mail), language}, facts, now, nonce);
  if (userIds.empty()) {
    takeLastLetterBack();
    database_.run("DELETE FROM recovery_link WHERE token = $1", token);
  }
  appendAudit(now, actor, "recovery_requested", "");
}

// The address as it was proven at registration, not as somebody types it now; the latter where no account has it.
std::string Store::storedSpelling(std::string_view mail) {
  auto rows = database_.query(
      "SELECT mail FROM account WHERE mail = $1 ORDER BY mail = $1 COLLATE BINARY DESC, registered_at LIMIT 1", mail);
  return rows.next() ? rows.string(0) : std::string{mail};
}

std::vector<RecoveryLink::Owner> Store::recoveryOwners(const Hash& token) {
  std::vector<RecoveryLink::Owner> owners;
  auto rows = database_.query(
      "SELECT user_id, field, family_name, given_name FROM recovery_account JOIN account USING (user_id)"
      " WHERE token = $1 ORDER BY user_id",
      token);
  while (rows.next()) owners.push_back({rows.string(0), rows.as<Field>(1), rows.string(2), rows.string(3)});
  return owners;
}

Outcome<RecoveryLink> Store::recoveryLink(const Hash& token, Instant now) {
  auto rows = database_.query("SELECT requested_at, used_at, superseded_at FROM recovery_link WHERE token = $1", token);
  if (!rows.next()) return Code::linkExpired;
  if (!rows.null(1)) return Code::linkUsed;
  if (!rows.null(2)) return Code::linkSuperseded;
  RecoveryLink link{rows.integer(0) + linkLifetime, recoveryOwners(token)};
  if (link.owners.empty() || now >= link.until) return Code::linkExpired;  // none: the accounts were deleted since
  return link;
}

Outcome<RecoveryLink> Store::openRecovery(const Hash& token, Instant now) {
  auto link = recoveryLink(token, now);
  if (link.value)
    database_.run("UPDATE recovery_link SET opened_at = $2 WHERE token = $1 AND opened_at IS NULL", token, now);
  return link;
}

Code Store::resetPassword(const Hash& token, std::string_view userId, std::string_view passwordHash, Instant now,
                          const Actor& actor) {
  const auto link = recoveryLink(token, now);
  if (!link.value) return link.code;
  if (!link.value->isFor(userId)) return Code::choiceUnknown;
  database_.run("UPDATE recovery_link SET used_at = $2 WHERE token = $1", token, now);
  setPassword(userId, passwordHash, std::nullopt, now);
  appendAudit(now, actor, "password_reset", userId);
  return Code::ok;
}

bool Store::provesMailbox(const Hash& token, std::string_view mail, Instant now) {
  return database_
      .number(
          "SELECT 1 FROM registration_link WHERE token = $1 AND mail = $2 AND requested_at > $3"
          " UNION ALL SELECT 1 FROM recovery_link WHERE token = $1 AND mail = $2 AND requested_at > $3",
          token, mail, now - linkLifetime)
      .has_value();
}

Code Store::changePassword(const Credentials& verified, std::string_view passwordHash, const Hash& keepSession,
                           Instant now, const Actor& actor) {
  if (!stillValid(verified)) return Code::currentPasswordWrong;
  setPassword(verified.userId, passwordHash, keepSession, now);
  appendAudit(now, actor, "password_changed", verified.userId);
  return Code::ok;
}

// Ends the other sessions and what open recovery links could do to this user ID, and tells the owner.
void Store::setPassword(std::string_view userId, std::string_view passwordHash, const std::optional<Hash>& keepSession,
                        Instant now) {
  database_.run("UPDATE account SET password_hash = $2 WHERE user_id = $1", userId, passwordHash);
  endSessions(userId, keepSession);
  endRecoveries(userId, now);
  const auto owner = applicant(userId);
  if (!owner) return;
  queueLetter(LetterKind::passwordChanged, {owner->userId, owner->mail, owner->language}, owner->facts(), now);
}

// A link that is for others of the mailbox, too, stays good for them.
void Store::endRecoveries(std::string_view userId, Instant now) {
  database_.run(
      "UPDATE recovery_link SET superseded_at = $2 WHERE used_at IS NULL AND superseded_at IS NULL"
      " AND token IN (SELECT token FROM recovery_account WHERE user_id = $1)"
      " AND NOT EXISTS (SELECT 1 FROM recovery_account o WHERE o.token = recovery_link.token AND o.user_id <> $1)",
      userId, now);
  database_.run(
      "DELETE FROM recovery_account WHERE user_id = $1"
      " AND token IN (SELECT token FROM recovery_link WHERE used_at IS NULL AND superseded_at IS NULL)",
      userId);
}

}  // namespace senkoi::server::store
