// Hands one composed letter over. Two implementations: an SMTP server, and the memory of the demo.
// Called from the outbox thread alone.
#pragma once

#include <cstdint>
#include <stop_token>
#include <string>
#include <string_view>

#include "server/mail/message.hpp"

namespace senkoi::server::mail {

struct Envelope {
  std::string from, to;  // addresses
  Letter letter;
  std::string message;  // composed
};

// How far the dialogue with the SMTP server had come.
enum class SmtpStage : std::uint8_t { connection, login, sender, recipient, text };

// As logs and the API name it.
constexpr std::string_view name(SmtpStage stage) {
  constexpr std::string_view names[]{"connection", "login", "sender", "recipient", "text"};
  return names[static_cast<std::size_t>(stage)];
}

struct Delivery {
  enum class Kind : std::uint8_t {
    sent,              // the other side has taken responsibility
    recipientRefused,  // this recipient's mailbox will never take this letter (550 5.1.1, 5.2.1 …)
    mailboxFull,       // this recipient's mailbox takes nothing for now, perhaps for days (552, 5.2.2)
    deferred,          // this letter not now (4yz): try it again later
    // Nothing about this letter; no other one would fare better.
    unavailable,   // no server, a stall, or one that takes nothing for now (421, 4yz before the recipient)
    relayRefused,  // the relay refuses us: login, sender, policy, content, certificate. The operator must put it right
  };
  Kind kind = Kind::sent;
  std::string why{};  // for the log and the office: reply code and text, or libcurl's reason; names no recipient
  int code = 0;       // SMTP reply code; 0 where none came
  SmtpStage stage = SmtpStage::connection;

  // Whether every letter has to wait.
  bool stopsQueue() const { return kind == Kind::unavailable || kind == Kind::relayRefused; }
};

class Mailer {
 public:
  virtual ~Mailer() = default;
  // Returns early with `unavailable` when asked to stop; once the letter's whole text has gone out, only after a few
  // seconds more for the other side's answer.
  virtual Delivery send(const Envelope&, std::stop_token) = 0;
};

}  // namespace senkoi::server::mail
