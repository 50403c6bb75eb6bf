// Hands one composed letter over. Two implementations: an SMTP server, and the memory of the demo.
// Called from the outbox thread alone.
#pragma once

#include <stop_token>
#include <string>

#include "server/mail/message.hpp"

namespace senkoi::server::mail {

struct Envelope {
  std::string from, to;  // addresses
  Letter letter;
  std::string message;  // composed
};

struct Delivery {
  enum class Kind {
    sent,      // the other side has taken responsibility
    refused,   // it will never take this letter (5yz)
    deferred,  // not now (4yz): try this letter again later
    away,      // no server, no login, a stall: nothing about this letter; try everything later
  };
  Kind kind = Kind::sent;
  std::string why;
};

class Mailer {
 public:
  virtual ~Mailer() = default;
  // Returns early with `away` when asked to stop; once the letter's whole text has gone out, only after a few seconds
  // more for the other side's answer.
  virtual Delivery send(const Envelope&, std::stop_token) = 0;
};

}  // namespace senkoi::server::mail
