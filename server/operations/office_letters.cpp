// Letters that have not gone out, and trying them again (L4, S6).
#include <algorithm>
#include <charconv>
#include <limits>

#include "server/operations/facts_text.hpp"
#include "server/operations/office_store.hpp"

namespace senkoi::server::store {
namespace {

enum class Addressee { staff, applicant, newcomer };

Addressee addresseeOf(LetterKind kind) {
  switch (kind) {
    case LetterKind::registrationLink:
      return Addressee::newcomer;
    case LetterKind::staffInvitation:
    case LetterKind::staffRecovery:
    case LetterKind::staffAccessChanged:
      return Addressee::staff;
    case LetterKind::registered:
    case LetterKind::recovery:
    case LetterKind::passwordChanged:
    case LetterKind::accountDeleted:
    case LetterKind::applied:
    case LetterKind::withdrawn:
    case LetterKind::switched:
    case LetterKind::resultsOut:
    case LetterKind::dataChanged:
    case LetterKind::decisionChanged:
    case LetterKind::declineEntered:
    case LetterKind::classChanged:
      return Addressee::applicant;
  }
  return Addressee::applicant;
}

std::string_view factOf(const Facts& facts, std::string_view name) {
  for (const auto& [known, value] : facts) {
    if (known == name) return value;
  }
  return {};
}

std::optional<Instant> linkUntil(const Facts& facts) {
  const std::string_view text = factOf(facts, "until_at");
  Instant until = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), until);
  return text.empty() || read.ec != std::errc{} ? std::nullopt : std::optional{until};
}

std::string countOf(std::size_t letters) {
  return std::to_string(letters) + " letters";
}

}  // namespace

std::vector<UndeliveredLetter> OfficeStore::undeliveredLetters(Scope scope, std::size_t most) {
  // After the letter: its facts, whether an applicant of the field gets it, whether a member of its staff.
  constexpr int facts = columnCount<UndeliveredLetter>, toApplicant = facts + 1, toStaff = facts + 2;
  static const std::string sql =
      "SELECT " + columnList<UndeliveredLetter>() +
      ", facts, EXISTS (SELECT 1 FROM account a WHERE a.field = $1"
      " AND (a.user_id = outbox.user_id OR (outbox.user_id IS NULL AND a.mail = outbox.recipient))),"
      " EXISTS (SELECT 1 FROM staff s WHERE s.field = $1 AND s.closed_at IS NULL AND s.mail = outbox.recipient)"
      " FROM outbox WHERE due_at IS NULL OR why IS NOT NULL ORDER BY refused_at IS NULL, refused_at DESC, id DESC";
  std::vector<UndeliveredLetter> letters;
  auto rows = database().query(sql, scope);
  const auto inScope = [&](LetterKind kind, const Facts& known) {
    if (!scope) return true;
    const Addressee addressee = addresseeOf(kind);
    if (addressee == Addressee::newcomer) return fieldOf(factOf(known, "field")) == scope;
    return rows.integer(addressee == Addressee::staff ? toStaff : toApplicant) != 0;
  };
  while (letters.size() < most && rows.next()) {
    auto letter = readColumns<UndeliveredLetter>(rows);
    const Facts known = factsOf(rows.text(facts));
    if (!inScope(letter.kind, known)) continue;
    letter.linkUntil = linkUntil(known);
    letters.push_back(std::move(letter));
  }
  return letters;
}

void OfficeStore::makeDue(std::int64_t letter, Instant now) {
  database().run("UPDATE outbox SET due_at = $2, retried_at = $2, refused_at = NULL, attempts = 0 WHERE id = $1",
                 letter, now);
}

Code OfficeStore::retryLetter(Scope scope, std::int64_t id, Instant now, const Actor& actor) {
  const auto letters = undeliveredLetters(scope, std::numeric_limits<std::size_t>::max());
  const auto asked = std::ranges::find(letters, id, &UndeliveredLetter::id);
  if (asked == letters.end()) return Code::notFound;
  if (!asked->mayBeRetried(now)) return Code::letterExpired;
  makeDue(id, now);
  whole_.appendAudit(now, actor, "letter_retried", std::to_string(id));
  return Code::ok;
}

std::size_t OfficeStore::retryLetters(Scope scope, Instant now, const Actor& actor) {
  std::size_t count = 0;
  for (const UndeliveredLetter& letter : undeliveredLetters(scope, std::numeric_limits<std::size_t>::max())) {
    if (!letter.givenUpAt || !letter.mayBeRetried(now)) continue;
    makeDue(letter.id, now);
    ++count;
  }
  if (count > 0) whole_.appendAudit(now, actor, "letters_retried", "", countOf(count));
  return count;
}

}  // namespace senkoi::server::store
