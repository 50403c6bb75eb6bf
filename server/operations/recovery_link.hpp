// What a link of a recovery letter is good for. Values.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "senkoi/codes/field.hpp"
#include "senkoi/codes/instant.hpp"

namespace senkoi::server::store {

// Whose password it can set: a household's doctors may share a mailbox.
struct RecoveryLink {
  struct Owner {
    std::string userId;
    Field field{};
    std::string familyName, givenName;
  };
  Instant until = 0;          // use before
  std::vector<Owner> owners;  // never empty; by user ID

  bool isFor(std::string_view userId) const {
    return std::ranges::any_of(owners, [&](const Owner& owner) { return owner.userId == userId; });
  }
};

}  // namespace senkoi::server::store
