#include "server/operations/writer/writer.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <chrono>

namespace senkoi::server::store {

Writer::Writer(std::unique_ptr<Store> store, boost::asio::io_context& http, Committed committed, Limits limits)
    : store_(std::move(store)),
      http_(http),
      committed_(std::make_shared<const Committed>(std::move(committed))),
      limits_(limits) {
  waiting_.reserve(limits_.waiting);
  thread_ = std::thread([this] { work(); });
}

Writer::~Writer() {
  drain();
}

void Writer::drain() {
  {
    const std::lock_guard lock(mutex_);
    draining_ = true;
  }
  wake_.notify_one();
  if (thread_.joinable()) thread_.join();
}

Writer::Figures Writer::figures() const {
  const std::lock_guard lock(mutex_);
  Figures figures = figures_;
  figures.waiting = admitted_;
  return figures;
}

void Writer::admit() {
  const std::lock_guard lock(mutex_);
  if (draining_) throw Busy("the server is stopping");
  if (admitted_ >= limits_.waiting) throw Busy("too many operations wait");
  ++admitted_;
}

void Writer::giveBack() noexcept {
  {
    const std::lock_guard lock(mutex_);
    --admitted_;
  }
  wake_.notify_one();  // it may be the last one that a draining writer waits for
}

void Writer::submit(std::shared_ptr<Job> job) noexcept {
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(job));
  }
  wake_.notify_one();
}

// Who fills the queue goes first where it waits for this very core: twice as many operations share a commit. A writer
// with a core of its own loses nothing.
Writer::Jobs Writer::takeWaiting() {
  std::this_thread::yield();
  std::unique_lock lock(mutex_);
  // Who was admitted will come, even while draining.
  wake_.wait(lock, [this] { return !waiting_.empty() || (draining_ && admitted_ == 0); });
  const std::size_t count = std::min(waiting_.size(), limits_.batch);
  const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(count);
  Jobs taken(std::make_move_iterator(waiting_.begin()), std::make_move_iterator(end));
  waiting_.erase(waiting_.begin(), end);
  admitted_ -= count;
  return taken;
}

void Writer::work() {
  for (Jobs jobs = takeWaiting(); !jobs.empty(); jobs = takeWaiting()) {
    if (std::ranges::all_of(jobs, &Job::isReadOnly)) {
      runReads(jobs);
    } else {
      const auto began = std::chrono::steady_clock::now();
      const bool durable = runBatch(jobs);
      const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
      count(jobs, durable, took.count());
    }
    answer(std::move(jobs));
  }
}

void Writer::count(const Jobs& jobs, bool durable, double seconds) {
  const std::lock_guard lock(mutex_);
  ++figures_.batches;
  figures_.operations += jobs.size();
  figures_.failed += durable ? 0 : 1;
  figures_.failing = !durable;
  figures_.seconds += seconds;
}

void Writer::runReads(const Jobs& jobs) {
  for (const auto& job : jobs) {
    try {
      store_->startLook();
      job->perform(*store_);
    } catch (...) {
      job->fail(std::current_exception());
    }
  }
  const std::lock_guard lock(mutex_);
  figures_.looks += jobs.size();
}

bool Writer::runBatch(const Jobs& jobs) {
  try {
    store_->startBatch();
    if (!runTogether(jobs)) {
      store_->undoBatch();
      store_->startBatch();
      for (const auto& job : jobs) runStep(*job);
    }
    store_->commitBatch();
    return true;
  } catch (...) {
    store_->undoBatch();
    for (const auto& job : jobs) job->fail(std::current_exception());
    return false;
  }
}

// A savepoint copies every page that its operation touches, and hardly any operation ever throws: a batch is first run
// without them, and begins anew where one has thrown.
bool Writer::runTogether(const Jobs& jobs) {
  try {
    for (const auto& job : jobs) job->perform(*store_);
    return true;
  } catch (...) {
    return false;
  }
}

// Throws only when the batch as a whole is lost.
void Writer::runStep(Job& job) {
  store_->savepoint();
  try {
    job.perform(*store_);
    store_->releaseSavepoint();
  } catch (...) {
    job.fail(std::current_exception());
    store_->rollbackToSavepoint();
  }
}

void Writer::answer(Jobs jobs) {
  auto changes = store_->takeCountChanges();
  const auto awaited = std::ranges::stable_partition(jobs, [](const auto& job) { return !job->resumesOnHttpThread(); });
  Jobs onHttp(std::make_move_iterator(awaited.begin()), std::make_move_iterator(awaited.end()));
  jobs.erase(awaited.begin(), awaited.end());
  if (!onHttp.empty() || !changes.empty()) {
    boost::asio::post(http_, [committed = committed_, changes = std::move(changes), onHttp = std::move(onHttp)] {
      if (*committed && !changes.empty()) (*committed)(changes);
      for (const auto& job : onHttp) job->resume();
    });
  }
  for (const auto& job : jobs) job->resume();
}

}  // namespace senkoi::server::store
