// The one coroutine type of the server: runs on the HTTP thread, bound to a concrete executor (an any_io_executor
// costs).
#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace senkoi::server {

using Executor = boost::asio::io_context::executor_type;

template <class T>
using Async = boost::asio::awaitable<T, Executor>;

using Awaiting = boost::asio::use_awaitable_t<Executor>;
inline constexpr Awaiting awaiting{};

// How a socket or a timer is awaited: the error comes as a value beside the result, nothing is thrown.
inline constexpr auto asOutcome = boost::asio::as_tuple(Awaiting{});

}  // namespace senkoi::server
