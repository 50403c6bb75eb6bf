// The part of the store that offices work with: programs, notices, the season, ceilings, release, statistics (S3, S4).
// Threads, errors and time as store.hpp says. Each change is a line of the audit log; a foreign object is
// Code::notFound. Plans and lists are reads; whatever takes an Actor writes.
#pragma once

#include <span>
#include <string_view>

#include "server/operations/office_records.hpp"

namespace senkoi::server::store {

class OfficeStore {
 public:
  virtual ~OfficeStore() = default;

  // --- programs of the present season (S3)
  virtual std::vector<OfficeProgram> programs(Scope) = 0;  // by number, closed ones as well
  virtual std::optional<OfficeProgram> program(Scope, std::int64_t id) = 0;
  // seasonWithoutRound before the first season.
  virtual Outcome<std::int64_t> createProgram(const Program&, Instant now, const Actor&) = 0;
  // programInUse: its field or prefecture while it has live applicants; numberOutOfRange: below those adopted.
  virtual Code changeProgram(Scope, const Program&, Instant now, const Actor&) = 0;
  // programInUse while it has live applicants, or such as may not know their result yet. Closing again changes nothing.
  virtual Code closeProgram(Scope, std::int64_t id, Instant now, const Actor&) = 0;
  virtual ImportPlan planPrograms(Scope, std::span<const ProgramRow>) = 0;
  // formRefused: a row is at fault; changedMeanwhile: the digest is not the one of now.
  virtual Outcome<ImportPlan> importPrograms(Scope, std::span<const ProgramRow>, const Hash& digest, Instant now,
                                             const Actor&) = 0;

  // --- notices: those to come as well, newest first. A society has its field's, the board all.
  virtual std::vector<Notice> notices(Scope) = 0;
  virtual std::int64_t createNotice(const Notice&, Instant now, const Actor&) = 0;
  virtual Code changeNotice(Scope, const Notice&, Instant now, const Actor&) = 0;
  virtual Code removeNotice(Scope, std::int64_t id, Instant now, const Actor&) = 0;

  // --- figures as decided: no applicant and no stranger may see them. `round` 0: all.
  virtual std::vector<CellProgress> progress(Scope, int round) = 0;

  // --- the season (S4)
  virtual bool releaseNeeded() = 0;
  // What has begun stands: roundHasBegun with the round, else core's checkSeason.
  virtual workflow::SeasonFault changeSeason(const workflow::Season&, bool releaseNeeded, Instant now,
                                             const Actor&) = 0;
  // A new one, once the present one is over (seasonExists).
  virtual workflow::SeasonFault beginSeason(const workflow::Season&, bool releaseNeeded, Instant now, const Actor&) = 0;

  // --- ceilings (M3.7): every cell that has past adoptions, a proposal or a published number
  virtual std::vector<CellCeiling> ceilings() = 0;
  virtual Code publishCeiling(rules::Cell, std::optional<std::uint32_t> published, std::string_view reason, Instant now,
                              const Actor&) = 0;
  // Every proposal of a cell that has no published number, and no reason to have none. How many.
  virtual std::size_t publishProposals(Instant now, const Actor&) = 0;
  virtual ImportPlan planPastAdoptions(std::span<const PastAdoptionRow>) = 0;
  virtual Outcome<ImportPlan> importPastAdoptions(std::span<const PastAdoptionRow>, const Hash& digest, Instant now,
                                                  const Actor&) = 0;

  // --- release of results by two people
  virtual std::optional<Release> release(int round) = 0;
  virtual Code approveRelease(int round, std::int64_t staff, Instant now, const Actor&) = 0;

  // --- regional quotas: the list itself is not kept; looking at the matches is a line of the audit log
  virtual ImportPlan planQuota(std::span<const QuotaRow>) = 0;
  virtual Outcome<QuotaResult> matchQuota(std::span<const QuotaRow>, const Hash& digest, Instant now, const Actor&) = 0;
  virtual std::vector<QuotaMatch> quotaMatches(Instant now, const Actor&) = 0;

  virtual std::vector<AuditEntry> searchAudit(const AuditQuery&) = 0;
};

}  // namespace senkoi::server::store
