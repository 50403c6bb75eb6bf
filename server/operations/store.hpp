// What the business does, over any engine: each operation loads facts, asks core, writes rows, letters and lines of the
// audit log. Definitions stand by subject: season.cpp, registration.cpp, access.cpp, accounts.cpp, applications.cpp,
// results.cpp, outbox.cpp, batches.cpp. Every engine passes tests/store.
//
// Threads: one Store object belongs to one thread. The writer thread owns the writing one and runs operations as steps
// of one durable batch (server/operations/writer/writer.hpp); the HTTP thread owns a reading one.
// Errors: what a user did comes back as a Code; what the machine did (disk full, corruption) is thrown as
// store::Failure. A refused operation has written nothing.
// Time: `now` is the instant the request had arrived; the store asks core's workflow, never a clock.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>

#include "server/database/connection.hpp"
#include "server/operations/audit_log.hpp"
#include "server/operations/records.hpp"
#include "server/operations/recovery_link.hpp"

namespace senkoi::server::store {

// A link is opened within 24 hours of the request and submitted within two hours of the first opening (M2.2). A
// recovery link holds for 24 hours, opened or not.
//
// Decision: which links a newer request ends (M2.2, reliability 6). Whoever knows a mail address can ask for a link to
// it; whoever opens a link has read the mailbox. So a request ends the older links of its kind that nobody has opened,
// and no others: an opened one stays good for its two hours, until it is used, or until something that needs the
// mailbox ends it (a new password ends the recovery links of that user ID). A registration link carries its field, so
// that a request in one field leaves the links of the others alone: a stranger's cannot leave the owner with the
// stranger's field. The letter names the field.
//
//   link of            | newer request           | opened | used | its time        | new password of the ID
//   registration, new  | superseded (same field) | opened | -    | expired at 24 h | -
//   registration, open | stays                   | stays  | used | expired at 2 h  | -
//   recovery, new      | superseded              | opened | used | expired at 24 h | superseded
//   recovery, open     | stays, for two hours    | stays  | used | expired at 24 h | superseded
//
// An invitation is asked for by an office, not by a stranger: a newer one ends it, opened or not.
inline constexpr Instant linkLifetime = Instant{24} * 3'600'000;
inline constexpr Instant submitLifetime = Instant{2} * 3'600'000;
// An answer is remembered by its idempotency key at least so long.
inline constexpr Instant idempotencyLifetime = Instant{48} * 3'600'000;

class StaffStore;     // server/operations/staff_store.hpp: who works here
class DirectorStore;  // server/operations/director_store.hpp: candidates and decisions
class OfficeStore;    // server/operations/office_store.hpp: programs, season, ceilings, release
class ImportStore;    // server/operations/import_store.hpp: tables of a hundred thousand rows
class SeatStore;      // server/operations/seat_store.hpp: kinds of seats, offers, limits, who counts where
struct SeasonSeats;   // server/operations/seat_records.hpp

class Store {
 public:
  // Speaks over a connection whose schema is this program's (open.hpp).
  explicit Store(std::unique_ptr<Connection> connection, const AuditKey& key = {});
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  // --- the other side, each a part of its own over the same transaction
  StaffStore& staff();
  DirectorStore& directors();
  OfficeStore& offices();
  ImportStore& imports();
  SeatStore& seats();

  // --- season (S4), reads for the snapshot
  std::optional<workflow::Season> season();
  std::vector<Program> programs();
  std::vector<Program> programsOf(std::int64_t staff);  // of these, a director's own; by number
  std::vector<Ceiling> ceilings();
  std::vector<Notice> notices();          // newest first
  std::vector<CountChange> liveCounts();  // every application as {none → state}
  void begin(const SeasonStart&);         // replaces a season nobody applied in; else Failure
  // Without letters and count changes: the snapshot is loaded (anew) afterwards. One audit entry an application.
  void addDemoApplicants(const std::vector<DemoApplicant>&);

  // --- registration (M2.1–M2.5)
  void requestRegistration(std::string_view mail, Field, Language, const Nonce&, const Hash& token, Instant now,
                           const Actor&);
  // Opening again within the two hours changes nothing.
  Outcome<RegistrationLink> openRegistration(const Hash& token, Instant now, const Actor&);
  Outcome<RegistrationLink> registrationLink(const Hash& token, Instant now);  // opened and still good?
  // Whose link it is, whatever has become of it; none: nobody's.
  std::optional<RegistrationLink> linkOwner(const Hash& token);
  // The user ID that was registered with this link from these very data, for as long as the link would have held:
  // whoever sends them again has not had the answer. The password is the caller's to compare.
  std::optional<std::string> registeredBy(const Hash& token, const UserData&, Instant now);
  // Only for who has proven a mail address (9).
  bool registryNumberTaken(std::string_view registryNumber);
  // `userId` is a fresh random candidate; Code::busy asks for another. Registry number taken: registryNumberTaken.
  Outcome<Account> registerApplicant(const Hash& token, const UserData&, std::string_view userId,
                                     std::string_view passwordHash, Instant now, const Actor&);

