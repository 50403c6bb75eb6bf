// The limits of a cell as a small tree (T3): each node is a kind of seats or a group, stands below a parent and has a
// limit or only groups. An adoption of a kind counts at the kind's node and at each node above it. The rule of 2018 is
// its smallest instance: one node. Limits and adoptions are never negative.
// Values and pure functions, integers only, thread-safe.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "senkoi/codes/code.hpp"

namespace senkoi::rules {

/// The kind of a season's seats where it knows no other, and of a program that says nothing.
inline constexpr std::string_view ordinaryKind = "ordinary";
/// The node of a cell with one number.
inline constexpr std::string_view wholeCell = "all";

inline constexpr std::size_t deepestLimit = 4, mostLimits = 32;

struct LimitNode {
  std::string key;                    // a kind's or a group's code
  std::string parent;                 // the code of the node above; empty for a root
  std::optional<std::int64_t> limit;  // none: it only groups

  bool operator==(LimitNode const&) const = default;
};

/// What is wrong with limits that an office would publish (T6), or what it may want to look at again.
struct LimitFault {
  Code code = Code::ok;
  std::string key;         // of the node, or the kind that has none
  std::string other;       // of the node that it is compared with; empty where there is none
  std::int64_t limit = 0;  // what the node says
  std::int64_t bound = 0;  // what it would have to keep: the other's limit, the adoptions, the sum below it

  bool operator==(LimitFault const&) const = default;
};

/// From a kind's own node up to its root, at most `deepestLimit` places among the nodes.
class LimitPath {
 public:
  std::size_t const* begin() const { return places_.data(); }
  std::size_t const* end() const { return places_.data() + size_; }
  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }
  void add(std::size_t place) { places_[size_++] = place; }

 private:
  std::array<std::size_t, deepestLimit> places_{};
  std::size_t size_ = 0;
};

struct KindCount {
  std::string_view kind;
  std::int64_t adopted = 0;
};

class LimitTree {
 public:
  /// No limit at all: the cell has no ceiling.
  LimitTree() = default;
  /// Any nodes; those that check() finds at fault limit no more than they say: a path ends where it cannot go on.
  explicit LimitTree(std::vector<LimitNode> nodes);
  /// One node for every kind; empty where there is no number.
  static LimitTree ofOne(std::optional<std::int64_t> limit);

  std::span<LimitNode const> nodes() const { return nodes_; }
  bool empty() const { return nodes_.empty(); }
  /// One node for the whole cell, whatever the kind: the ceiling of 2018.
  bool isPlain() const { return nodes_.size() == 1 && nodes_.front().key == wholeCell; }
  std::optional<std::size_t> find(std::string_view key) const;

  /// Empty where the kind has no node: it may not be adopted here unless the whole tree is empty.
  LimitPath path(std::string_view kind) const;
  /// The limit over everything: of the only root; none where there are several.
  std::optional<std::int64_t> limitOfAll() const;
  /// Adoptions of each node, in the order of the nodes, of those of each kind.
  std::vector<std::int64_t> adopted(std::span<KindCount const> kinds) const;

  /// Errors and warnings about the tree by itself (T6), in the order of the nodes: at most one error a node.
  std::vector<LimitFault> check(std::span<std::string_view const> usedKinds) const;
  /// Nodes whose limit would be below their adoptions, in the order of the nodes.
  std::vector<LimitFault> checkAdopted(std::span<std::int64_t const> adopted) const;

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  Code faultOf(std::size_t node) const;
  std::optional<LimitFault> aboveParent(std::size_t node) const;
  std::optional<LimitFault> sumBelow(std::size_t node) const;

  std::vector<LimitNode> nodes_;
  std::vector<std::size_t> parents_;  // places; none for a root
};

/// What is left below a limit, never below zero; none where there is no limit.
constexpr std::optional<std::int64_t> leftBelow(std::optional<std::int64_t> limit, std::int64_t adopted) {
  if (!limit) return std::nullopt;
  return std::max<std::int64_t>(*limit - adopted, 0);
}

/// Whether an applicant's adoption counts at the limits of the cell and at the seats of the offer (T4). The default is
/// everybody's; a class of people that a season names may count at less.
struct Counting {
  bool atCeiling = true, atCapacity = true;

  bool operator==(Counting const&) const = default;
};

/// Seats that a program offers of one kind, and those adopted who count there.
struct OfferSeats {
  std::int64_t adopted = 0, seats = 0;
  bool only = true;  // all that the program offers: its capacity
};

struct AdoptionAnswer {
  Code code = Code::ok;
  std::size_t node = 0;  // among the tree's, where one of them refuses
};

/// Is one adoption more allowed (S2, T5)? First the seats of the offer, then each node from the kind's own upwards; the
/// first that is full refuses. `adopted` are those of each node without the applicant at hand. capacityReached
/// of a program's only offer, offerReached of another; ceilingReached of a plain tree, limitReached of any other;
/// kindWithoutLimit. It never says who loses.
AdoptionAnswer mayAdopt(OfferSeats offer, LimitTree const& tree, std::span<std::int64_t const> adopted,
                        std::string_view kind, Counting counting = {});

}  // namespace senkoi::rules
