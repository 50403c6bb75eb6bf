// The store as the business speaks of it. One interface, engines behind it (SQLite first); every engine passes tests/store.
//
// Threads: one Store object belongs to one thread. The writer thread owns the writing one and runs operations inside
// savepoints of one durable transaction (server/store/writer.hpp); the HTTP thread owns a reading one.
// Errors: what a user did comes back as a Code; what the machine did (disk full, corruption) is thrown as store::Failure.
// Time: `now` is the instant the request had arrived; the store asks core's workflow, never a clock.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "senkoi/codes/code.hpp"
#include "senkoi/codes/field.hpp"
#include "senkoi/codes/instant.hpp"
#include "senkoi/codes/language.hpp"
#include "senkoi/codes/prefecture.hpp"
#include "senkoi/forms/user_data.hpp"
#include "senkoi/workflow/application.hpp"
#include "senkoi/workflow/calendar.hpp"

namespace senkoi::server::store {

struct Failure : std::runtime_error {
  using std::runtime_error::runtime_error;
};

using Hash = std::array<std::uint8_t, 32>;   // SHA-256 of a secret; the secret itself is never stored
using Nonce = std::array<std::uint8_t, 32>;  // a letter's token is derived from it by the server key (accounts/token.hpp)
using UserData = forms::UserData<std::string>;

template <class T>
struct Outcome {
  Code code = Code::ok;
  std::optional<T> value;  // set exactly when code is ok
};

// Who did it and from where, for the audit log (S5).
struct Actor {
  workflow::Who who;
  std::string id;       // user ID; empty for a stranger or the system
  std::string address;  // network address; empty for the system
};

struct Program {
  std::int64_t id;
  Field field;
  Prefecture prefecture;
  std::string facility, name;
  std::uint32_t capacity;
  std::string director, department, phone, mail, address, url;
  std::uint8_t rounds;  // bit r-1: recruits in round r
};

struct Ceiling {
  Field field;
  Prefecture prefecture;
  std::vector<std::uint32_t> pastAdoptions;  // oldest first
  std::uint32_t published;
};

struct Notice {
  std::int64_t id;
  std::optional<Field> field;  // none: the 機構's, for all
  Instant publishedAt;
  std::string titleJa, titleEn, bodyJa, bodyEn;
};

struct Application {
  std::int64_t id;
  std::string userId;
  std::uint8_t round;
  std::int64_t program;
  workflow::State state;  // as decided; what may be shown is core's visibility
  Instant appliedAt, changedAt;
};

struct Account {
  std::string userId;
  std::string mail;
  Field field;
  Language language;
  UserData data;
  Instant registeredAt;
};

struct Credentials {
  std::string userId;
  std::string passwordHash;  // Argon2id, libsodium's encoded form
};

struct Session {
  std::string userId;
  Instant openedAt, seenAt;
};

struct RegistrationLink {
  std::string mail;
  Field field;
  Language language;
  Instant until;  // submit before
};

// A step in an application's life that changes counts; the snapshot applies them after the commit.
struct CountChange {
  std::int64_t program;
  std::uint8_t round;
  std::optional<workflow::State> from, to;
};

enum class LetterKind : std::uint8_t { registrationLink, registered, recovery, passwordChanged, accountDeleted, applied, withdrawn, switched };

struct Letter {
  std::int64_t id = 0;
  LetterKind kind;
  std::string to;
  Language language;
  std::vector<std::pair<std::string, std::string>> facts;  // name → text, filled into the letter's words
  std::optional<Nonce> nonce;                              // a link's token derives from it
  Instant dueAt;
  unsigned attempts = 0;
};

struct AuditEntry {
  std::int64_t number;
  Instant at;
  Actor actor;
  std::string action, subject, detail;
};

// Everything a season begins with; what the demo makes and an office imports.
struct SeasonStart {
  workflow::Season season;
  std::vector<Program> programs;
  std::vector<Ceiling> ceilings;
  std::vector<Notice> notices;
};

struct DemoApplicant {
  Account account;
  std::string passwordHash;
  std::vector<Application> applications;
};

class Store {
 public:
  virtual ~Store() = default;

