// What a setting's text may be: how it is read, and how a refusal says what to write. Each form reads what an operator
// may well mean (blanks around, a browser's spelling of an origin) and nothing that would only be met by chance. Free
// functions, thread-safe.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "senkoi/codes/instant.hpp"

namespace senkoi::server {

template <class Value>
struct Form {
  std::string takes;  // "a whole number from 0 to 65535"
  std::string shown;  // in --help: "0..65535"
  std::function<std::optional<Value>(const std::string& text)> read;
  std::function<std::string(const Value&)> write;
};

Form<std::int64_t> wholeNumber(std::int64_t least, std::int64_t most);
Form<std::int64_t> duration(Instant least, Instant most);  // "500ms", "90s", "30min", "12h"
Form<bool> yesOrNo();
Form<std::string> anyText();
Form<std::string> path();
Form<std::string> oneOf(std::vector<std::string> words);

Form<std::string> ipAddress();   // "127.0.0.1", "::1", "[::1]"
Form<std::string> endpoint();    // "127.0.0.1:9464", "[::1]:9464"; empty for none
Form<std::string> network();     // "192.0.2.7", "10.0.0.0/8", "fd00::/8"
Form<std::string> webOrigin();   // "https://senkoi.example", as browsers write it; empty for none
Form<std::string> urlFolder();   // "/", "/senkoi/"
Form<std::string> smtpUrl();     // "smtp://host:587", "smtps://host"; empty for none
Form<std::string> mailDomain();  // "foo.jp"; every subdomain: ".baz.jp". Reads "@foo.jp" and "*.baz.jp" as these.
// "Senkoi <noreply@senkoi.example>", "noreply@senkoi.example" (mail/message.hpp).
Form<std::string> mailbox();
Form<std::string> mailboxOrNone();

std::string durationText(const Instant&);  // "90s"

}  // namespace senkoi::server
