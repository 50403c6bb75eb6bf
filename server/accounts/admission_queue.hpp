// The line before the password pool. Who comes while it is full is told when to come again, and has a place then:
// however many come at once, nobody is turned away for good, and nobody has to be lucky (12). Turns are given out a
// quarter slower than they are served, so that the line moves for whoever comes late.
//
// Who does not come costs nobody time: while the pool is about to run dry it takes whoever is there. Memory is bounded;
// beyond it a turn is told but not kept. No call walks over all turns. Not thread-safe: the pool guards it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "senkoi/codes/instant.hpp"

namespace senkoi::server::accounts {

class AdmissionQueue {
 public:
  // `places`: how many may wait inside; `each`: milliseconds from one to the next, until measured.
  AdmissionQueue(std::size_t places, double each) : places_(places), each_(each) {}

  // 0: come in, `inside` wait there. Otherwise the seconds until `who` has a place.
  unsigned come(std::string_view who, std::size_t inside, Instant now);

  void took(double milliseconds);  // from one to the next, as measured

  std::size_t kept() const { return turns_.size(); }

 private:
  bool hasRoom(bool isTurn, std::size_t inside, Instant now) const;
  using ByTurn = std::multimap<Instant, std::string>;
  using Turns = std::map<std::string, ByTurn::iterator, std::less<>>;

  Instant turnOf(std::string_view who, std::size_t inside, Instant now);
  void keep(std::string_view who, Instant turn);
  void forget(Turns::iterator turn);
  void forgetMissed(Instant now);

  std::size_t places_;
  double each_;
  Instant end_ = 0;  // the last turn given out
  ByTurn byTurn_;    // who has one, the earliest first
  Turns turns_;      // the same by who has it
};

}  // namespace senkoi::server::accounts
