// Who calls: what a session's cookie leads to. Values.
#pragma once

#include <string>

#include "server/operations/records.hpp"

namespace senkoi::server {

// A live session.
struct Caller {
  std::string userId;
  store::Hash session;
};

// A live session of a member of staff.
struct StaffCaller {
  store::Staff staff;
  store::Hash session;
};

}  // namespace senkoi::server
