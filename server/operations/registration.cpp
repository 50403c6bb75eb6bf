// Registration (M2.1–M2.5): a link by mail, opened within 24 hours, submitted once within two hours from then.
#include "server/operations/store.hpp"
#include "server/operations/user_columns.hpp"

namespace senkoi::server::store {
namespace {

std::optional<Instant> moment(const Rows& row, int column) {
  return row.null(column) ? std::nullopt : std::optional{row.integer(column)};
}

bool sameData(const UserData& one, const UserData& other) {
  bool same = true;
  forms::forEachItem<UserData>([&](const auto& entry) { same = same && one.*entry.member == other.*entry.member; });
  return same;
}

}  // namespace

void Store::requestRegistration(std::string_view mail, Field field, Language language, const Nonce& nonce,
                                const Hash& token, Instant now, const Actor& actor) {
  database_.run(
      "UPDATE registration_link SET superseded_at = $3 WHERE mail = $1 AND field = $2 AND opened_at IS NULL"
      " AND superseded_at IS NULL AND used_at IS NULL",
      mail, field, now);
  database_.run(
      "INSERT INTO registration_link (token, mail, field, language, requested_at) VALUES ($1, $2, $3, $4, $5)", token,
      mail, field, tag(language), now);
  const Facts facts{{"field", std::string{digits(field).view()}}, {"until_at", std::to_string(now + linkLifetime)}};
  queueLetter(LetterKind::registrationLink, {{}, mail, language}, facts, now, nonce);
  appendAudit(now, actor, "registration_requested", "", digits(field));
}

std::optional<Store::KnownLink> Store::findLink(const Hash& token) {
  auto rows = database_.query(
      "SELECT mail, field, language, requested_at, opened_at, used_at, superseded_at"
      " FROM registration_link WHERE token = $1",
      token);
  if (!rows.next()) return std::nullopt;
  const auto opened = moment(rows, 4);
  return KnownLink{{rows.string(0), rows.as<Field>(1), languageOf(rows.text(2)).value_or(Language::ja),
                    opened.value_or(0) + submitLifetime},
                   rows.integer(3),
                   opened,
                   moment(rows, 5),
                   !rows.null(6)};
}

Outcome<RegistrationLink> Store::openRegistration(const Hash& token, Instant now, const Actor& actor) {
  auto known = findLink(token);
  if (!known || known->usedAt || known->superseded || known->openedAt) return openedLink(token, now);
  if (now >= known->requestedAt + linkLifetime) return Code::linkExpired;
  database_.run("UPDATE registration_link SET opened_at = $2 WHERE token = $1", token, now);
  appendAudit(now, actor, "registration_opened", "", digits(known->link.field));
  known->link.until = now + submitLifetime;
  return known->link;
}

Outcome<RegistrationLink> Store::registrationLink(const Hash& token, Instant now) {
  return openedLink(token, now);
}

bool Store::registryNumberTaken(std::string_view registryNumber) {
  return database_.number("SELECT 1 FROM account WHERE registry_number = $1", registryNumber).has_value();
}

Outcome<RegistrationLink> Store::openedLink(const Hash& token, Instant now) {
  const auto known = findLink(token);
  if (!known) return Code::linkExpired;
  if (known->usedAt) return Code::linkUsed;
  if (known->superseded) return Code::linkSuperseded;
  if (!known->openedAt) return Code::linkExpired;
  if (now >= known->link.until) return Code::linkTimeOver;
  return known->link;
}

std::optional<RegistrationLink> Store::linkOwner(const Hash& token) {
  const auto known = findLink(token);
  return known ? std::optional{known->link} : std::nullopt;
}

std::optional<std::string> Store::registeredBy(const Hash& token, const UserData& data, Instant now) {
  const auto known = findLink(token);
  if (!known || !known->usedAt || now >= known->link.until) return std::nullopt;
  auto rows = database_.query(
      "SELECT user_id FROM account WHERE registry_number = $1 AND mail = $2 AND field = $3 AND registered_at = $4",
      data.registryNumber, known->link.mail, known->link.field, *known->usedAt);
  if (!rows.next()) return std::nullopt;
  const auto made = account(rows.text(0));
  return made && sameData(made->data, data) ? std::optional{made->userId} : std::nullopt;
}

Outcome<Account> Store::registerApplicant(const Hash& token, const UserData& data, std::string_view userId,
                                          std::string_view passwordHash, Instant now, const Actor& actor) {
  const auto link = openedLink(token, now);
  if (!link.value) return link.code;
  if (userIdEverGiven(userId)) return Code::busy;
  if (registryNumberTaken(data.registryNumber)) return Code::registryNumberTaken;
  const Account account{std::string{userId}, link.value->mail, link.value->field, link.value->language, data, now};
  insertAccount(account, passwordHash);
  database_.run("UPDATE registration_link SET used_at = $2 WHERE token = $1", token, now);
  const Facts facts{{"user_id", account.userId},
                    {"family_name", data.familyName},
                    {"given_name", data.givenName},
                    {"field", std::string{digits(account.field).view()}}};
  queueLetter(LetterKind::registered, {userId, account.mail, account.language}, facts, now);
  appendAudit(now, actor, "registered", userId);
  return account;
}

bool Store::userIdEverGiven(std::string_view userId) {
  return database_
      .number("SELECT 1 FROM account WHERE user_id = $1 UNION ALL SELECT 1 FROM former_account WHERE user_id = $1",
              userId)
      .has_value();
}

void Store::insertAccount(const Account& account, std::string_view passwordHash) {
  static const std::string sql = "INSERT INTO account (user_id, mail, field, language, password_hash, registered_at, " +
                                 userColumns() + ") VALUES ($1, $2, $3, $4, $5, $6, " + userParameters(7) + ")";
  auto rows = database_.query(sql, account.userId, account.mail, account.field, tag(account.language), passwordHash,
                              account.registeredAt);
  bindUserData(rows, account.data);
  rows.next();
}

}  // namespace senkoi::server::store
