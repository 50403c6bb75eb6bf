// What the writer's queue holds: an operation, its result, and how whoever waits for it goes on. Made by Writer::run
// and Writer::wait; performed on the writer thread, resumed on the HTTP thread or by waking a blocked one.
#pragma once

#include <boost/asio/async_result.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <exception>
#include <future>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

#include "server/base/async.hpp"
#include "server/operations/store.hpp"

namespace senkoi::server::store {

class Resumption {
 public:
  virtual ~Resumption() = default;
  virtual bool onHttpThread() const = 0;
  virtual void resume() = 0;
};

class Job {
 public:
  virtual ~Job() = default;
  virtual void perform(Store& store) = 0;

  void whenDone(std::unique_ptr<Resumption> resumption) { resumption_ = std::move(resumption); }
  void fail(std::exception_ptr failure) { failure_ = std::move(failure); }
  bool resumesOnHttpThread() const { return resumption_->onHttpThread(); }
  void resume() { std::exchange(resumption_, nullptr)->resume(); }

 protected:
  std::exception_ptr failure_;

 private:
  std::unique_ptr<Resumption> resumption_;
};

template <class Operation>
class Work final : public Job {
 public:
  using Result = std::invoke_result_t<Operation&, Store&>;

  explicit Work(Operation operation) : operation_(std::move(operation)) {}

  void perform(Store& store) override {
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

// A coroutine of the HTTP thread; keeps its io_context running meanwhile.
template <class Handler>
class Awaited final : public Resumption {
 public:
  Awaited(const Executor& executor, Handler handler) : working_(executor), handler_(std::move(handler)) {}
  bool onHttpThread() const override { return true; }
  void resume() override { std::move(handler_)(); }

 private:
  boost::asio::executor_work_guard<Executor> working_;
  Handler handler_;
};

class Blocked final : public Resumption {
 public:
  std::future<void> done() { return done_.get_future(); }
  bool onHttpThread() const override { return false; }
  void resume() override { done_.set_value(); }

 private:
  std::promise<void> done_;
};

}  // namespace senkoi::server::store
