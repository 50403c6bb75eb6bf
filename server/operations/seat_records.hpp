// Kinds of seats, offers, limits and classes as plain values in core's types (T1–T6). Values; no thread owns them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "senkoi/rules/cell.hpp"
#include "senkoi/rules/limit_table.hpp"
#include "server/operations/office_records.hpp"
#include "server/operations/records.hpp"

namespace senkoi::server::store {

// A kind of seats, or a group that holds kinds together in the trees of limits (T1). In their order.
struct SeatKind {
  std::string code;
  bool group = false;
  std::string nameJa, nameEn, sentenceJa, sentenceEn;

  std::string_view name(Language language) const { return language == Language::ja ? nameJa : nameEn; }
  bool operator==(const SeatKind&) const = default;
};

// People who count otherwise than everybody (T4). In their order.
struct CountingClass {
  std::string code, nameJa, nameEn;
  rules::Counting counts;
  bool fromQuota = false;  // the regional-quota list fills it

  bool operator==(const CountingClass&) const = default;
};

// Of the seats applied for, the ordinary ones by their name.
inline std::string_view kindOf(const Application& application) {
  return application.kind.empty() ? rules::ordinaryKind : std::string_view(application.kind);
}

// What a season knows of both; empty: one kind, and everybody counts.
struct SeasonSeats {
  std::vector<SeatKind> kinds;
  std::vector<CountingClass> classes;

  bool plain() const { return kinds.empty() && classes.empty(); }
  const SeatKind* find(std::string_view code) const {
    const auto found = std::ranges::find(kinds, code, &SeatKind::code);
    return found == kinds.end() ? nullptr : &*found;
  }
  bool operator==(const SeasonSeats&) const = default;
};

// Seats of a program of one kind (T2). `kind` is never empty here.
struct ProgramOffer {
  std::int64_t program = 0;
  std::string kind;
  std::uint32_t seats = 0;

  bool operator==(const ProgramOffer&) const = default;
};

struct CellLimits {
  Field field{};
  Prefecture prefecture{};
  std::vector<rules::LimitNode> nodes;
  std::vector<rules::LimitLine> lines;  // by node, in their order

  bool operator==(const CellLimits&) const = default;
};

// A row of a table of limits. Without node and limit the cell is to have no ceiling.
struct LimitEntry {
  Field field{};
  Prefecture prefecture{};
  rules::LimitNode node;
  std::vector<rules::LimitLine> lines{};
};

// What publishing would change of a node (T10), and who stands against it: adopted who count, and who else wants a
// seat.
struct LimitChange {
  Field field{};
  Prefecture prefecture{};
  std::string node;
  std::optional<std::int64_t> before, after;  // none: no such node, or it only groups
  std::int64_t adopted = 0, seeking = 0;
};

// Something to look at again that does not forbid publishing, or a fault; of a node of the row.
struct LimitNotice {
  std::size_t row = 0;  // among the entries given, from 0
  rules::LimitFault fault;
};

struct LimitsPlan {
  ImportPlan plan;                  // its faults are those without words of their own
  std::vector<LimitNotice> faults;  // refuse publishing
  std::vector<LimitNotice> warnings;
  std::vector<LimitChange> changes;  // of every node of the cells named
  std::vector<CellLimits> steps;     // cells that change

  bool sound() const { return plan.faults.empty() && faults.empty(); }
};

struct OfferRow {
  std::int64_t program = 0;
  std::string kind;
  std::uint32_t seats = 0;
};

struct OffersPlan {
  ImportPlan plan;
  std::vector<LimitNotice> faults;  // as of limits: kindUnknown, kindWithoutLimit with the kind
  std::vector<ProgramOffer> steps;  // all offers of the programs that change
};

// An applicant of a class, as offices see it.
struct ClassedApplicant {
  std::string userId, familyName, givenName, registryNumber;
  Field field{};
  std::string code, reason;
  Instant changedAt = 0;
};

}  // namespace senkoi::server::store
