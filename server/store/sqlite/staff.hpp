// The staff in SQLite: accounts, invitations, sessions. A part of one SqliteStore, which owns it: the same connection,
// the same transaction, the same thread.
#pragma once

#include "server/store/sqlite/sqlite_store.hpp"
#include "server/store/staff_store.hpp"

namespace senkoi::server::store::sqlite {

class SqliteStaff final : public StaffStore {
 public:
  explicit SqliteStaff(SqliteStore& whole) : whole_(whole) {}

 private:
  SqliteStore& whole_;
};

}  // namespace senkoi::server::store::sqlite
