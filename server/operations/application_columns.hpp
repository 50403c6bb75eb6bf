// The columns of an application, for every statement that reads whole ones. Pure.
#pragma once

#include <string_view>

#include "server/database/connection.hpp"
#include "server/operations/records.hpp"

namespace senkoi::server::store {

inline constexpr int applicationColumnCount = 7;
inline constexpr std::string_view applicationColumns =
    "application.id, application.user_id, application.round, application.program, application.state,"
    " application.applied_at, application.changed_at";

// Columns 0 to 6, in that order.
inline Application readApplication(const Rows& row) {
  return {row.integer(0),
          row.string(1),
          static_cast<int>(row.integer(2)),
          row.integer(3),
          workflow::stateOf(row.text(4)).value_or(workflow::State::applied),
          row.integer(5),
          row.integer(6)};
}

}  // namespace senkoi::server::store
