// An applicant's own data: read, changed, deleted (M6.1, M6.2).
#include "server/operations/store.hpp"
#include "server/operations/user_columns.hpp"

namespace senkoi::server::store {
namespace {

// Which items changed, by name: the audit log keeps no value of a person.
std::string changedItems(const UserData& before, const UserData& after) {
  std::string names;
  const auto changed = forms::changes(before, after);
  for (std::size_t i = 0; i < changed.size(); ++i) {
    if (changed[i]) names.append(names.empty() ? "" : " ").append(name(forms::items<UserData>[i]));
  }
  return names;
}

}  // namespace

std::optional<Account> Store::account(std::string_view userId) {
  static const std::string sql =
      "SELECT user_id, mail, field, language, registered_at, " + userColumns() + " FROM account WHERE user_id = $1";
  auto rows = database_.query(sql, userId);
  if (!rows.next()) return std::nullopt;
  return Account{rows.string(0),        rows.string(1),
                 rows.as<Field>(2),     languageOf(rows.text(3)).value_or(Language::ja),
                 readUserData(rows, 5), rows.integer(4)};
}

Code Store::changeUserData(std::string_view userId, const UserData& data, Instant now, const Actor& actor) {
  const auto who = applicant(userId);
  if (!who) return Code::notFound;
  const Code code = workflow::mayChangeData(presentSeason(), now, who->past());
  return code == Code::ok ? writeUserData(userId, data, now, actor).code : code;
}

Outcome<bool> Store::writeUserData(std::string_view userId, const UserData& data, Instant now, const Actor& actor) {
  const auto before = account(userId);
  if (!before) return Code::notFound;
  const auto taken = database_.number("SELECT 1 FROM account WHERE registry_number = $1 AND user_id <> $2",
                                      data.registryNumber, userId);
  if (taken) return Code::registryNumberTaken;
  const std::string names = changedItems(before->data, data);
  if (names.empty()) return false;
  static const std::string sql =
      "UPDATE account SET " + userAssignments() + " WHERE user_id = $" + std::to_string(forms::itemCount<UserData> + 1);
  {
    auto rows = database_.query(sql);
    bindUserData(rows, data);
    rows.bind(userId).next();
  }
  appendAudit(now, actor, "data_changed", userId, names);
  return true;
}

Code Store::deleteAccount(std::string_view userId, Instant now, const Actor& actor) {
  const auto who = applicant(userId);
  if (!who) return Code::notFound;
  const Code code = workflow::mayDelete(presentSeason(), now, who->past());
  if (code != Code::ok) return code;
  database_.run(
      "INSERT INTO former_account (user_id, field, registered_at, deleted_at)"
      " SELECT user_id, field, registered_at, $2 FROM account WHERE user_id = $1",
      userId, now);
  database_.run("UPDATE application SET user_id = NULL, request_key = NULL, switched_from = NULL WHERE user_id = $1",
                userId);
  database_.run("DELETE FROM outbox WHERE user_id = $1", userId);
  database_.run("DELETE FROM account WHERE user_id = $1", userId);  // sessions and links go with it
  eraseTraces(who->mail);
  queueLetter(LetterKind::accountDeleted, {{}, who->mail, who->language}, who->facts(), now);
  appendAudit(now, actor, "account_deleted", userId);
  forget_ = true;
  return Code::ok;
}

// What held the address without belonging to the account. A link not yet used stays: it is a new registration's (M1.2).
void Store::eraseTraces(std::string_view mail) {
  database_.run("DELETE FROM registration_link WHERE mail = $1 AND (used_at IS NOT NULL OR superseded_at IS NOT NULL)",
                mail);
  if (database_.number("SELECT 1 FROM account WHERE mail = $1", mail)) return;
  database_.run("DELETE FROM recovery_link WHERE mail = $1", mail);
  database_.run("DELETE FROM outbox WHERE recipient = $1 AND user_id IS NULL AND (kind = $2 OR due_at IS NULL)", mail,
                LetterKind::recovery);
}

}  // namespace senkoi::server::store
