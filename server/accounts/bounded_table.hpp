// Counters by key (a KeyedDigest) in bounded memory: what limits on attempts count in. It fails closed (reliability
// 45): nothing that still counts is ever forgotten in favour of a newcomer.
//
// Up to `capacity` keys have a counter of their own. Where they all still count, a newcomer is counted in four shared
// counters, one of each row, that its digest names, and the least of the four holds for it (a count-min sketch): at
// least what it did itself, and more only where others fill all four. So a flood of new keys is limited as a group, and
// somebody honest who comes during it shares hardly anything. Of the own counters the one unchanged for longest goes
// first, once it counts no more.
//
// Every call takes constant time: nothing is walked. Single-threaded.
//
// A Value holds nothing when default-constructed, is ordered by what it holds, and has refresh(now, lifetime), which
// drops what counts no more.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <list>
#include <unordered_map>
#include <vector>

#include "senkoi/codes/instant.hpp"

namespace senkoi::server::accounts {

template <class Value>
class BoundedTable {
 public:
  static constexpr std::size_t usualCapacity = 1 << 17;

  struct Reading {
    Value value;
    bool isShared;  // others may have a part in it
  };

  // A value counts no more `lifetime` milliseconds after its last change.
  BoundedTable(Instant lifetime, std::size_t capacity) : lifetime_(lifetime), capacity_(capacity) {
    byKey_.reserve(capacity);  // growing by steps would stop somebody's request
  }

  Reading read(std::uint64_t key, Instant now) {
    if (auto const found = byKey_.find(key); found != byKey_.end())
      return {refreshed(found->second->value, now), false};
    return {leastShared(key, now), !shared_.empty()};
  }

  // Changes the key's own counter, or those that it shares. A key that is new gets its own where there is room.
  template <class Change>
  void change(std::uint64_t key, Instant now, Change change) {
    if (Entry* const own = ownOf(key, now)) {
      change(refreshed(own->value, now));
    } else {
      shareCounters();
      forShared(key, [&](Value& value) { change(refreshed(value, now)); });
    }
  }

  // Only a counter of its own is dropped; shared ones hold what others did.
  void erase(std::uint64_t key) {
    auto const found = byKey_.find(key);
    if (found == byKey_.end()) return;
    entries_.erase(found->second);
    byKey_.erase(found);
  }

  bool has(std::uint64_t key) const { return byKey_.contains(key); }  // a counter of its own
  std::size_t size() const { return entries_.size(); }
  bool isSharing() const { return !shared_.empty(); }  // has been full once
  std::uint64_t visits() const { return visits_; }     // counters looked at since the start: for tests of the cost

 private:
  static constexpr std::size_t rows = 4, width = 1 << 16;  // a row takes 16 of the digest's 64 bits

  struct Entry {
    std::uint64_t key;
    Instant changed;
    Value value;
  };
  // The key is as random as can be.
  struct AsItIs {
    std::size_t operator()(std::uint64_t key) const { return key; }
  };
  using Entries = std::list<Entry>;

  Value& refreshed(Value& value, Instant now) {
    ++visits_;
    value.refresh(now, lifetime_);
    return value;
  }

  Entry* ownOf(std::uint64_t key, Instant now) {
    if (auto const found = byKey_.find(key); found != byKey_.end()) {
      entries_.splice(entries_.end(), entries_, found->second);
      found->second->changed = now;
      return &*found->second;
    }
    if (entries_.size() < capacity_) {
      entries_.push_back({key, now, leastShared(key, now)});
    } else if (countsNoMore(entries_.front(), now)) {
      byKey_.erase(entries_.front().key);
      entries_.splice(entries_.end(), entries_, entries_.begin());
      entries_.back() = {key, now, leastShared(key, now)};
    } else {
      return nullptr;
    }
    byKey_.emplace(key, std::prev(entries_.end()));
    return &entries_.back();
  }

  // A change in the future: the clock has gone back since.
  bool countsNoMore(const Entry& entry, Instant now) {
    ++visits_;
    return entry.changed + lifetime_ <= now || entry.changed > now;
  }

  void shareCounters() {
    if (shared_.empty()) shared_.resize(rows * width);
  }

  template <class Look>
  void forShared(std::uint64_t key, Look look) {
    for (std::size_t row = 0; row < rows; ++row) look(shared_[row * width + ((key >> (16 * row)) & (width - 1))]);
  }

  Value leastShared(std::uint64_t key, Instant now) {
    Value least{};
    if (shared_.empty()) return refreshed(least, now);
    least = refreshed(shared_[key & (width - 1)], now);
    forShared(key, [&](Value& value) { least = std::min(least, refreshed(value, now)); });
    return least;
  }

  Instant const lifetime_;
  std::size_t const capacity_;
  Entries entries_;  // changed longest ago first
  std::unordered_map<std::uint64_t, typename Entries::iterator, AsItIs> byKey_;
  std::vector<Value> shared_;  // rows of `width`; empty until there was no room
  std::uint64_t visits_ = 0;
};

}  // namespace senkoi::server::accounts
