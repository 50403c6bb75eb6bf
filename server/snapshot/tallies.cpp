// Counts by round (field_view.hpp).
#include "server/snapshot/field_view.hpp"

namespace senkoi::server::snapshot {
namespace {

constexpr std::string_view ordinary{};  // as rows and changes name it

workflow::Tally& tallyOf(Tallies::Rounds& rounds, int round) {
  for (workflow::Tally& tally : rounds) {
    if (tally.round == round) return tally;
  }
  rounds.push_back({.round = round});
  return rounds.back();
}

void applyTo(Tallies::Rounds& rounds, const store::CountChange& change) {
  if (change.from) tallyOf(rounds, change.round).add(*change.from, -1);
  if (change.to) tallyOf(rounds, change.round).add(*change.to, 1);
}

void addRounds(Tallies::Rounds& to, const Tallies::Rounds& from, std::int64_t by = 1) {
  for (const workflow::Tally& tally : from) {
    workflow::Tally& sum = tallyOf(to, tally.round);
    sum.applied += by * tally.applied;
    sum.adopted += by * tally.adopted;
    sum.rejected += by * tally.rejected;
    sum.held += by * tally.held;
    sum.declined += by * tally.declined;
  }
}

std::int64_t adoptedIn(const Tallies::Rounds& rounds) {
  std::int64_t sum = 0;
  for (const workflow::Tally& tally : rounds) sum += tally.adopted;
  return sum;
}

std::string_view asInRows(std::string_view kind) {
  return kind == rules::ordinaryKind ? ordinary : kind;
}

}  // namespace

Tallies::Rounds& Tallies::apart(const std::string& kind, rules::Counting counting) {
  for (Apart& one : apart_) {
    if (one.kind == kind && one.counting == counting) return one.rounds;
  }
  apart_.push_back({kind, counting, {}});
  return apart_.back().rounds;
}

void Tallies::apply(const store::CountChange& change) {
  applyTo(rounds_, change);
  const std::string kind{asInRows(change.kind)};
  if (!kind.empty() || change.counting != rules::Counting{}) applyTo(apart(kind, change.counting), change);
}

void Tallies::add(const Tallies& other) {
  addRounds(rounds_, other.rounds_);
  for (const Apart& one : other.apart_) addRounds(apart(one.kind, one.counting), one.rounds);
}

Tallies::Rounds Tallies::counted(Where where) const {
  Rounds rounds = rounds_;
  for (const Apart& one : apart_) {
    if (where != nullptr && !(one.counting.*where)) addRounds(rounds, one.rounds, -1);
  }
  return rounds;
}

Tallies::Rounds Tallies::ofKind(std::string_view asked, Where where) const {
  const std::string_view kind = asInRows(asked);
  Rounds rounds = kind == ordinary ? rounds_ : Rounds{};
  for (const Apart& one : apart_) {
    const bool counts = where == nullptr || one.counting.*where;
    if (kind == ordinary && (one.kind != ordinary || !counts)) addRounds(rounds, one.rounds, -1);
    if (kind != ordinary && one.kind == kind && counts) addRounds(rounds, one.rounds);
  }
  return rounds;
}

std::int64_t Tallies::adopted(Where where) const {
  return apart_.empty() ? adoptedIn(rounds_) : adoptedIn(counted(where));
}

std::int64_t Tallies::adopted(std::string_view kind, Where where) const {
  return adoptedIn(ofKind(kind, where));
}

workflow::Figures Tallies::figures(const workflow::Season& season, Instant now, Where where) const {
  if (apart_.empty() || where == nullptr) return workflow::figures(rounds_, season, now);
  return workflow::figures(counted(where), season, now);
}

std::vector<std::string> Tallies::kinds() const {
  std::vector<std::string> kinds{std::string(rules::ordinaryKind)};
  for (const Apart& one : apart_) {
    if (!one.kind.empty() && std::ranges::find(kinds, one.kind) == kinds.end()) kinds.push_back(one.kind);
  }
  return kinds;
}

}  // namespace senkoi::server::snapshot
