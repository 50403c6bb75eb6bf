// The one writer: a thread that owns the writing store and runs what the HTTP thread (and others) hand it, as many
// operations as wait at that moment in one durable transaction. Without a timer: while one batch is being made durable
// the next one gathers. An operation is answered only after its batch is durable (reliability 36–38).
//
// An operation may run twice, where another of its batch throws: it changes the store alone, and what it returns.
// A Failure inside one operation undoes that operation alone; a Failure of the commit fails the whole batch: nothing of
// it is there, nor comes back after a kill -9, as the log is cut before anybody is answered; where it cannot be cut the
// process ends unanswered. After a failed sync every batch is refused until the disk has confirmed where the log ends;
// only a power cut before that can bring back what was refused (reliability 38). A full queue throws Busy at once. Any
// thread may call; the Writer must outlive everybody who waits.
#pragma once

#include <boost/asio/io_context.hpp>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
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

class Writer {
 public:
  struct Limits {
    std::size_t waiting = 4096;  // operations in the queue; more are refused with Busy
    std::size_t batch = 512;     // operations in one transaction: bounds how long the first of them waits for the last
  };
  // What a batch changed; called on the HTTP thread before any operation of the batch is answered.
  using Committed = std::function<void(const std::vector<CountChange>&)>;

  Writer(std::unique_ptr<Store> store, boost::asio::io_context& http, Committed committed, Limits limits);
  Writer(std::unique_ptr<Store> store, boost::asio::io_context& http, Committed committed = {})
      : Writer(std::move(store), http, std::move(committed), Limits{}) {}
  ~Writer();  // drains
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  // On the HTTP thread: `co_await writer.run([&](Store& store) { return store.apply(…); })`. Returns what `operation`
  // returned, or throws what it threw. What `operation` refers to must live until then: a coroutine's frame does.
  template <class Operation>
  Async<std::invoke_result_t<Operation&, Store&>> run(Operation operation) {
    // g++ 12 destroys the captures of a lambda within a co_await expression twice: let there be nothing to destroy.
    static_assert(std::is_trivially_copyable_v<Operation>, "capture by reference");
    auto queued = std::make_shared<AwaitedWork<Operation>>(operation);
    auto& work = *queued;  // whoever resumes this coroutine holds it
    Admission admission(*this);
    const auto initiate = [this, &queued, &work, &admission](auto handler) noexcept {
      work.whenDone(http_.get_executor(), std::move(handler));
      admission.submit(std::move(queued));
    };
    co_await boost::asio::async_initiate<const Awaiting, void()>(initiate, awaiting);
    co_return work.take();
  }

  // The same for any other thread: blocks it. Never call it on the HTTP thread, nor inside an operation.
  template <class Operation>
  std::invoke_result_t<Operation&, Store&> wait(Operation operation) {
    const auto work = std::make_shared<BlockingWork<Operation>>(std::move(operation));
    return answered(work);
  }

  // As wait(), for an operation that changes nothing: where nothing else waits it costs no transaction.
  template <class Operation>
  std::invoke_result_t<Operation&, Store&> look(Operation operation) {
    const auto work = std::make_shared<BlockingWork<Operation>>(std::move(operation));
    work->readOnly();
    return answered(work);
  }

  // Finishes what waits; from then on every call is Busy. The answers still have to be run by the io_context.
  void drain();

  struct Figures {
    std::uint64_t batches = 0, operations = 0, failed = 0;  // failed: batches of which nothing was stored
    std::uint64_t looks = 0;                                // operations that needed no batch
    double seconds = 0;                                     // that all batches took
    std::size_t waiting = 0;                                // operations, now
    bool failing = false;                                   // nothing of the last batch could be stored
  };
  Figures figures() const;

 private:
  using Jobs = std::vector<std::shared_ptr<Job>>;

  // A place in the queue, or Busy; given back unless it was used. While one is out the writer does not end.
  class Admission {
   public:
    explicit Admission(Writer& writer) : writer_(writer) { writer_.admit(); }
    ~Admission() {
      if (!used_) writer_.giveBack();
    }
    Admission(const Admission&) = delete;
    Admission& operator=(const Admission&) = delete;
    void submit(std::shared_ptr<Job> job) noexcept {
      used_ = true;
      writer_.submit(std::move(job));
    }

   private:
    Writer& writer_;
    bool used_ = false;
  };

  template <class Waited>
  auto answered(const std::shared_ptr<Waited>& work) {
    std::future<void> done = work->done();
    Admission(*this).submit(work);
    done.get();
    return work->take();
  }

  void admit();
  void giveBack() noexcept;
  void submit(std::shared_ptr<Job> job) noexcept;
  void work();
  Jobs takeWaiting();
  void runReads(const Jobs& jobs);
  bool runBatch(const Jobs& jobs);  // whether it is durable
  void count(const Jobs& jobs, bool durable, double seconds);
  bool runTogether(const Jobs& jobs);
  void runStep(Job& job);
  void answer(Jobs jobs);

  const std::unique_ptr<Store> store_;  // the writer thread's
  boost::asio::io_context& http_;
  const std::shared_ptr<const Committed> committed_;  // shared with answers on their way
  const Limits limits_;

  mutable std::mutex mutex_;
  std::condition_variable wake_;
  Jobs waiting_;              // reserved: taking a job in cannot fail
  std::size_t admitted_ = 0;  // places taken, some of them not yet in waiting_
  bool draining_ = false;
  Figures figures_;

  std::thread thread_;  // last: starts when everything else is there
};

}  // namespace senkoi::server::store
