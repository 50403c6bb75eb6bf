// The demo's directors: they decide by themselves through the operations that real ones will use (S1, S2), each at a
// moment of its own within the adoption period, by a rule that a visitor can foresee:
// - applicants are adopted in the order in which they applied, while capacity and ceiling allow; the others are
// rejected;
// - every fifth program (id % 5 == 0) holds the first one it has no seat for, and resolves that after the notification;
// - every fortieth (id % 40 == 7) decides nothing, so that its applicants see 保留 (M5.1);
// - none decides for a program whose director a visitor plays: who has logged in decides by hand.
#pragma once

#include <atomic>
#include <cstdint>
#include <vector>

#include "server/operations/store.hpp"

namespace senkoi::server::demo {

class Directors {
 public:
  explicit Directors(Instant start) : seen_(start) {}

  // What is due after the time last seen, up to and including `until`; an operation of the writer, which may run it
  // twice. A clock moved back makes it due once more, for what is still undecided then.
  void act(store::Store& store, Instant until);
  // Once that is durable; any thread.
  void saw(Instant until) { seen_ = until; }

 private:
  std::atomic<Instant> seen_;
  std::vector<std::int64_t> programs_;  // of those who decide; read once
};

}  // namespace senkoi::server::demo
