// Argon2id (libsodium, encoded form) on a bounded pool of threads. One hash takes 20 ms and 19 MiB: never more at once
// than threads, a bounded queue behind them, and a refusal beyond it (ASVS 5.0 11.4.2; measured in log-ins a second, a
// core).
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
#include <vector>

#include "server/async.hpp"
#include "server/configuration.hpp"

namespace senkoi::server::accounts {

struct PasswordCost {
  unsigned operations;
  unsigned memoryKiB;
};

struct Verdict {
  bool right = false;
  std::optional<std::string> stronger;  // a hash to keep instead, where the parameters have grown since
};

// The work itself, on the calling thread. Throws std::bad_alloc where the memory cannot be had.
std::string hashPassword(std::string_view password, PasswordCost);
Verdict verifyPassword(const std::string& hash, std::string_view password, PasswordCost);

class PasswordPool {
 public:
  // Throws std::runtime_error where libsodium cannot start. Hashes once, for those whom nobody knows.
  PasswordPool(Executor, const Passwords&);
  ~PasswordPool();  // drops what still waits
  PasswordPool(const PasswordPool&) = delete;
  PasswordPool& operator=(const PasswordPool&) = delete;

  // Nothing: too many wait already; answer 503.
  Async<std::optional<std::string>> hash(std::string password);
  // Without a hash (nobody has this user ID) the same work is done and the answer is no.
  Async<std::optional<Verdict>> verify(std::optional<std::string> hash, std::string password);

 private:
  template <class Result>
  Async<std::optional<Result>> run(std::function<Result()>& work);  // takes the work over
  bool enqueue(std::function<void()> job);
  void work();

  Executor executor_;
  PasswordCost cost_;
  std::size_t mostWaiting_;
  std::string nobodys_;

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> waiting_;
  bool stopping_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace senkoi::server::accounts
