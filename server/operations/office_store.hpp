// The part of the store that offices work with: programs, notices, the season, ceilings, release, statistics (S3, S4).
// Threads, errors and time as store.hpp says. Each change is a line of the audit log; a foreign object is
// Code::notFound. Plans and lists are reads; whatever takes an Actor writes.
#pragma once

#include <span>
#include <string_view>

#include "server/operations/office_records.hpp"
#include "server/operations/store.hpp"

namespace senkoi::server::store {

// Only those who agreed to the comparison are compared (M2.3e).
inline constexpr std::string_view consentingToQuota = "regional_quota = 'yes' AND regional_quota_consent = 'yes'";

// The plan of an import before there is a season that its rows could belong to.
inline ImportPlan withoutSeason(bool rows) {
  ImportPlan plan;
  if (rows) plan.faults.push_back({0, Code::seasonWithoutRound});
  return plan;
}

class OfficeStore {
 public:
  explicit OfficeStore(Store& whole) : whole_(whole) {}

  // --- programs of the present season (S3)
  std::vector<OfficeProgram> programs(Scope);  // by number, closed ones as well
  std::optional<OfficeProgram> program(Scope, std::int64_t id);
  // seasonWithoutRound before the first season; roundNotInSeason. These three, and a new season: busy while an import
  // is under way.
  Outcome<std::int64_t> createProgram(const Program&, Instant now, const Actor&);
  // programInUse: its field or prefecture while it has live applicants; numberOutOfRange: below those adopted;
  // roundNotInSeason: a round that it did not have before.
  Code changeProgram(Scope, const Program&, Instant now, const Actor&);
  // programInUse while it has live applicants, or such as may not know their result yet. Closing again changes nothing.
  Code closeProgram(Scope, std::int64_t id, Instant now, const Actor&);
  ImportPlan planPrograms(Scope, std::span<const ProgramRow>);
  ProgramPlan planProgramSteps(Scope, std::span<const ProgramRow>);  // carried out by ImportRun

  // --- notices: those to come as well, newest first. A society has its field's, the board all.
  std::vector<Notice> notices(Scope);
  std::int64_t createNotice(const Notice&, Instant now, const Actor&);
  Code changeNotice(Scope, const Notice&, Instant now, const Actor&);
  Code removeNotice(Scope, std::int64_t id, Instant now, const Actor&);

  // --- figures as decided: no applicant and no stranger may see them. `round` 0: all.
  std::vector<CellProgress> progress(Scope, int round);

  // --- the season (S4)
  bool releaseNeeded();
  // What has begun stands: roundHasBegun with the round, else core's checkSeason.
  workflow::SeasonFault changeSeason(const workflow::Season&, bool releaseNeeded, Instant now, const Actor&);
  // A new one, once the present one is over (seasonExists).
  workflow::SeasonFault beginSeason(const workflow::Season&, bool releaseNeeded, Instant now, const Actor&);

  // --- ceilings (M3.7): every cell that has past adoptions, a proposal or a published number
  std::vector<CellCeiling> ceilings();
  Code publishCeiling(rules::Cell, std::optional<std::uint32_t> published, std::string_view reason, Instant now,
                      const Actor&);
  // Every proposal of a cell that has no published number, and no reason to have none. How many.
  std::size_t publishProposals(Instant now, const Actor&);
  ImportPlan planPastAdoptions(std::span<const PastAdoptionRow>);
  PastAdoptionPlan planPastAdoptionSteps(std::span<const PastAdoptionRow>);

  // --- release of results by two people
  std::optional<Release> release(int round);
  Code approveRelease(int round, std::int64_t staff, Instant now, const Actor&);
  // Until the second has approved (alreadyReleased), and where it was given (notFound).
  Code takeApprovalBack(int round, std::int64_t staff, Instant now, const Actor&);
  std::vector<Recipient> recipients(int round);  // by the number of their application
  void noteRecipientsViewed(int round, std::size_t recipients, Instant now, const Actor&);

  // --- regional quotas: the list itself is not kept; whoever looks at the matches notes it
  ImportPlan planQuota(std::span<const QuotaRow>);
  std::vector<QuotaStep> quotaSteps(std::span<const QuotaRow>);  // those whom the list names
  std::size_t quotaUnmatched();                                  // those whom it does not name
  std::vector<QuotaMatch> quotaMatches();
  void noteQuotaViewed(std::size_t matches, Instant now, const Actor&);

  // --- letters that have not gone out (L4). A society has those to its field's applicants and directors, the board
  // all. Those given up first, the newest of each before the older.
  std::vector<UndeliveredLetter> undeliveredLetters(Scope, std::size_t most);
  // Tried again at once, with the patience of a new one. notFound: it has gone, or was never tried; letterExpired: its
  // link leads nowhere any more.
  Code retryLetter(Scope, std::int64_t id, Instant now, const Actor&);
  // All that were given up and may be tried again. How many.
  std::size_t retryLetters(Scope, Instant now, const Actor&);

  std::vector<AuditEntry> searchAudit(const AuditQuery&);

 private:
  Connection& database() { return whole_.database(); }
  int year() { return static_cast<int>(database().number("SELECT max(start_year) FROM season").value_or(0)); }
  bool nameTaken(const Program& program);
  bool resultsToCome(std::int64_t program, Instant now);
  std::int64_t insertProgram(const Program& program);
  void updateProgram(const Program& program);
  std::int64_t adoptedIn(rules::Cell cell);
  bool hasTree(rules::Cell cell);  // limits by kind bind there, not one number (T3)
  void writeCeiling(rules::Cell cell, std::optional<std::uint32_t> published, std::string_view reason);
  void updateRound(int startYear, const workflow::Round& round, bool cellsToo);
  void countRecipients(Release& release);
  void listUndecided(Release& release);
  void makeDue(std::int64_t letter, Instant now);

  Store& whole_;
};

}  // namespace senkoi::server::store
