// The store as the business speaks of it. One interface, engines behind it (SQLite first); every engine passes
// tests/store.
//
// Threads: one Store object belongs to one thread. The writer thread owns the writing one and runs operations as steps
// of one durable batch (server/operations/writer/writer.hpp); the HTTP thread owns a reading one.
// Errors: what a user did comes back as a Code; what the machine did (disk full, corruption) is thrown as
// store::Failure. A refused operation has written nothing.
// Time: `now` is the instant the request had arrived; the store asks core's workflow, never a clock.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "server/database/failure.hpp"
#include "server/operations/records.hpp"

namespace senkoi::server::store {

// A link is opened within 24 hours of the request and submitted within two hours of the first opening (M2.2).
inline constexpr Instant linkLifetime = Instant{24} * 3'600'000;
inline constexpr Instant submitLifetime = Instant{2} * 3'600'000;
// An answer is remembered by its idempotency key at least so long.
inline constexpr Instant idempotencyLifetime = Instant{48} * 3'600'000;

class StaffStore;     // server/operations/staff_store.hpp: who works here
class DirectorStore;  // server/operations/director_store.hpp: candidates and decisions
class OfficeStore;    // server/operations/office_store.hpp: programs, season, ceilings, release

class Store {
 public:
  virtual ~Store() = default;

  // --- the other side, each a part of its own over the same transaction
  virtual StaffStore& staff() = 0;
  virtual DirectorStore& directors() = 0;
  virtual OfficeStore& offices() = 0;

  // --- season (S4), reads for the snapshot
  virtual std::optional<workflow::Season> season() = 0;
  virtual std::vector<Program> programs() = 0;
  virtual std::vector<Ceiling> ceilings() = 0;
  virtual std::vector<Notice> notices() = 0;          // newest first
  virtual std::vector<CountChange> liveCounts() = 0;  // every application as {none → state}
  virtual void begin(const SeasonStart&) = 0;         // replaces a season nobody applied in; else Failure
  // Without letters, audit lines and count changes: the snapshot is loaded (anew) afterwards.
  virtual void addDemoApplicants(const std::vector<DemoApplicant>&) = 0;

  // --- registration (M2.1–M2.5)
  virtual void requestRegistration(std::string_view mail, Field, Language, const Nonce&, const Hash& token, Instant now,
                                   const Actor&) = 0;
  // Opening again within the two hours changes nothing.
  virtual Outcome<RegistrationLink> openRegistration(const Hash& token, Instant now, const Actor&) = 0;
  virtual Outcome<RegistrationLink> registrationLink(const Hash& token, Instant now) = 0;  // opened and still good?
  // `userId` is a fresh random candidate; Code::busy asks for another. Registry number taken: registryNumberTaken.
  virtual Outcome<Account> registerApplicant(const Hash& token, const UserData&, std::string_view userId,
                                             std::string_view passwordHash, Instant now, const Actor&) = 0;

  // --- log-in, recovery (M1.3, M3.1)
  virtual std::optional<Credentials> credentials(std::string_view userId) = 0;
  // `verified` is what the password was compared with: where another change came between, that one stands.
  virtual void storePasswordHash(const Credentials& verified, std::string_view renewed) = 0;  // rehash at log-in
  virtual Code openSession(const Hash& token, const Credentials& verified, Instant now, const Actor&) = 0;
  virtual std::optional<Session> session(const Hash& token) = 0;
  virtual void touchSession(const Hash& token, Instant now) = 0;
  virtual void closeSession(const Hash& token, Instant now, const Actor&) = 0;
  // One letter that lists every user ID of the address; for an unknown address the same work and no letter.
  virtual void requestRecovery(std::string_view mail, Language, const Nonce&, const Hash& token, Instant now,
                               const Actor&) = 0;
  // ok where resetPassword would take the link now: no password is hashed for one that it would refuse.
  virtual Code recoveryLink(const Hash& token, Instant now) = 0;
  // For every user ID that the letter listed; ends their sessions and tells the owner.
  virtual Code resetPassword(const Hash& token, std::string_view passwordHash, Instant now, const Actor&) = 0;
  virtual Code changePassword(const Credentials& verified, std::string_view passwordHash, const Hash& keepSession,
                              Instant now, const Actor&) = 0;

  // --- account (M6.1, M6.2)
  virtual std::optional<Account> account(std::string_view userId) = 0;
  virtual Code changeUserData(std::string_view userId, const UserData&, Instant now, const Actor&) = 0;
  virtual Code deleteAccount(std::string_view userId, Instant now, const Actor&) = 0;

  // --- application (M3.5, M4.1, M5). The same idempotency key with the same request: the first answer again.
  virtual std::vector<Application> applications(std::string_view userId) = 0;  // of the season, oldest first
  virtual Outcome<Application> apply(std::string_view userId, std::int64_t program, std::string_view idempotencyKey,
                                     Instant now, const Actor&) = 0;
  // Another's application is Code::notFound.
  virtual Outcome<Application> withdraw(std::string_view userId, std::int64_t application, Instant now,
                                        const Actor&) = 0;
  virtual Outcome<Application> switchTo(std::string_view userId, std::int64_t application, std::int64_t program,
                                        std::string_view idempotencyKey, Instant now, const Actor&) = 0;
  virtual std::vector<Application> applicationsOf(std::int64_t program) = 0;
  // Letters to the applicants of every round whose notification time has come, once a round. How many.
  virtual std::size_t announceResults(Instant now) = 0;

  // --- outbox (S6)
  virtual std::vector<Letter> dueLetters(Instant now, std::size_t most) = 0;  // oldest due first
  virtual LettersWaiting lettersWaiting() = 0;
  virtual void letterSent(std::int64_t id, Instant now) = 0;  // the letter is gone from the database
  virtual void letterDeferred(std::int64_t id, Instant nextAttempt, std::string_view why) = 0;
  virtual void letterRefused(std::int64_t id, Instant now, std::string_view why) = 0;

  // --- audit (S5)
  virtual std::vector<AuditEntry> audit(std::int64_t after, std::size_t most) = 0;
  virtual std::optional<std::int64_t> firstBrokenAudit() = 0;  // none: the chain holds

  // Forgets what has had its time: links, sessions long out of use, old idempotency keys, refused letters.
  virtual void purge(Instant now) = 0;

  // Count changes since the last call, for the snapshot; cleared by undoStep for what it undid.
  virtual std::vector<CountChange> takeCountChanges() = 0;

  // --- for the writer alone: a durable batch of steps
  virtual void startBatch() = 0;
  virtual void startStep() = 0;
  virtual void keepStep() = 0;
  virtual void undoStep() = 0;     // Failure when the engine has undone the whole batch by itself
  virtual void commitBatch() = 0;  // durable when it returns
  virtual void undoBatch() noexcept = 0;
};

}  // namespace senkoi::server::store
