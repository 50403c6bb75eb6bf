// How this room awaits a socket or a timer: the error comes as a value beside the result, nothing is thrown.
#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "server/base/async.hpp"

namespace senkoi::server::http {

inline constexpr auto asOutcome = boost::asio::as_tuple(boost::asio::use_awaitable_t<Executor>{});

}  // namespace senkoi::server::http
