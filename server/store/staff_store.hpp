// The part of the store that knows the staff: directors, society offices, the board (S1, S3, S4). Threads, errors and
// time as store.hpp says.
#pragma once

#include <string_view>

#include "server/store/records.hpp"

namespace senkoi::server::store {

class StaffStore {
 public:
  virtual ~StaffStore() = default;
};

}  // namespace senkoi::server::store
