// What a rule may know beside the text: the moment, the season and the operator's policy. Passed in by the caller;
// core has no clock and no settings of its own. Holds views: the caller keeps the lists alive. Safe to share for
// reading.
#pragma once

#include <string_view>

#include "senkoi/codes/instant.hpp"

namespace senkoi::rules {

/// M2.3f: the manual's 6 to 20 half-width letters and digits. `most` may not pass what a password slot holds.
struct PasswordPolicy {
  static constexpr unsigned room = 64;

  unsigned least = 6;
  unsigned most = 20;
};

/// M2.1: the operator's additions to the built-in list, one domain a line, a leading '.' for every subdomain.
struct MailDomains {
  std::string_view refused;
  std::string_view warned;
};

struct Context {
  Instant now = 0;
  /// April of this year is when the training of the season starts; 0 where no season is known.
  int startYear = 0;
  PasswordPolicy password;
  MailDomains mailDomains;
};

}  // namespace senkoi::rules
