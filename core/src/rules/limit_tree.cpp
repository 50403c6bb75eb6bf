#include "senkoi/rules/limit_tree.hpp"

#include <utility>

namespace senkoi::rules {

LimitTree::LimitTree(std::vector<LimitNode> nodes) : nodes_(std::move(nodes)) {
  parents_.reserve(nodes_.size());
  for (LimitNode const& node : nodes_) {
    auto const parent = node.parent.empty() ? std::nullopt : find(node.parent);
    parents_.push_back(parent ? *parent : none);
  }
}

LimitTree LimitTree::ofOne(std::optional<std::int64_t> limit) {
  LimitTree tree;
  if (!limit) return tree;
  tree.nodes_.push_back({std::string(wholeCell), {}, limit});
  tree.parents_.push_back(none);
  return tree;
}

std::optional<std::size_t> LimitTree::find(std::string_view key) const {
  for (std::size_t place = 0; place < nodes_.size(); ++place) {
    if (nodes_[place].key == key) return place;
  }
  return std::nullopt;
}

LimitPath LimitTree::path(std::string_view kind) const {
  LimitPath path;
  auto const own = isPlain() ? std::optional<std::size_t>(0) : find(kind);
  for (std::size_t node = own ? *own : none; node != none && path.size() < deepestLimit; node = parents_[node])
    path.add(node);
  return path;
}

std::optional<std::int64_t> LimitTree::limitOfAll() const {
  std::size_t root = none;
  for (std::size_t node = 0; node < nodes_.size(); ++node) {
    if (parents_[node] != none) continue;
    if (root != none) return std::nullopt;
    root = node;
  }
  return root == none ? std::nullopt : nodes_[root].limit;
}

std::vector<std::int64_t> LimitTree::adopted(std::span<KindCount const> kinds) const {
  std::vector<std::int64_t> sums(nodes_.size(), 0);
  for (KindCount const& kind : kinds) {
    for (std::size_t const node : path(kind.kind)) sums[node] += kind.adopted;
  }
  return sums;
}

// How a node stands in the tree, whatever its number.
Code LimitTree::faultOf(std::size_t node) const {
  if (*find(nodes_[node].key) != node) return Code::limitNodeTwice;
  if (parents_[node] == none) return nodes_[node].parent.empty() ? Code::ok : Code::limitParentUnknown;
  std::size_t depth = 1;
  for (std::size_t above = parents_[node]; above != none; above = parents_[above]) {
    if (above == node) return Code::limitCycle;
    if (++depth > nodes_.size()) return Code::limitCycle;
  }
  return depth > deepestLimit ? Code::limitTooDeep : Code::ok;
}

// The nearest node above that has a limit.
std::optional<LimitFault> LimitTree::aboveParent(std::size_t node) const {
  if (!nodes_[node].limit) return std::nullopt;
  std::size_t above = parents_[node];
  while (above != none && !nodes_[above].limit) above = parents_[above];
  if (above == none || *nodes_[node].limit <= *nodes_[above].limit) return std::nullopt;
  return LimitFault{Code::limitAboveParent, nodes_[node].key, nodes_[above].key, *nodes_[node].limit,
                    *nodes_[above].limit};
}

// Where each node right below has a limit, people expect these to add up.
std::optional<LimitFault> LimitTree::sumBelow(std::size_t node) const {
  std::int64_t sum = 0;
  bool any = false;
  for (std::size_t below = 0; below < nodes_.size(); ++below) {
    if (parents_[below] != node) continue;
    if (!nodes_[below].limit) return std::nullopt;
    sum += *nodes_[below].limit;
    any = true;
  }
  if (!any || !nodes_[node].limit || sum == *nodes_[node].limit) return std::nullopt;
  return LimitFault{Code::limitSumDiffers, nodes_[node].key, {}, *nodes_[node].limit, sum};
}

std::vector<LimitFault> LimitTree::check(std::span<std::string_view const> usedKinds) const {
  std::vector<LimitFault> faults;
  if (nodes_.empty()) return faults;
  if (nodes_.size() > mostLimits) {
    faults.push_back({Code::limitTooMany,
                      nodes_.front().key,
                      {},
                      static_cast<std::int64_t>(nodes_.size()),
                      static_cast<std::int64_t>(mostLimits)});
    return faults;
  }
  for (std::size_t node = 0; node < nodes_.size(); ++node) {
    Code const code = faultOf(node);
    if (code != Code::ok) {
      faults.push_back({code, nodes_[node].key, nodes_[node].parent, nodes_[node].limit.value_or(0),
                        static_cast<std::int64_t>(deepestLimit)});
    }
  }
  if (!faults.empty()) return faults;  // the rest asks about a sound tree
  for (std::size_t node = 0; node < nodes_.size(); ++node) {
    if (auto above = aboveParent(node)) faults.push_back(std::move(*above));
    if (auto sum = sumBelow(node)) faults.push_back(std::move(*sum));
  }
  for (std::string_view const kind : usedKinds) {
    if (path(kind).empty()) faults.push_back({Code::kindWithoutLimit, std::string(kind), {}, 0, 0});
  }
  return faults;
}

std::vector<LimitFault> LimitTree::checkAdopted(std::span<std::int64_t const> adopted) const {
  std::vector<LimitFault> faults;
  for (std::size_t node = 0; node < nodes_.size() && node < adopted.size(); ++node) {
    auto const limit = nodes_[node].limit;
    if (limit && *limit < adopted[node])
      faults.push_back({Code::limitBelowAdopted, nodes_[node].key, {}, *limit, adopted[node]});
  }
  return faults;
}

AdoptionAnswer mayAdopt(OfferSeats offer, LimitTree const& tree, std::span<std::int64_t const> adopted,
                        std::string_view kind, Counting counting) {
  if (counting.atCapacity && offer.adopted >= offer.seats)
    return {offer.only ? Code::capacityReached : Code::offerReached, 0};
  if (!counting.atCeiling || tree.empty()) return {};
  LimitPath const path = tree.path(kind);
  if (path.empty()) return {Code::kindWithoutLimit, 0};
  for (std::size_t const node : path) {
    auto const limit = tree.nodes()[node].limit;
    if (limit && adopted[node] >= *limit) return {tree.isPlain() ? Code::ceilingReached : Code::limitReached, node};
  }
  return {};
}

}  // namespace senkoi::rules
