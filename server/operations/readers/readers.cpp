#include "server/operations/readers/readers.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <boost/asio/post.hpp>
#include <utility>

namespace senkoi::server::store {
namespace {

// Answering requests goes first: on a busy core the long read waits.
void yieldToOthers() {
  ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), 10);
}

}  // namespace

Readers::Readers(const Executor& http, Open open, Limits limits)
    : http_(http), open_(std::move(open)), limits_(limits) {
  waiting_.reserve(limits_.waiting);
  for (unsigned i = 0; i < limits_.threads; ++i) threads_.emplace_back([this] { work(); });
}

Readers::~Readers() {
  std::vector<std::shared_ptr<Job>> dropped;
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    dropped.swap(waiting_);
  }
  wake_.notify_all();
  threads_.clear();  // joins; only then are the coroutines destroyed that waited
}

void Readers::admit() {
  const std::lock_guard lock(mutex_);
  if (stopping_) throw Busy("the server is stopping");
  if (admitted_ >= limits_.waiting) throw Busy("too many long reads wait");
  ++admitted_;
}

void Readers::giveBack() noexcept {
  const std::lock_guard lock(mutex_);
  --admitted_;
}

void Readers::submit(std::shared_ptr<Job> job) noexcept {
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(job));
  }
  wake_.notify_one();
}

std::shared_ptr<Job> Readers::next() {
  std::unique_lock lock(mutex_);
  wake_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
  if (stopping_) return nullptr;
  auto job = std::move(waiting_.front());
  waiting_.erase(waiting_.begin());
  --admitted_;
  return job;
}

void Readers::work() {
  yieldToOthers();
  std::unique_ptr<Store> store;
  while (auto job = next()) {
    try {
      if (!store) store = open_();
      job->perform(*store);
    } catch (const Failure&) {
      job->fail(std::current_exception());
      store.reset();  // the next one begins with a new connection
    } catch (...) {
      job->fail(std::current_exception());
    }
    {
      const std::lock_guard lock(mutex_);
      ++done_;
    }
    boost::asio::post(http_, [job = std::move(job)] { job->resume(); });
  }
}

Readers::Figures Readers::figures() const {
  const std::lock_guard lock(mutex_);
  return {done_, waiting_.size()};
}

}  // namespace senkoi::server::store
