// A bounded pool of threads beside the HTTP thread, each with a reading store of its own: for whatever could hold the
// HTTP thread for more than a few milliseconds (44): lists and files of a whole season, searches in the audit log,
// tables read and planned. A full queue throws Busy at once (503, come again).
//
// run() on the HTTP thread; the work runs on a thread of the pool, its caller goes on with the result on the HTTP
// thread. The pool is owned by whoever owns what the work refers to and ends before it: its destructor drops what waits
// and returns when what runs has ended. Long work asks isStopping() now and then.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <type_traits>
#include <vector>

#include "server/base/async.hpp"
#include "server/operations/store.hpp"
#include "server/operations/writer/writer_job.hpp"

namespace senkoi::server::store {

class Readers {
 public:
  using Open = std::function<std::unique_ptr<Store>()>;  // called on the pool's threads, when first needed

  struct Limits {
    unsigned threads = 2;
    std::size_t waiting = 64;  // in the queue; more are refused with Busy
  };

  Readers(const Executor& http, Open open, Limits limits);
  ~Readers();
  Readers(const Readers&) = delete;
  Readers& operator=(const Readers&) = delete;

  // `co_await readers.run([&](Store& reader) { return …; })`: returns what `work` returned, or throws what it threw.
  // What `work` refers to must live until then: a coroutine's frame does.
  template <class Operation>
  Async<std::invoke_result_t<Operation&, Store&>> run(Operation operation) {
    // g++ 12 destroys the captures of a lambda within a co_await expression twice: let there be nothing to destroy.
    static_assert(std::is_trivially_copyable_v<Operation>, "capture by reference");
    auto queued = std::make_shared<AwaitedWork<Operation>>(operation);
    auto& work = *queued;  // whoever resumes this coroutine holds it
    Admission admission(*this);
    // Nothing here may throw: Asio would destroy the coroutine without a word.
    const auto initiate = [this, &queued, &work, &admission](auto handler) noexcept {
      work.whenDone(http_, std::move(handler));
      admission.submit(std::move(queued));
    };
    co_await boost::asio::async_initiate<const Awaiting, void()>(initiate, awaiting);
    co_return work.take();
  }

  bool isStopping() const { return stopping_.load(std::memory_order_relaxed); }

  struct Figures {
    std::uint64_t done = 0;
    std::size_t waiting = 0;  // now
  };
  Figures figures() const;

 private:
  // A place in the queue, given back unless it was used.
  class Admission {
   public:
    explicit Admission(Readers& readers) : readers_(readers) { readers_.admit(); }
    ~Admission() {
      if (!used_) readers_.giveBack();
    }
    Admission(const Admission&) = delete;
    Admission& operator=(const Admission&) = delete;
    void submit(std::shared_ptr<Job> job) noexcept {
      used_ = true;
      readers_.submit(std::move(job));
    }

   private:
    Readers& readers_;
    bool used_ = false;
  };

  void admit();  // or throws Busy
  void giveBack() noexcept;
  void submit(std::shared_ptr<Job> job) noexcept;
  std::shared_ptr<Job> next();  // null at the end
  void work();

  Executor http_;
  const Open open_;
  const Limits limits_;
  std::atomic<bool> stopping_ = false;

  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::vector<std::shared_ptr<Job>> waiting_;  // reserved: taking a job in cannot fail
  std::size_t admitted_ = 0;                   // places taken, some of them not yet in waiting_
  std::uint64_t done_ = 0;
  std::vector<std::jthread> threads_;  // last: they start when everything else is there
};

}  // namespace senkoi::server::store
