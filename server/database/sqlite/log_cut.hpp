// What a failed commit leaves in SQLite's write-ahead log. The frames and their commit mark may stand there whole
// though the sync failed: no connection sees them, as the log's index was not moved on, but recovery after a crash
// reads the log itself and would carry out what was refused (reliability 38).
#pragma once

struct sqlite3;

namespace senkoi::server::store::sqlite {

enum class LogCut {
  durable,  // the log ends where the index says, on the disk, too
  cut,      // it ends there for this machine's next process, but the disk did not confirm it
  failed,   // what was refused may still stand in it
};

// Cuts everything off the log that its index does not know. For a connection in WAL mode, outside a transaction; takes
// the log's write lock meanwhile, and waits some seconds for another process that holds it. Never throws.
LogCut cutLog(sqlite3* database) noexcept;

}  // namespace senkoi::server::store::sqlite
