// Schema 6: a letter that was given up can be tried again (L4).
// Released: never edit, add the next version beside it.
#pragma once

namespace senkoi::server::store::sqlite::migrations {

inline constexpr char v6[] = R"sql(
-- When somebody last asked for it again; until then it has been tried since it was queued.
ALTER TABLE outbox ADD COLUMN retried_at INTEGER;
)sql";

}  // namespace senkoi::server::store::sqlite::migrations
