// Work that would hold the HTTP thread up (a table of a hundred thousand rows), on a thread of its own; its caller goes
// on with the result on the HTTP thread. `work` and all that it refers to must live until then: a coroutine's frame
// does. What it throws is thrown there.
#pragma once

#include <boost/asio/async_result.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <exception>
#include <optional>
#include <thread>
#include <type_traits>

#include "server/base/async.hpp"

namespace senkoi::server {

template <class Work>
Async<std::invoke_result_t<Work&>> aside(Work& work) {
  std::optional<std::invoke_result_t<Work&>> result;
  std::exception_ptr failure;
  const Executor executor = co_await boost::asio::this_coro::executor;
  std::jthread thread;  // last: ends before what it refers to
  const auto initiate = [&](auto handler) {
    thread =
        std::jthread([&, working = boost::asio::make_work_guard(executor), handler = std::move(handler)]() mutable {
          try {
            result.emplace(work());
          } catch (...) {
            failure = std::current_exception();
          }
          boost::asio::post(executor, std::move(handler));
        });
  };
  co_await boost::asio::async_initiate<const Awaiting, void()>(initiate, awaiting);
  if (failure) std::rethrow_exception(failure);
  co_return std::move(*result);
}

}  // namespace senkoi::server