  // --- season (S4), reads for the snapshot
  virtual std::optional<workflow::Season> season() = 0;
  virtual std::vector<Program> programs() = 0;
  virtual std::vector<Ceiling> ceilings() = 0;
  virtual std::vector<Notice> notices() = 0;
  virtual std::vector<CountChange> liveCounts() = 0;  // every application as {none → state}
  virtual void begin(const SeasonStart&) = 0;         // replaces an empty season's data
  virtual void addDemoApplicants(const std::vector<DemoApplicant>&) = 0;

  // --- registration (M2.1–M2.5)
  virtual void requestRegistration(std::string_view mail, Field, Language, const Nonce&, const Hash& token, Instant now, const Actor&) = 0;
  virtual Outcome<RegistrationLink> openRegistration(const Hash& token, Instant now, const Actor&) = 0;
  virtual Outcome<RegistrationLink> registrationLink(const Hash& token, Instant now) = 0;  // opened and still good?
  // `userId` is a fresh random candidate; Code::busy asks for another. Registry number taken: Code::registry_number_taken.
  virtual Outcome<Account> registerApplicant(const Hash& token, const UserData&, std::string_view userId, std::string_view passwordHash, Instant now, const Actor&) = 0;

  // --- log-in, recovery (M1.3, M3.1)
  virtual std::optional<Credentials> credentials(std::string_view userId) = 0;
  virtual void storePasswordHash(std::string_view userId, std::string_view passwordHash) = 0;  // rehash at log-in
  virtual void openSession(const Hash& token, std::string_view userId, Instant now, const Actor&) = 0;
  virtual std::optional<Session> session(const Hash& token) = 0;
  virtual void touchSession(const Hash& token, Instant now) = 0;
  virtual void closeSession(const Hash& token, Instant now, const Actor&) = 0;
  virtual void requestRecovery(std::string_view mail, Language, const Nonce&, const Hash& token, Instant now, const Actor&) = 0;
  virtual Code resetPassword(const Hash& token, std::string_view passwordHash, Instant now, const Actor&) = 0;
  virtual void changePassword(std::string_view userId, std::string_view passwordHash, const Hash& keepSession, Instant now, const Actor&) = 0;

  // --- account (M6.1, M6.2)
  virtual std::optional<Account> account(std::string_view userId) = 0;
  virtual Code changeUserData(std::string_view userId, const UserData&, Instant now, const Actor&) = 0;
  virtual Code deleteAccount(std::string_view userId, Instant now, const Actor&) = 0;

  // --- application (M3.5, M4.1, M5)
  virtual std::vector<Application> applications(std::string_view userId) = 0;
  virtual Outcome<Application> apply(std::string_view userId, std::int64_t program, std::string_view idempotencyKey, Instant now, const Actor&) = 0;
  virtual Outcome<Application> withdraw(std::string_view userId, std::int64_t application, Instant now, const Actor&) = 0;
  virtual Outcome<Application> switchTo(std::string_view userId, std::int64_t application, std::int64_t program, std::string_view idempotencyKey, Instant now, const Actor&) = 0;
  virtual std::vector<Application> applicationsOf(std::int64_t program) = 0;
  virtual Code decide(std::int64_t application, workflow::State to, Instant now, const Actor&) = 0;  // S1, S2

  // --- outbox (S6)
  virtual std::vector<Letter> dueLetters(Instant now, std::size_t most) = 0;
  virtual void letterSent(std::int64_t id, Instant now) = 0;
  virtual void letterDeferred(std::int64_t id, Instant nextAttempt, std::string_view why) = 0;
  virtual void letterRefused(std::int64_t id, Instant now, std::string_view why) = 0;

  // --- audit (S5)
  virtual std::vector<AuditEntry> audit(std::int64_t after, std::size_t most) = 0;
  virtual std::optional<std::int64_t> firstBrokenAudit() = 0;  // none: the chain holds

  // Count changes since the last call, for the snapshot; cleared by a rollback to a savepoint for what it undid.
  virtual std::vector<CountChange> takeCountChanges() = 0;
};

}  // namespace senkoi::server::store
