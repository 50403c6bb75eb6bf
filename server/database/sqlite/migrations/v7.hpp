// Schema 7: whose key a database is served with (reliability 47), and where its audit log ends (41). Both rows are put
// in by the program, which has the key, as it upgrades (server/operations/key_check.hpp, audit_log.hpp).
// Released: never edit, add the next version beside it.
#pragma once

namespace senkoi::server::store::sqlite::migrations {

inline constexpr char v7[] = R"sql(
CREATE TABLE key_check (                -- follows from the key and tells nothing of it
  one INTEGER PRIMARY KEY CHECK (one = 1),
  value BLOB NOT NULL
) STRICT;

CREATE TABLE audit_head (               -- of the last entry; moves on in the transaction that appends
  one INTEGER PRIMARY KEY CHECK (one = 1),
  number INTEGER NOT NULL,
  hash BLOB NOT NULL,
  code BLOB NOT NULL                    -- HMAC over both: nobody without the key sets it back to where it never stood
) STRICT;
)sql";

}  // namespace senkoi::server::store::sqlite::migrations
