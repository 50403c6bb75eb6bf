// Argon2id (libsodium, encoded form) on a bounded pool of threads. One hash takes 20 ms and 19 MiB: never more at once
// than threads, a bounded queue behind them, and beyond it a turn later on (admission_queue.hpp; ASVS 5.0 11.4.2;
// measured in log-ins a second, a core).
//
// Callable from the HTTP thread alone; results arrive there. The pool outlives every coroutine that waits for it.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <variant>
#include <vector>

#include "server/accounts/admission_queue.hpp"
#include "server/base/async.hpp"
#include "server/base/configuration.hpp"

namespace senkoi::server::accounts {

struct PasswordCost {
  unsigned operations;
  unsigned memoryKiB;
};

struct Verdict {
  bool right = false;
  std::optional<std::string> rehashed;  // a hash to keep instead, where the parameters have grown since
};

// The work itself, on the calling thread. Throws std::bad_alloc where the memory cannot be had.
std::string hashPassword(std::string_view password, PasswordCost);
Verdict verifyPassword(const std::string& hash, std::string_view password, PasswordCost);

// Somebody's place in the pool's queue, to be used before anything else is awaited; serves for what they have hashed
// one after the other.
class AdmissionTicket {
  friend class PasswordHasher;
  AdmissionTicket() = default;
};

class PasswordHasher {
 public:
  // Throws std::runtime_error where libsodium cannot start. Hashes once, for those whom nobody knows.
  PasswordHasher(Executor, const Passwords&);
  ~PasswordHasher();  // drops what still waits
  PasswordHasher(const PasswordHasher&) = delete;
  PasswordHasher& operator=(const PasswordHasher&) = delete;

  // A place, or the seconds after which there is one for `who`: answer 503. The name is whatever they bring again then.
  std::variant<AdmissionTicket, unsigned> enter(std::string_view who);

  Async<std::string> hash(AdmissionTicket, std::string password);
  // Without a hash (nobody has this user ID) the same work is done and the answer is no.
  Async<Verdict> verify(AdmissionTicket, std::optional<std::string> hash, std::string password);

  struct Figures {
    std::uint64_t hashed = 0;
    std::size_t waiting = 0;  // now
  };
  Figures figures() const;

 private:
  template <class Result>
  Async<Result> run(std::function<Result()>& work);  // takes the work over
  void enqueue(std::function<void()> job);
  void work();

  Executor executor_;
  PasswordCost cost_;
  unsigned count_;  // of threads
  std::string nobodys_;

  mutable std::mutex mutex_;
  AdmissionQueue line_{0, 0};
  std::condition_variable wake_;
  std::deque<std::function<void()>> waiting_;
  std::uint64_t hashed_ = 0;
  bool stopping_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace senkoi::server::accounts
