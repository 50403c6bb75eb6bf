// The part of the store that offices work with: programs, notices, the season, ceilings, release, statistics (S3, S4).
// Threads, errors and time as store.hpp says.
#pragma once

#include <string_view>

#include "server/store/records.hpp"

namespace senkoi::server::store {

class OfficeStore {
 public:
  virtual ~OfficeStore() = default;
};

}  // namespace senkoi::server::store
