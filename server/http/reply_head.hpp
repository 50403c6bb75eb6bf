// The head of every answer: status, the protections that no handler can forget (reliability 20, 21), Date, and the
// handler's own. One a server, on the HTTP thread; the Date is written once a second.
#pragma once

#include <ctime>
#include <string>

#include "server/http/message.hpp"

namespace senkoi::server::http {

struct Framing {
  bool keepAlive = true;
  bool http10 = false;
  bool goesOn = false;  // the body ends with the connection (RFC 9112, 6.3)
};

class ReplyHead {
 public:
  // `https`: how people reach the pages; then browsers are told to come no other way.
  explicit ReplyHead(bool https);

  // Appends the whole head with its empty line. A body may follow where the status and the method allow one.
  void append(std::string& out, const Response& response, Framing framing);

 private:
  std::string_view date();

  std::string page_, data_;  // constant fields for HTML and for everything else
  std::time_t dateSecond_ = 0;
  std::string date_;
};

}  // namespace senkoi::server::http
