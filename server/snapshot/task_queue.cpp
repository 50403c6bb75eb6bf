#include "server/snapshot/task_queue.hpp"

#include <boost/asio/post.hpp>
#include <exception>
#include <utility>

#include "server/base/log.hpp"

namespace senkoi::server::snapshot {

TaskQueue::TaskQueue(boost::asio::io_context& http) : http_(http), thread_([this] { work(); }) {}

TaskQueue::~TaskQueue() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void TaskQueue::give(Task task) {
  {
    const std::lock_guard lock(mutex_);
    tasks_.push_back(std::move(task));
  }
  wake_.notify_one();
}

void TaskQueue::giveFirst(Task task) {
  {
    const std::lock_guard lock(mutex_);
    tasks_.push_front(std::move(task));
  }
  wake_.notify_one();
}

void TaskQueue::work() {
  while (true) {
    Task task;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return ending_ || !tasks_.empty(); });
      if (ending_) return;
      task = std::move(tasks_.front());
      tasks_.pop_front();
    }
    try {
      boost::asio::post(http_, task());
    } catch (const std::exception& failure) {  // no memory for it: what was to be made is done without
      log::error("background_task_failed", {{"why", failure.what()}});
    }
  }
}

}  // namespace senkoi::server::snapshot
