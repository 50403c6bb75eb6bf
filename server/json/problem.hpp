// Refusals as application/problem+json (RFC 9457). A handler throws an ApiError; the router turns it into the answer.
// The status follows from the code, the sentence from core's words in the language of the request.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "senkoi/codes/code.hpp"
#include "senkoi/codes/field.hpp"
#include "senkoi/codes/item.hpp"
#include "senkoi/codes/language.hpp"
#include "senkoi/rules/text/limits.hpp"
#include "server/http/message.hpp"

namespace senkoi::server::json {

// What is said of one item.
struct Finding {
  std::string field;  // its name
  Code code = Code::ok;
  std::optional<Item> item{};  // none for what no form has
  rules::Limits limits{};

  Finding(std::string field_, Code code_) : field(std::move(field_)), code(code_) {}
  Finding(Item item_, Code code_, rules::Limits limits_ = {})
      : field(name(item_)), code(code_), item(item_), limits(limits_) {}

  std::string message(Language) const;
};

// Whose mailed link it was that leads nowhere any more: told to whoever brings it, so that they need not enter it
// again.
struct SpentLink {
  std::string mail;
  Field field{};
};

// Not an error of the machine: what the router answers instead.
struct ApiError {
  Code code;
  std::vector<Finding> errors{};
  unsigned retryAfter = 0;  // seconds; 0 = none
  std::optional<SpentLink> link{};
  std::string about{};  // what the sentence names, and its number, where there are no findings to say so
  unsigned limit = 0;
};

int statusOf(Code);

http::Response problem(const ApiError&, Language);

}  // namespace senkoi::server::json
