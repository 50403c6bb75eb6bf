// The part of the store that directors work with: candidates, decisions, declines, data changed at an applicant’s word
// (S1, S2, M5.2). Threads, errors and time as store.hpp says.
//
// `staff` is whose programs count: another’s application is Code::notFound, as one that does not exist.
#pragma once

#include <span>
#include <string_view>

#include "server/operations/records.hpp"

namespace senkoi::server::store {

class DirectorStore {
 public:
  virtual ~DirectorStore() = default;

  // --- reads
  virtual std::vector<Program> programsOf(std::int64_t staff) = 0;      // of the season, by number
  virtual std::vector<Candidate> candidates(std::int64_t program) = 0;  // withdrawn ones aside, oldest first
  virtual std::optional<Candidate> candidate(std::int64_t staff, std::int64_t application) = 0;
  virtual SeatsLeft seats(std::int64_t program) = 0;  // zeros where there is no such program

  // --- decisions (S1, S2). One alone, for whoever directs by other means than a staff account (the demo).
  virtual DecisionOutcome decide(const Decision&, Instant now, const Actor&) = 0;
  // Each alone, with its own outcome, in one step; nothing at all where one of them is foreign.
  virtual Outcome<std::vector<DecisionOutcome>> decide(std::int64_t staff, std::span<const Decision>, Instant now,
                                                       const Actor&) = 0;
  virtual Outcome<Application> decline(std::int64_t staff, std::int64_t application, Instant now, const Actor&) = 0;

  // Tells the applicant by letter; the audit log names the items, not what they hold.
  virtual Code changeData(std::int64_t staff, std::int64_t application, const UserData&, std::string_view note,
                          Instant now, const Actor&) = 0;
};

}  // namespace senkoi::server::store
