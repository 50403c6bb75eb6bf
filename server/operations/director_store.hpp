// The part of the store that directors work with: candidates, decisions, declines, data changed at an applicant’s word
// (S1, S2, M5.2). Threads, errors and time as store.hpp says.
//
// `staff` is whose programs count: another’s application is Code::notFound, as one that does not exist.
#pragma once

#include <span>
#include <string_view>

#include "server/operations/seat_store.hpp"
#include "server/operations/store.hpp"

namespace senkoi::server::store {

class DirectorStore {
 public:
  explicit DirectorStore(Store& whole) : whole_(whole) {}

  // --- reads
  std::vector<Candidate> candidates(std::int64_t program);  // withdrawn ones aside, oldest first
  std::optional<Candidate> candidate(std::int64_t staff, std::int64_t application);
  SeatsLeft seats(std::int64_t program);  // zeros where there is no such program

  // --- decisions (S1, S2). One alone, for whoever directs by other means than a staff account (the demo).
  DecisionOutcome decide(const Decision&, Instant now, const Actor&);
  // Each alone, with its own outcome, in one step; nothing at all where one of them is foreign.
  Outcome<std::vector<DecisionOutcome>> decide(std::int64_t staff, std::span<const Decision>, Instant now,
                                               const Actor&);
  Outcome<Application> decline(std::int64_t staff, std::int64_t application, Instant now, const Actor&);

  // Tells the applicant by letter; the audit log names the items, not what they hold.
  Code changeData(std::int64_t staff, std::int64_t application, const UserData&, std::string_view note, Instant now,
                  const Actor&);

 private:
  std::optional<Application> own(std::int64_t staff, std::int64_t application);
  SeatStore::Answer mayDecide(const Application& before, const Decision& decision, Instant now, const Actor& actor);
  SeatStore::Answer mayAdopt(const Application& application);
  DecisionOutcome carryOut(const Decision& decision, Instant now, const Actor& actor);
  void keepHold(const Decision& decision);
  void addNotes(std::int64_t program, std::span<Candidate> candidates);
  void tellChangedResult(const Application& application, Instant now);

  Store& whole_;
};

}  // namespace senkoi::server::store
