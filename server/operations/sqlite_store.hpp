// The store over one SQLite connection: a writing one for the writer thread, reading ones for others (store.hpp says
// what each operation means). Definitions stand by subject: season.cpp, registration.cpp, access.cpp, accounts.cpp,
// applications.cpp, results.cpp, outbox.cpp, batches.cpp.
#pragma once

#include "server/database/sqlite/database.hpp"
#include "server/operations/audit_log.hpp"
#include "server/operations/store.hpp"

namespace senkoi::server::store::sqlite {

class SqliteStore final : public Store {
 public:
  // A writing store migrates the file first; a reading one refuses any other schema than this program's.
  SqliteStore(const std::filesystem::path& file, Database::Access access, const char* vfs = nullptr,
              const AuditKey& key = {});

  ~SqliteStore() override;

  StaffStore& staff() override;
  DirectorStore& directors() override;
  OfficeStore& offices() override;

  std::optional<workflow::Season> season() override;
  std::vector<Program> programs() override;
  std::vector<Ceiling> ceilings() override;
  std::vector<Notice> notices() override;
  std::vector<CountChange> liveCounts() override;
  void begin(const SeasonStart& start) override;
  void addDemoApplicants(const std::vector<DemoApplicant>& applicants) override;

  void requestRegistration(std::string_view mail, Field field, Language language, const Nonce& nonce, const Hash& token,
                           Instant now, const Actor& actor) override;
  Outcome<RegistrationLink> openRegistration(const Hash& token, Instant now, const Actor& actor) override;
  Outcome<RegistrationLink> registrationLink(const Hash& token, Instant now) override;
  Outcome<Account> registerApplicant(const Hash& token, const UserData& data, std::string_view userId,
                                     std::string_view passwordHash, Instant now, const Actor& actor) override;

  std::optional<Credentials> credentials(std::string_view userId) override;
  void storePasswordHash(const Credentials& verified, std::string_view renewed) override;
  Code openSession(const Hash& token, const Credentials& verified, Instant now, const Actor& actor) override;
  std::optional<Session> session(const Hash& token) override;
  void touchSession(const Hash& token, Instant now) override;
  void closeSession(const Hash& token, Instant now, const Actor& actor) override;
  void requestRecovery(std::string_view mail, Language language, const Nonce& nonce, const Hash& token, Instant now,
                       const Actor& actor) override;
  Code recoveryLink(const Hash& token, Instant now) override;
  Code resetPassword(const Hash& token, std::string_view passwordHash, Instant now, const Actor& actor) override;
  Code changePassword(const Credentials& verified, std::string_view passwordHash, const Hash& keepSession, Instant now,
                      const Actor& actor) override;

  std::optional<Account> account(std::string_view userId) override;
  Code changeUserData(std::string_view userId, const UserData& data, Instant now, const Actor& actor) override;
  Code deleteAccount(std::string_view userId, Instant now, const Actor& actor) override;

  std::vector<Application> applications(std::string_view userId) override;
  Outcome<Application> apply(std::string_view userId, std::int64_t program, std::string_view idempotencyKey,
                             Instant now, const Actor& actor) override;
  Outcome<Application> withdraw(std::string_view userId, std::int64_t application, Instant now,
                                const Actor& actor) override;
  Outcome<Application> switchTo(std::string_view userId, std::int64_t application, std::int64_t program,
                                std::string_view idempotencyKey, Instant now, const Actor& actor) override;
  std::vector<Application> applicationsOf(std::int64_t program) override;
  std::size_t announceResults(Instant now) override;

  std::vector<Letter> dueLetters(Instant now, std::size_t most) override;
  LettersWaiting lettersWaiting() override;
  void letterSent(std::int64_t id, Instant now) override;
  void letterDeferred(std::int64_t id, Instant nextAttempt, std::string_view why) override;
  void letterRefused(std::int64_t id, Instant now, std::string_view why) override;

  std::vector<AuditEntry> audit(std::int64_t after, std::size_t most) override;
  std::optional<std::int64_t> firstBrokenAudit() override;
  void purge(Instant now) override;
  std::vector<CountChange> takeCountChanges() override;

  void startBatch() override;
  void startStep() override;
  void keepStep() override;
  void undoStep() override;
  void commitBatch() override;
  void undoBatch() noexcept override;

  // --- for the parts of this store alone (staff.hpp, directing.hpp, offices.hpp)
  Database& database() { return database_; }

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
  };
  struct Request {  // what makes an application; by its key it is known again
    std::string_view key;
    std::int64_t program;
    std::optional<std::int64_t> switchedFrom;

    bool operator==(const Request&) const = default;
  };
  struct KnownLink {
    RegistrationLink link;
    Instant requestedAt;
    std::optional<Instant> openedAt;
    bool used, superseded;
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
  void tell(LetterKind kind, const Applicant& applicant, Facts more, Instant now);
  void queueLetter(LetterKind kind, const Recipient& recipient, const Facts& facts, Instant now,
                   const std::optional<Nonce>& nonce = std::nullopt);
  void note(Instant now, const Actor& actor, std::string_view action, std::string_view subject,
            std::string_view detail = {});
  void forgetSeason() { season_.reset(); }  // after it was changed: read anew at the next use

 private:
  void insertProgram(int startYear, const Program& program);
  void insertAccount(const Account& account, std::string_view passwordHash);
  std::optional<KnownLink> findLink(const Hash& token);
  Outcome<RegistrationLink> openedLink(const Hash& token, Instant now);
  bool userIdEverGiven(std::string_view userId);
  bool stillValid(const Credentials& verified);
  void endSessions(std::string_view userId, const std::optional<Hash>& keep);
  std::string storedSpelling(std::string_view mail);
  std::vector<std::string> recoveredIds(const Hash& token);
  void setPassword(std::string_view userId, std::string_view passwordHash, const std::optional<Hash>& keepSession,
                   Instant now);
  void eraseTraces(std::string_view mail);
  std::vector<Application> applications(std::string_view userId, std::int64_t startYear);
  workflow::Target target(const Applicant& applicant, const Offer& offer, Instant now);
  std::optional<Outcome<Application>> answered(const Applicant& applicant, const Request& request, Instant now);
  Application insertApplication(const Applicant& applicant, const Offer& offer, const Request& request, Instant now);
  std::size_t tellResults(int round, Instant now);
  bool isLastTrace(std::int64_t letter);
  void forgetEarlierPages();

  Database database_;
  RowHash auditHash_;  // has taken the key in
  std::unique_ptr<StaffStore> staff_;
  std::unique_ptr<DirectorStore> directors_;
  std::unique_ptr<OfficeStore> offices_;
  std::optional<workflow::Season> season_;
  std::int64_t seenByOthers_ = -1;  // data_version when season_ was read
  std::vector<CountChange> changes_;
  std::optional<AuditHead> auditHead_;  // within a batch
  std::size_t changesAtStep_ = 0;
  bool forget_ = false;  // the write-ahead log still holds pages of deleted people
};

}  // namespace senkoi::server::store::sqlite
