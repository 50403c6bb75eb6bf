// Whom a member of staff answers for: invites, sees among the staff, closes (S3, S4). Pure, thread-safe.
#pragma once

#include <optional>

#include "senkoi/codes/field.hpp"
#include "senkoi/codes/role.hpp"

namespace senkoi::workflow {

/// Where somebody stands; no field is the board's.
struct Post {
  Role role{};
  std::optional<Field> field;
};

/// The board for everybody, a society for the directors of its field, a director for nobody.
constexpr bool answersFor(Post const& who, Post const& whom) {
  if (who.role == Role::board) return true;
  return who.role == Role::society && whom.role == Role::director && whom.field == who.field;
}

}  // namespace senkoi::workflow
