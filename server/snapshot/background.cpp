#include "server/snapshot/background.hpp"

#include <boost/asio/post.hpp>
#include <utility>

namespace senkoi::server::snapshot {

Background::Background(boost::asio::io_context& http) : http_(http), thread_([this] { work(); }) {}

Background::~Background() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void Background::give(Task task) {
  {
    const std::lock_guard lock(mutex_);
    tasks_.push_back(std::move(task));
  }
  wake_.notify_one();
}

void Background::giveFirst(Task task) {
  {
    const std::lock_guard lock(mutex_);
    tasks_.push_front(std::move(task));
  }
  wake_.notify_one();
}

void Background::work() {
  while (true) {
    Task task;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return ending_ || !tasks_.empty(); });
      if (ending_) return;
      task = std::move(tasks_.front());
      tasks_.pop_front();
    }
    boost::asio::post(http_, task());
  }
}

}  // namespace senkoi::server::snapshot
