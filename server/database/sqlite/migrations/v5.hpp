// Schema 5: when a recovery link was opened, so that a stranger's request does not end what its owner has begun
// (server/operations/store.hpp).
// Released: never edit, add the next version beside it.
#pragma once

namespace senkoi::server::store::sqlite::migrations {

inline constexpr char v5[] = R"sql(
ALTER TABLE recovery_link ADD COLUMN opened_at INTEGER;
ALTER TABLE staff_link ADD COLUMN opened_at INTEGER;
)sql";

}  // namespace senkoi::server::store::sqlite::migrations
