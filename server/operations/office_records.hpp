// What offices see and enter, as plain values in core's types (S3, S4). Values; no thread owns them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "senkoi/codes/item.hpp"
#include "senkoi/rules/cell.hpp"
#include "server/operations/records.hpp"

namespace senkoi::server::store {

// Whose programs, notices and figures: one field's (a society's office), or all (the board). A foreign object is as one
// that is not there.
using Scope = std::optional<Field>;

struct OfficeProgram {
  Program program;
  std::optional<Instant> closedAt;                     // recruits no more
  std::int64_t applicants = 0, live = 0, adopted = 0;  // not withdrawn; applied, held or adopted; adopted
  std::int64_t offered = 0;                            // seats by kind together (T2); 0: it has no offers of its own

  bool operator==(const OfficeProgram&) const = default;
};

// One row of a table of programs. Without a number it is found by field, facility and name, or new. For `absent` the
// table has no column: a program that is there keeps what it has.
struct ProgramRow {
  std::int64_t id = 0;
  Program program;
  std::vector<Item> absent{};
};

struct PastAdoptionRow {
  Field field{};
  Prefecture prefecture{};
  int year = 0;
  std::uint32_t adopted = 0;
};

struct QuotaRow {
  std::string registryNumber;
  Prefecture prefecture{};
};

// An applicant whom the ministry's list names.
struct QuotaStep {
  std::string userId;
  Prefecture prefecture{};
};

// What an import would do, or did. It does nothing at all while a row is at fault. The digest names the rows together
// with what they would replace: confirmed is what was seen.
struct ImportPlan {
  struct Fault {
    std::size_t row = 0;  // among the rows given, from 0
    Code code = Code::ok;
    std::optional<Item> item{};
    std::size_t min = 0, max = 0;
    std::optional<std::size_t> other{};  // the row that csvRowTwice speaks of

    bool operator==(const Fault&) const = default;
  };
  std::size_t added = 0, changed = 0, same = 0;
  std::vector<Fault> faults;
  Hash digest{};
};

// A cell in figures. Adopted counts over the whole season: that is what ceilings limit.
struct CellProgress {
  Field field{};
  Prefecture prefecture{};
  std::int64_t programs = 0, capacity = 0;
  std::int64_t undecided = 0, held = 0, adopted = 0, rejected = 0, declined = 0;  // of the rounds asked for
  std::int64_t adoptedInSeason = 0;
  std::optional<std::int64_t> ceiling;

  std::int64_t applicants() const { return undecided + held + adopted + rejected; }
  // Who holds or wants a seat.
  std::int64_t seeking() const { return undecided + held + adoptedInSeason; }
  bool operator==(const CellProgress&) const = default;
};

struct CellCeiling {
  struct Year {
    int year = 0;
    std::uint32_t adopted = 0;
    bool operator==(const Year&) const = default;
  };
  Field field{};
  Prefecture prefecture{};
  std::vector<Year> past;                // oldest first
  std::optional<std::int64_t> proposed;  // core's, from the years before the season
  std::optional<std::int64_t> published;
  std::string reason;
  std::int64_t adopted = 0;

  // Nobody has decided about it, and the proposal leaves room for those adopted: publishing all proposals takes it.
  bool awaitsProposal() const { return !published && reason.empty() && proposed && *proposed >= adopted; }
};

// The release of a round's results by two people, and what would go out (S4, M5.1).
struct Release {
  struct Approval {
    std::int64_t staff = 0;
    std::string name;
    Instant at = 0;
  };
  // How many are told the same in the same language; without one: of deleted accounts, nobody to write to.
  struct Recipients {
    workflow::State state{};
    std::optional<Language> language;
    std::int64_t count = 0;
  };
  // One that has not decided about everybody.
  struct Undecided {
    Program program;
    std::int64_t undecided = 0, held = 0;
  };
  int round = 0;
  bool needed = false, released = false;
  std::optional<Instant> announcedAt;
  std::vector<Approval> approvals;
  std::vector<Recipients> recipients;  // by state, then language
  std::vector<Undecided> undecided;    // who applied there and is undecided will read 保留

  std::int64_t count(workflow::State state) const {
    std::int64_t all = 0;
    for (const Recipients& some : recipients) all += some.state == state ? some.count : 0;
    return all;
  }
  std::int64_t letters(std::optional<Language> language) const {
    std::int64_t all = 0;
    for (const Recipients& some : recipients) all += some.language == language ? some.count : 0;
    return all;
  }
  bool approvedBy(std::int64_t staff) const {
    return std::ranges::find(approvals, staff, &Approval::staff) != approvals.end();
  }
};

// Whom a round's results are told, and what.
struct Recipient {
  std::string userId, familyName, givenName, mail;
  Language language = Language::ja;
  workflow::State state{};
  Field field{};
  Prefecture prefecture{};
  std::string facility, program;
};

// What one row of a table does. `row` is its place among the rows given, `before` what it replaces, if anything.
struct ProgramStep {
  Program program;     // its number is 0 where it is new
  std::string detail;  // for the audit log
  std::size_t row = 0;
  std::optional<Program> before{};
};
struct PastAdoptionStep {
  PastAdoptionRow past;
  std::size_t row = 0;
  std::optional<std::uint32_t> before{};
};

// The rows that change something, and what the whole table would do.
struct ProgramPlan {
  ImportPlan plan;
  std::vector<ProgramStep> steps;
};
struct PastAdoptionPlan {
  ImportPlan plan;
  std::vector<PastAdoptionStep> steps;
};

struct QuotaMatch {
  std::string userId, familyName, givenName, registryNumber;
  Field field{};
  Prefecture prefecture{};  // where the duty lies
  Instant matchedAt = 0;
};

struct QuotaResult {
  std::size_t rows = 0, matched = 0;
  std::size_t unmatched = 0;  // applicants of a regional quota whom the list does not name
};

// A letter that has not gone out although it was tried: given up, or put off to its next attempt (L4). Nothing of what
// it says.
struct UndeliveredLetter {
  std::int64_t id = 0;
  LetterKind kind = LetterKind::registrationLink;
  std::string to;
  std::string userId;  // empty: of a stranger or of staff
  Language language = Language::ja;
  Instant queuedAt = 0;
  std::optional<Instant> givenUpAt;    // else it waits
  std::optional<Instant> nextAttempt;  // of one that waits
  std::optional<Instant> linkUntil;    // of one with a link: sent later than that, it would lead nowhere
  std::int64_t attempts = 0;
  std::string why;

  bool mayBeRetried(Instant now) const { return !linkUntil || now < *linkUntil; }
};

template <>
inline constexpr auto columnsOf<UndeliveredLetter> = std::tuple{Column{"id", &UndeliveredLetter::id},
                                                                Column{"kind", &UndeliveredLetter::kind},
                                                                Column{"recipient", &UndeliveredLetter::to},
                                                                Column{"user_id", &UndeliveredLetter::userId},
                                                                Column{"language", &UndeliveredLetter::language},
                                                                Column{"queued_at", &UndeliveredLetter::queuedAt},
                                                                Column{"refused_at", &UndeliveredLetter::givenUpAt},
                                                                Column{"due_at", &UndeliveredLetter::nextAttempt},
                                                                Column{"attempts", &UndeliveredLetter::attempts},
                                                                Column{"why", &UndeliveredLetter::why}};

// Entries newest first; an empty text is any.
struct AuditQuery {
  std::int64_t before = 0;  // 0: from the newest
  std::string actor, action, subject;
  Instant from = 0, until = 0;  // 0: any
  std::size_t most = 100;
};

}  // namespace senkoi::server::store
