// What offices do, in SQLite: programs, season, ceilings, release. A part of one SqliteStore, which owns it: the same
// connection, the same transaction, the same thread.
#pragma once

#include "server/store/office_store.hpp"
#include "server/store/sqlite/sqlite_store.hpp"

namespace senkoi::server::store::sqlite {

class SqliteOffices final : public OfficeStore {
 public:
  explicit SqliteOffices(SqliteStore& whole) : whole_(whole) {}

 private:
  SqliteStore& whole_;
};

}  // namespace senkoi::server::store::sqlite
