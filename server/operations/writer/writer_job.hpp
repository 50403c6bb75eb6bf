// What the queues of the writer and of the readers hold: an operation, its result, and how whoever waits for it goes
// on. Made by Writer::run, Writer::wait and Readers::run; performed on their threads, resumed on the HTTP thread or by
// waking a blocked one.
#pragma once

#include <boost/asio/async_result.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <exception>
#include <future>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

#include "server/base/async.hpp"
#include "server/operations/store.hpp"

namespace senkoi::server::store {

class Job {
 public:
  virtual ~Job() = default;
  virtual void perform(Store& store) = 0;
  virtual bool resumesOnHttpThread() const = 0;
  virtual void resume() = 0;

  void fail(std::exception_ptr failure) { failure_ = std::move(failure); }

  // Needs no batch where nothing else waits.
  void readOnly() { reads_ = true; }
  bool isReadOnly() const { return reads_; }

 protected:
  std::exception_ptr failure_;

 private:
  bool reads_ = false;
};

template <class Operation>
class Work : public Job {
 public:
  using Result = std::invoke_result_t<Operation&, Store&>;

  explicit Work(Operation operation) : operation_(std::move(operation)) {}

  void perform(Store& store) final {
    if constexpr (std::is_void_v<Result>) {
      operation_(store);
    } else {
      result_.emplace(operation_(store));
    }
  }

  Result take() {
    if (failure_) std::rethrow_exception(failure_);
    if constexpr (!std::is_void_v<Result>) return std::move(*result_);
  }

 private:
  using Kept = std::conditional_t<std::is_void_v<Result>, std::monostate, Result>;

  Operation operation_;
  std::optional<Kept> result_;
};

// For a coroutine of the HTTP thread; keeps its io_context running meanwhile. The handler lies in the work itself, so
// that taking it in cannot fail: an exception while Asio starts the wait would end the coroutine without a word. The
// coroutine does not own the work, or neither would ever go where the loop ends first: dropping the work destroys it.
template <class Operation>
class AwaitedWork final : public Work<Operation> {
 public:
  using Handler = typename boost::asio::async_result<Awaiting, void()>::handler_type;
  using Work<Operation>::Work;

  void whenDone(const Executor& executor, Handler handler) noexcept {
    waiting_.emplace(Waiting{boost::asio::make_work_guard(executor), std::move(handler)});
  }
  bool resumesOnHttpThread() const override { return true; }
  void resume() override {
    auto waiting = std::exchange(waiting_, std::nullopt);
    std::move(waiting->handler)();
  }

 private:
  struct Waiting {
    boost::asio::executor_work_guard<Executor> running;
    Handler handler;
  };
  std::optional<Waiting> waiting_;
};

// For any other thread, which sleeps until then.
template <class Operation>
class BlockingWork final : public Work<Operation> {
 public:
  using Work<Operation>::Work;

  std::future<void> done() { return done_.get_future(); }
  bool resumesOnHttpThread() const override { return false; }
  void resume() override { done_.set_value(); }

 private:
  std::promise<void> done_;
};

}  // namespace senkoi::server::store
