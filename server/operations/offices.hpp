// What offices do, in SQLite: programs, season, ceilings, release. A part of one SqliteStore, which owns it: the same
// connection, the same transaction, the same thread. Definitions stand by subject: office_programs.cpp,
// office_program_import.cpp, office_notices.cpp, office_season.cpp, office_ceilings.cpp, office_release.cpp,
// office_figures.cpp.
#pragma once

#include "server/operations/office_store.hpp"
#include "server/operations/sqlite_store.hpp"

namespace senkoi::server::store::sqlite {

// The plan of an import before there is a season that its rows could belong to.
inline ImportPlan withoutSeason(bool rows) {
  ImportPlan plan;
  if (rows) plan.faults.push_back({0, Code::seasonWithoutRound});
  return plan;
}

class SqliteOffices final : public OfficeStore {
 public:
  explicit SqliteOffices(SqliteStore& whole) : whole_(whole) {}

  std::vector<OfficeProgram> programs(Scope scope) override;
  std::optional<OfficeProgram> program(Scope scope, std::int64_t id) override;
  Outcome<std::int64_t> createProgram(const Program& program, Instant now, const Actor& actor) override;
  Code changeProgram(Scope scope, const Program& program, Instant now, const Actor& actor) override;
  Code closeProgram(Scope scope, std::int64_t id, Instant now, const Actor& actor) override;
  ImportPlan planPrograms(Scope scope, std::span<const ProgramRow> rows) override;
  Outcome<ImportPlan> importPrograms(Scope scope, std::span<const ProgramRow> rows, const Hash& digest, Instant now,
                                     const Actor& actor) override;

  std::vector<Notice> notices(Scope scope) override;
  std::int64_t createNotice(const Notice& notice, Instant now, const Actor& actor) override;
  Code changeNotice(Scope scope, const Notice& notice, Instant now, const Actor& actor) override;
  Code removeNotice(Scope scope, std::int64_t id, Instant now, const Actor& actor) override;

  std::vector<CellProgress> progress(Scope scope, int round) override;

  bool releaseNeeded() override;
  workflow::SeasonFault changeSeason(const workflow::Season& season, bool releaseNeeded, Instant now,
                                     const Actor& actor) override;
  workflow::SeasonFault beginSeason(const workflow::Season& season, bool releaseNeeded, Instant now,
                                    const Actor& actor) override;

  std::vector<CellCeiling> ceilings() override;
  Code publishCeiling(rules::Cell cell, std::optional<std::uint32_t> published, std::string_view reason, Instant now,
                      const Actor& actor) override;
  std::size_t publishProposals(Instant now, const Actor& actor) override;
  ImportPlan planPastAdoptions(std::span<const PastAdoptionRow> rows) override;
  Outcome<ImportPlan> importPastAdoptions(std::span<const PastAdoptionRow> rows, const Hash& digest, Instant now,
                                          const Actor& actor) override;

  std::optional<Release> release(int round) override;
  Code approveRelease(int round, std::int64_t staff, Instant now, const Actor& actor) override;

  ImportPlan planQuota(std::span<const QuotaRow> rows) override;
  Outcome<QuotaResult> matchQuota(std::span<const QuotaRow> rows, const Hash& digest, Instant now,
                                  const Actor& actor) override;
  std::vector<QuotaMatch> quotaMatches(Instant now, const Actor& actor) override;

  std::vector<AuditEntry> searchAudit(const AuditQuery& query) override;

 private:
  Database& database() { return whole_.database(); }
  int year() { return static_cast<int>(database().number("SELECT max(start_year) FROM season").value_or(0)); }
  bool nameTaken(const Program& program);
  bool resultsToCome(std::int64_t program, Instant now);
  std::int64_t insertProgram(const Program& program);
  void updateProgram(const Program& program);
  std::int64_t adoptedIn(rules::Cell cell);
  void writeCeiling(rules::Cell cell, std::optional<std::uint32_t> published, std::string_view reason);
  void updateRound(int startYear, const workflow::Round& round, bool cellsToo);
  void countApplications(Release& release);

  SqliteStore& whole_;
};

}  // namespace senkoi::server::store::sqlite