  // --- log-in, recovery (M1.3, M3.1)
  std::optional<Credentials> credentials(std::string_view userId);
  // `verified` is what the password was compared with: where another change came between, that one stands.
  void storePasswordHash(const Credentials& verified, std::string_view renewed);  // rehash at log-in
  Code openSession(const Hash& token, const Credentials& verified, Instant now, const Actor&);
  std::optional<Session> session(const Hash& token);
  void touchSession(const Hash& token, Instant now);
  void closeSession(const Hash& token, Instant now, const Actor&);
  // One letter that lists every user ID of the address; for an unknown address the same work and no letter.
  void requestRecovery(std::string_view mail, Language, const Nonce&, const Hash& token, Instant now, const Actor&);
  // The link as its owner opens it: marks it as opened, uses nothing up.
  Outcome<RecoveryLink> openRecovery(const Hash& token, Instant now);
  // Set where resetPassword would take the link now: no password is hashed for one that it would refuse.
  Outcome<RecoveryLink> recoveryLink(const Hash& token, Instant now);
  // For one of the user IDs that the link is for (choiceUnknown: it is none of them); ends its sessions and tells the
  // owner. Uses the link up: the other user IDs of the mailbox stay as they are, and each needs a link of its own.
  Code resetPassword(const Hash& token, std::string_view userId, std::string_view passwordHash, Instant now,
                     const Actor&);
  // Whether the token came in a letter to this address within the last day, whatever became of its link: who brings it
  // has read the mailbox.
  bool provesMailbox(const Hash& token, std::string_view mail, Instant now);
  Code changePassword(const Credentials& verified, std::string_view passwordHash, const Hash& keepSession, Instant now,
                      const Actor&);

  // --- account (M6.1, M6.2)
  std::optional<Account> account(std::string_view userId);
  Code changeUserData(std::string_view userId, const UserData&, Instant now, const Actor&);
  Code deleteAccount(std::string_view userId, Instant now, const Actor&);

  // --- application (M3.5, M4.1, M5). The same idempotency key with the same request: the first answer again.
  std::vector<Application> applications(std::string_view userId);  // of the season, oldest first
  // `kind` of the program's seats (T2); empty where it has one offer. offerUnknown: it has no such, or several.
  Outcome<Application> apply(std::string_view userId, std::int64_t program, std::string_view idempotencyKey,
                             Instant now, const Actor&, std::string_view kind = {});
  // Another's application is Code::notFound.
  Outcome<Application> withdraw(std::string_view userId, std::int64_t application, Instant now, const Actor&);
  Outcome<Application> switchTo(std::string_view userId, std::int64_t application, std::int64_t program,
                                std::string_view idempotencyKey, Instant now, const Actor&, std::string_view kind = {});
  std::vector<Application> applicationsOf(std::int64_t program);
  // Letters to the applicants of every round whose notification time has come, once a round. How many.
  std::size_t announceResults(Instant now);
  bool hasResultsToAnnounce(Instant now);  // whether that would do anything

  // --- outbox (S6)
  std::vector<Letter> dueLetters(Instant now, std::size_t most);  // oldest due first
  LettersWaiting lettersWaiting();
  void letterSent(std::int64_t id, Instant now);  // the letter is gone from the database
  void letterDeferred(std::int64_t id, Instant nextAttempt, std::string_view why);
  // Not the letter's fault: its attempts stay as they are.
  void letterHeld(std::int64_t id, Instant nextAttempt, std::string_view why);
  void letterRefused(std::int64_t id, Instant now, std::string_view why);  // given up

  // --- audit (S5)
  std::vector<AuditEntry> audit(std::int64_t after, std::size_t most);
  AuditHead auditHead();  // where the log ends now
  // Reads everything: not for the HTTP thread. `kept`: heads that were kept outside the database (reliability 41).
  AuditReport verifyAudit(std::span<const AuditHead> kept);
  // None: the log is what was written, from its first entry to its head.
  std::optional<std::int64_t> firstBrokenAudit() { return verifyAudit({}).firstBroken; }

  // Writes a row and takes it back: its commit shows that the database can be written.
  void proveWritable();

  // Forgets what has had its time: links, sessions long out of use, old idempotency keys, refused letters.
  void purge(Instant now);

  // Count changes since the last call, for the snapshot; cleared by undoStep for what it undid.
  std::vector<CountChange> takeCountChanges();

  // --- for the writer alone: a look outside a batch, or a durable batch of steps
  void startLook();
  void startBatch();
  void savepoint();
  void releaseSavepoint();
  void rollbackToSavepoint();  // Failure when the engine has undone the whole batch by itself
  void commitBatch();          // durable when it returns
  void undoBatch() noexcept;

  // --- for the parts of this store alone: staff, directors, offices
  Connection& database() { return database_; }

  struct Recipient {  // of letters: an account's own, or a stranger's address without one
    std::string_view userId, mail;
    Language language;
  };
  // What an operation about applications must know of the applicant.
  struct Applicant {
    std::string userId, mail, familyName, givenName;
    Language language;
    Field field;
    std::vector<Application> applications;  // of the season

