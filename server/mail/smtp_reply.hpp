// What an SMTP server's refusal is about: this recipient, this attempt, or the operator's own set-up (L4, S6,
// reliability 43). By the enhanced status code where there is one (RFC 3463), else by the stage of the dialogue and the
// reply code (RFC 5321, 4.2). Pure functions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "server/mail/mailer.hpp"

namespace senkoi::server::mail {

struct EnhancedCode {
  int status = 0, subject = 0, detail = 0;  // 5.1.1; 0.0.0 where the reply has none
};

struct SmtpReply {
  int code = 0;  // 0: none came
  EnhancedCode enhanced;
  std::string text;  // of all its lines, without codes; as it came
};

// `lines` as they came, CRLF and continuation lines ("550-…") included. An enhanced code that contradicts the reply
// code is no enhanced code.
SmtpReply parseReply(std::string_view lines);

// The kind of a negative reply (400 and above).
Delivery::Kind classify(SmtpStage, const SmtpReply&);

// "550 5.1.1 no such user" on one line of at most 200 bytes of printable UTF-8, in which nothing names the recipient:
// whatever looks like a mail address is "(address)", and so is each occurrence of the recipient's local part and
// domain.
std::string describe(const SmtpReply&, std::string_view recipient);

// The same for libcurl's words.
std::string withoutAddresses(std::string_view text, std::string_view recipient);

}  // namespace senkoi::server::mail
