#include "server/database/sqlite/log_cut.hpp"

#include <sqlite3.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace senkoi::server::store::sqlite {
namespace {

// https://www.sqlite.org/walformat.html: the log is a header and frames, each a header and a page; the index opens with
// two copies of its own header, and the lock of who writes is its first.
constexpr sqlite3_int64 logHeader = 32, frameHeader = 24;
constexpr int writeLock = 0, indexPiece = 32 * 1024;
constexpr int lockTries = 500, lockPause = 10;  // milliseconds

struct IndexHeader {
  std::uint32_t version, unused, changes;
  std::uint8_t initialized, bigEndian;
  std::uint16_t pageSize;  // 1: 65,536
  std::uint32_t frames, pages, checksumOfFrames[2], salt[2], checksum[2];
};
static_assert(sizeof(IndexHeader) == 48);

sqlite3_file* fileOf(sqlite3* database, int which) {
  sqlite3_file* file = nullptr;
  const int result = sqlite3_file_control(database, "main", which, &file);
  return result == SQLITE_OK && file != nullptr && file->pMethods != nullptr ? file : nullptr;
}

class WriteLock {
 public:
  explicit WriteLock(sqlite3_file* file) : file_(file) {
    for (int i = 0; i < lockTries && !held_; ++i) {
      held_ = file_->pMethods->xShmLock(file_, writeLock, 1, SQLITE_SHM_LOCK | SQLITE_SHM_EXCLUSIVE) == SQLITE_OK;
      if (!held_) sqlite3_sleep(lockPause);
    }
  }
  ~WriteLock() {
    if (held_) file_->pMethods->xShmLock(file_, writeLock, 1, SQLITE_SHM_UNLOCK | SQLITE_SHM_EXCLUSIVE);
  }
  WriteLock(const WriteLock&) = delete;
  WriteLock& operator=(const WriteLock&) = delete;

  explicit operator bool() const { return held_; }

 private:
  sqlite3_file* file_;
  bool held_ = false;
};

// Where the log ends by its index; negative where the index cannot be trusted: another process has died writing it.
sqlite3_int64 endOfLog(sqlite3_file* file) {
  void volatile* piece = nullptr;
  if (file->pMethods->xShmMap(file, 0, indexPiece, 0, &piece) != SQLITE_OK || piece == nullptr) return -1;
  std::array<std::array<std::byte, sizeof(IndexHeader)>, 2> twice{};
  std::memcpy(twice.data(), const_cast<const void*>(piece), sizeof twice);
  IndexHeader copy;
  std::memcpy(&copy, twice[0].data(), sizeof copy);
  if (twice[0] != twice[1] || copy.initialized == 0) return -1;
  if (copy.frames == 0) return 0;
  const sqlite3_int64 page = copy.pageSize == 1 ? 65'536 : copy.pageSize;
  return logHeader + sqlite3_int64{copy.frames} * (frameHeader + page);
}

}  // namespace

LogCut cutLog(sqlite3* database) noexcept {
  sqlite3_file* const file = fileOf(database, SQLITE_FCNTL_FILE_POINTER);
  sqlite3_file* const log = fileOf(database, SQLITE_FCNTL_JOURNAL_POINTER);
  if (file == nullptr || log == nullptr || file->pMethods->iVersion < 2) return LogCut::failed;
  const WriteLock lock(file);
  if (!lock) return LogCut::failed;
  const sqlite3_int64 end = endOfLog(file);
  sqlite3_int64 present = 0;
  if (end < 0 || log->pMethods->xFileSize(log, &present) != SQLITE_OK) return LogCut::failed;
  if (present > end && log->pMethods->xTruncate(log, end) != SQLITE_OK) return LogCut::failed;
  return log->pMethods->xSync(log, SQLITE_SYNC_NORMAL) == SQLITE_OK ? LogCut::durable : LogCut::cut;
}

}  // namespace senkoi::server::store::sqlite
