// What directors do, in SQLite: candidates (candidates.cpp), decisions (directing.cpp). A part of one SqliteStore,
// which owns it: the same connection, the same transaction, the same thread.
#pragma once

#include "senkoi/rules/ceiling.hpp"
#include "server/operations/director_store.hpp"
#include "server/operations/sqlite_store.hpp"

namespace senkoi::server::store::sqlite {

class SqliteDirectors final : public DirectorStore {
 public:
  explicit SqliteDirectors(SqliteStore& whole) : whole_(whole) {}

  std::vector<Program> programsOf(std::int64_t staff) override;
  std::vector<Candidate> candidates(std::int64_t program) override;
  std::optional<Candidate> candidate(std::int64_t staff, std::int64_t application) override;
  SeatsLeft seats(std::int64_t program) override;

  DecisionOutcome decide(const Decision& decision, Instant now, const Actor& actor) override;
  Outcome<std::vector<DecisionOutcome>> decide(std::int64_t staff, std::span<const Decision> decisions, Instant now,
                                               const Actor& actor) override;
  Outcome<Application> decline(std::int64_t staff, std::int64_t application, Instant now, const Actor& actor) override;
  Code changeData(std::int64_t staff, std::int64_t application, const UserData& data, std::string_view note,
                  Instant now, const Actor& actor) override;

 private:
  std::optional<Application> own(std::int64_t staff, std::int64_t application);
  Code mayDecide(const Application& before, const Decision& decision, Instant now, const Actor& actor);
  Code mayAdopt(const Application& application);
  DecisionOutcome carryOut(const Decision& decision, Instant now, const Actor& actor);
  void keepHold(const Decision& decision);

  SqliteStore& whole_;
};

}  // namespace senkoi::server::store::sqlite
