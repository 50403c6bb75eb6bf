// Where the audit log ends, told to places outside the database: whoever keeps such a head proves with `senkoi audit
// verify --head` that nothing before it was cut off or set back (reliability 41).
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <string>
#include <string_view>

#include "server/operations/store.hpp"

namespace senkoi::server {

std::string headText(const store::AuditHead& head);  // "1234:" and 64 hexadecimal digits
store::AuditHead headOf(std::string_view text);      // throws std::runtime_error with a sentence for the operator

// Prints the head and writes it to the log when it is told to, and once a day. Lives on the HTTP thread.
class AuditHeadTeller {
 public:
  AuditHeadTeller(boost::asio::io_context& http, store::Store& reader,
                  std::chrono::milliseconds every = std::chrono::hours(24));

  void tell(std::string_view when) noexcept;  // a failed read is logged

 private:
  void tellDaily();

  store::Store& reader_;
  std::chrono::milliseconds every_;
  boost::asio::steady_timer timer_;
};

}  // namespace senkoi::server
