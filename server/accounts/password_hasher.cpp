#include "server/accounts/password_hasher.hpp"

#include <sodium.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <boost/asio/async_result.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <exception>
#include <stdexcept>

namespace senkoi::server::accounts {
namespace {

namespace asio = boost::asio;

// Its memory is overwritten when it goes, so that a password rests nowhere longer than needed.
class Passing {
 public:
  explicit Passing(std::string text) : text_(std::move(text)) {}
  Passing(const Passing&) = delete;
  Passing& operator=(const Passing&) = delete;
  ~Passing() { sodium_memzero(text_.data(), text_.size()); }
  std::string_view view() const { return text_; }

 private:
  std::string text_;
};

// Answering requests goes before hashing: on a busy core the hash waits.
void yieldToOthers() {
  ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), 10);
}

double milliseconds() {
  using namespace std::chrono;
  return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

}  // namespace

PasswordHasher::PasswordHasher(Executor executor, const Passwords& settings)
    : executor_(executor),
      cost_{settings.operations, settings.memoryKiB},
      count_(std::clamp(settings.threads, 1U, std::max(1U, std::thread::hardware_concurrency()))) {
  if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start");
  const double began = milliseconds();
  nobodys_ = hashPassword("nobody has this password", cost_);
  line_ = AdmissionQueue(settings.queue, (milliseconds() - began) / count_);
  for (unsigned i = 0; i < count_; ++i) threads_.emplace_back([this] { work(); });
}

PasswordHasher::~PasswordHasher() {
  std::deque<std::function<void()>> dropped;
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    dropped.swap(waiting_);
  }
  wake_.notify_all();
}

void PasswordHasher::work() {
  yieldToOthers();
  for (;;) {
    std::function<void()> job;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
      if (stopping_) return;
      job = std::move(waiting_.front());
      waiting_.pop_front();
    }
    const double began = milliseconds();
    job();
    const std::lock_guard lock(mutex_);
    line_.took((milliseconds() - began) / count_);
    ++hashed_;
  }
}

PasswordHasher::Figures PasswordHasher::figures() const {
  const std::lock_guard lock(mutex_);
  return {hashed_, waiting_.size()};
}

std::variant<AdmissionTicket, unsigned> PasswordHasher::enter(std::string_view who) {
  const std::lock_guard lock(mutex_);
  const unsigned wait = line_.come(who, waiting_.size(), static_cast<Instant>(milliseconds()));
  if (wait != 0) return wait;
  return AdmissionTicket{};
}

void PasswordHasher::enqueue(std::function<void()> job) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(job));
  }
  wake_.notify_one();
}

// The coroutine sleeps while a thread works; the result, or the exception, is posted back to the HTTP thread.
template <class Result>
Async<Result> PasswordHasher::run(std::function<Result()>& work) {
  using Signature = void(std::exception_ptr, std::optional<Result>);
  asio::use_awaitable_t<Executor> token;
  std::optional<Result> made = co_await asio::async_initiate<asio::use_awaitable_t<Executor>, Signature>(
      [this](auto handler, std::function<Result()> task) {
        const auto waiting = std::make_shared<decltype(handler)>(std::move(handler));
        const auto answer = [this, waiting, busy = asio::make_work_guard(executor_)](std::exception_ptr failure,
                                                                                     std::optional<Result> result) {
          asio::post(executor_, [waiting, failure, result = std::move(result)]() mutable {
            std::move (*waiting)(failure, std::move(result));
          });
        };
        enqueue([task = std::move(task), answer] {
          try {
            answer(nullptr, task());
          } catch (...) {
            answer(std::current_exception(), std::nullopt);
          }
        });
      },
      token, std::move(work));
  co_return std::move(*made);
}

// Here and below the work has a name before anything is awaited: g++ 12 destroys twice what a temporary in an awaited
// expression owns.
Async<std::string> PasswordHasher::hash(AdmissionTicket, std::string password) {
  const auto passing = std::make_shared<Passing>(std::move(password));
  std::function<std::string()> work = [passing, this] { return hashPassword(passing->view(), cost_); };
  co_return co_await run(work);
}

Async<Verdict> PasswordHasher::verify(AdmissionTicket, std::optional<std::string> hash, std::string password) {
  const auto passing = std::make_shared<Passing>(std::move(password));
  const bool known = hash.has_value();
  const std::string against = known ? std::move(*hash) : nobodys_;
  std::function<Verdict()> work = [passing, known, against, this] {
    Verdict verdict = verifyPassword(against, passing->view(), cost_);
    verdict.right = verdict.right && known;
    return verdict;
  };
  co_return co_await run(work);
}

}  // namespace senkoi::server::accounts
