// A thread for what takes long and nobody waits for: its results come back to the HTTP thread. Tasks run one after the
// other; those not begun are dropped at the end. give() on the HTTP thread.
#pragma once

#include <boost/asio/io_context.hpp>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace senkoi::server::snapshot {

class TaskQueue {
 public:
  // What a task returns is run on the HTTP thread.
  using Task = std::function<std::function<void()>()>;

  explicit TaskQueue(boost::asio::io_context& http);
  ~TaskQueue();
  TaskQueue(const TaskQueue&) = delete;
  TaskQueue& operator=(const TaskQueue&) = delete;

  void give(Task task);
  void giveFirst(Task task);  // before those that wait

 private:
  void work();

  boost::asio::io_context& http_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Task> tasks_;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace senkoi::server::snapshot