    std::vector<workflow::PastApplication> past() const;
    const Application* find(std::int64_t id) const;
    Facts facts() const;
  };
  struct Offer {  // a program as an application meets it
    std::int64_t id;
    Field field;
    Prefecture prefecture;
    std::string facility, name;
    std::uint8_t rounds;
    std::uint32_t capacity;
    std::string kind{};  // of the seats at hand; empty: ordinary

    Facts facts(int round) const;  // for a letter
  };
  struct Request {  // what makes an application; by its key it is known again
    std::string_view key;
    std::int64_t program;
    std::optional<std::int64_t> switchedFrom;
    std::string_view kind{};  // as it was chosen, empty where it was not

    bool operator==(const Request&) const = default;
  };
  struct KnownLink {
    RegistrationLink link;
    Instant requestedAt;
    std::optional<Instant> openedAt;
    std::optional<Instant> usedAt;
    bool superseded;
  };

  const workflow::Season& presentSeason();  // read once a batch; one without rounds where there is none
  void readSeason();
  void insertCeiling(int startYear, const Ceiling& ceiling);
  void insertRound(int startYear, const workflow::Round& round);
  void insertClosedCells(int startYear, const workflow::Round& round);
  void insertNotice(const Notice& notice);
  std::optional<Applicant> applicant(std::string_view userId);
  std::optional<Offer> offer(std::int64_t program);
  std::optional<Application> applicationById(std::int64_t id);
  Application move(Application application, workflow::State to, Instant now);
  // Whether anything changed; registryNumberTaken, notFound. Who may is asked before.
  Outcome<bool> writeUserData(std::string_view userId, const UserData& data, Instant now, const Actor& actor);
  void queueLetter(LetterKind kind, const Applicant& applicant, Facts more, Instant now);
  void queueLetter(LetterKind kind, const Recipient& recipient, const Facts& facts, Instant now,
                   const std::optional<Nonce>& nonce = std::nullopt);
  void takeLastLetterBack();  // the one that was queued last, within the same operation
  void appendAudit(Instant now, const Actor& actor, std::string_view action, std::string_view subject,
                   std::string_view detail = {});
  std::string holdMark(std::int64_t application, std::string_view reason, std::string_view owner) const;
  // What happens to programs while an import stages to move them or to make them smaller.
  struct ImportWatch {
    std::weak_ptr<const int> underway{};  // lives as long as the import's run
    std::unordered_set<std::int64_t> anything{}, adoptions{};
    bool disturbed = false;
  };
  ImportWatch& watch() { return watch_; }
  void forgetSeason() { season_.reset(); }  // after it was changed: read anew at the next use
  std::unique_ptr<SeasonSeats>& seasonSeats() { return seasonSeats_; }  // null: to be read; forgotten with the season
  void countChange(const CountChange& change);

 private:
  void insertProgram(int startYear, const Program& program);
  void insertAccount(const Account& account, std::string_view passwordHash);
  std::optional<KnownLink> findLink(const Hash& token);
  Outcome<RegistrationLink> openedLink(const Hash& token, Instant now);
  bool userIdEverGiven(std::string_view userId);
  bool stillValid(const Credentials& verified);
  void endSessions(std::string_view userId, const std::optional<Hash>& keep);
  std::string storedSpelling(std::string_view mail);
  std::vector<RecoveryLink::Owner> recoveryOwners(const Hash& token);
  void endRecoveries(std::string_view userId, Instant now);
  void setPassword(std::string_view userId, std::string_view passwordHash, const std::optional<Hash>& keepSession,
                   Instant now);
  void eraseTraces(std::string_view mail);
  std::vector<Application> applications(std::string_view userId, std::int64_t startYear);
  workflow::ProgramForApplication target(const Applicant& applicant, const Offer& offer, Instant now);
  std::optional<Outcome<Application>> answered(const Applicant& applicant, const Request& request, Instant now);
  Application insertApplication(const Applicant& applicant, const Offer& offer, const Request& request, Instant now);
  bool chooseOffer(Offer& offer, std::string_view kind);
  std::size_t tellResults(int round, Instant now);
  bool isLastTrace(std::int64_t letter);
  void forgetEarlierPages();

  std::unique_ptr<Connection> connection_;
  Connection& database_;  // the same
  RowHash auditHash_;     // has taken the key in
  std::unique_ptr<StaffStore> staff_;
  std::unique_ptr<DirectorStore> directors_;
  std::unique_ptr<OfficeStore> offices_;
  std::unique_ptr<ImportStore> imports_;
  std::unique_ptr<SeatStore> seats_;
  std::optional<workflow::Season> season_;
  std::unique_ptr<SeasonSeats> seasonSeats_;
  std::int64_t seenByOthers_ = -1;  // data_version when season_ was read
  std::vector<CountChange> changes_;
  ImportWatch watch_;
  std::optional<AuditEnd> auditEnd_, auditEndAtStep_;  // within a batch, once something was noted
  std::size_t changesAtStep_ = 0;
  bool forget_ = false;  // the write-ahead log still holds pages of deleted people
};

}  // namespace senkoi::server::store
