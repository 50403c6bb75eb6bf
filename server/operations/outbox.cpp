// The outbox (S6): letters wait here from the transaction that caused them until an SMTP server has taken them.
#include "server/operations/facts_text.hpp"
#include "server/operations/store.hpp"

namespace senkoi::server::store {

void Store::queueLetter(LetterKind kind, const Recipient& recipient, const Facts& facts, Instant now,
                        const std::optional<Nonce>& nonce) {
  if (recipient.mail.empty()) return;
  const auto userId = recipient.userId.empty() ? std::nullopt : std::optional{recipient.userId};
  database_.run(
      "INSERT INTO outbox (kind, recipient, language, facts, nonce, user_id, queued_at, due_at)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7, $7)",
      kind, recipient.mail, tag(recipient.language), factsText(facts), nonce, userId, now);
}

void Store::takeLastLetterBack() {
  database_.run("DELETE FROM outbox WHERE id = (SELECT max(id) FROM outbox)");
}

std::vector<Letter> Store::dueLetters(Instant now, std::size_t most) {
  std::vector<Letter> letters;
  auto rows = database_.query(
      "SELECT id, kind, recipient, language, facts, nonce, due_at, attempts, coalesce(retried_at, queued_at) FROM "
      "outbox"
      " WHERE due_at IS NOT NULL AND due_at <= $1 ORDER BY due_at, id LIMIT $2",
      now, most);
  while (rows.next()) {
    letters.push_back({rows.integer(0), rows.as<LetterKind>(1), rows.string(2),
                       languageOf(rows.text(3)).value_or(Language::ja), factsOf(rows.text(4)),
                       rows.null(5) ? std::nullopt : std::optional<Nonce>{rows.hash(5)}, rows.integer(6),
                       static_cast<unsigned>(rows.integer(7)), rows.integer(8)});
  }
  return letters;
}

LettersWaiting Store::lettersWaiting() {
  const auto waiting = database_.number("SELECT count(*) FROM outbox WHERE due_at IS NOT NULL").value_or(0);
  const auto all = database_.number("SELECT count(*) FROM outbox").value_or(0);
  return {static_cast<std::size_t>(waiting),
          database_.number("SELECT min(coalesce(retried_at, queued_at)) FROM outbox WHERE due_at IS NOT NULL"),
          static_cast<std::size_t>(all - waiting)};
}

// The last letter of a deleted account is itself the last trace of it (42).
bool Store::isLastTrace(std::int64_t letter) {
  const auto kind = database_.number("SELECT kind FROM outbox WHERE id = $1", letter);
  return kind == static_cast<std::int64_t>(LetterKind::accountDeleted);
}

void Store::letterSent(std::int64_t id, Instant) {
  if (isLastTrace(id)) forget_ = true;
  database_.run("DELETE FROM outbox WHERE id = $1", id);
}

void Store::letterDeferred(std::int64_t id, Instant nextAttempt, std::string_view why) {
  database_.run("UPDATE outbox SET due_at = $2, attempts = attempts + 1, why = $3 WHERE id = $1", id, nextAttempt, why);
}

void Store::letterHeld(std::int64_t id, Instant nextAttempt, std::string_view why) {
  database_.run("UPDATE outbox SET due_at = $2, why = $3 WHERE id = $1", id, nextAttempt, why);
}

void Store::letterRefused(std::int64_t id, Instant now, std::string_view why) {
  if (isLastTrace(id)) return letterSent(id, now);
  database_.run("UPDATE outbox SET due_at = NULL, refused_at = $2, attempts = attempts + 1, why = $3 WHERE id = $1", id,
                now, why);
}

void Store::purge(Instant now) {
  constexpr Instant day = Instant{24} * 3'600'000;
  database_.run("DELETE FROM registration_link WHERE requested_at <= $1", now - 8 * day);
  database_.run("DELETE FROM recovery_link WHERE requested_at <= $1", now - 8 * day);
  database_.run("DELETE FROM session WHERE seen_at <= $1", now - 400 * day);  // beyond any setting of an operator
  database_.run("DELETE FROM staff_link WHERE requested_at <= $1", now - 30 * day);
  database_.run("DELETE FROM staff_session WHERE seen_at <= $1", now - 400 * day);
  database_.run("DELETE FROM outbox WHERE refused_at <= $1", now - 30 * day);
  // A deleted person's address is not kept for a letter that nobody takes.
  database_.run("DELETE FROM outbox WHERE kind = $1 AND queued_at <= $2", LetterKind::accountDeleted, now - 5 * day);
  forget_ = true;
}

}  // namespace senkoi::server::store
