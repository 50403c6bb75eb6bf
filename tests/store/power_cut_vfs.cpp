#include "tests/store/power_cut_vfs.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <new>
#include <sstream>

namespace senkoi::tests {
namespace {

using Fault = PowerCutVfs::Fault;

PowerCutVfs* present = nullptr;
sqlite3_vfs* usual = nullptr;
sqlite3_vfs layer;

// The usual file follows directly in memory.
struct File {
  sqlite3_file base;
  std::string* path;
};

sqlite3_file* below(sqlite3_file* file) {
  return reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + sizeof(File));
}
std::string& path(sqlite3_file* file) {
  return *reinterpret_cast<File*>(file)->path;
}

int close(sqlite3_file* file) {
  const int result = below(file)->pMethods->xClose(below(file));
  delete reinterpret_cast<File*>(file)->path;
  return result;
}
int read(sqlite3_file* file, void* to, int size, sqlite3_int64 at) {
  return below(file)->pMethods->xRead(below(file), to, size, at);
}
int write(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
  if (present->shows(Fault::diskFull)) return SQLITE_FULL;
  const bool log = path(file).ends_with("-wal");
  present->logWrites += log ? 1 : 0;
  present->written(path(file), at, {static_cast<const char*>(from), static_cast<std::size_t>(size)});
  const int result = below(file)->pMethods->xWrite(below(file), from, size, at);
  return log && present->shows(Fault::loggedButFails) ? SQLITE_IOERR_WRITE : result;
}
int truncate(sqlite3_file* file, sqlite3_int64 size) {
  if (present->truncateFails) return SQLITE_IOERR_TRUNCATE;
  present->truncated(path(file), size);
  return below(file)->pMethods->xTruncate(below(file), size);
}
int sync(sqlite3_file* file, int flags) {
  if (present->shows(Fault::syncFails)) return SQLITE_IOERR_FSYNC;
  present->synced(path(file));
  const int result = below(file)->pMethods->xSync(below(file), flags);
  return present->shows(Fault::syncedButFails) ? SQLITE_IOERR_FSYNC : result;
}
int size(sqlite3_file* file, sqlite3_int64* to) {
  return below(file)->pMethods->xFileSize(below(file), to);
}
int lock(sqlite3_file* file, int kind) {
  return below(file)->pMethods->xLock(below(file), kind);
}
int unlock(sqlite3_file* file, int kind) {
  return below(file)->pMethods->xUnlock(below(file), kind);
}
int locked(sqlite3_file* file, int* to) {
  return below(file)->pMethods->xCheckReservedLock(below(file), to);
}
int control(sqlite3_file* file, int operation, void* argument) {
  return below(file)->pMethods->xFileControl(below(file), operation, argument);
}
int sectorSize(sqlite3_file* file) {
  return below(file)->pMethods->xSectorSize(below(file));
}
int characteristics(sqlite3_file* file) {
  return below(file)->pMethods->xDeviceCharacteristics(below(file));
}
int shmMap(sqlite3_file* file, int page, int bytes, int extend, void volatile** to) {
  return below(file)->pMethods->xShmMap(below(file), page, bytes, extend, to);
}
int shmLock(sqlite3_file* file, int offset, int count, int flags) {
  return below(file)->pMethods->xShmLock(below(file), offset, count, flags);
}
void shmBarrier(sqlite3_file* file) {
  below(file)->pMethods->xShmBarrier(below(file));
}
int shmUnmap(sqlite3_file* file, int remove) {
  return below(file)->pMethods->xShmUnmap(below(file), remove);
}

constexpr sqlite3_io_methods methods{
    2,          close,           read,   write,   truncate,   sync,     size,    lock,   unlock, locked, control,
    sectorSize, characteristics, shmMap, shmLock, shmBarrier, shmUnmap, nullptr, nullptr};

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags) {
  file->pMethods = nullptr;
  const int result = usual->xOpen(usual, name, below(file), flags, outFlags);
  if (result != SQLITE_OK) return result;
  reinterpret_cast<File*>(file)->path = new std::string(name == nullptr ? "" : name);
  file->pMethods = &methods;
  present->opened(path(file));
  return SQLITE_OK;
}

int remove(sqlite3_vfs*, const char* name, int syncFolder) {
  present->removed(name);
  return usual->xDelete(usual, name, syncFolder);
}

std::string contentOf(const std::string& path) {
  std::ostringstream all;
  all << std::ifstream(path, std::ios::binary).rdbuf();
  return all.str();
}

}  // namespace

PowerCutVfs::PowerCutVfs() {
  present = this;
  usual = sqlite3_vfs_find(nullptr);
  layer = *usual;
  layer.zName = name;
  layer.szOsFile = static_cast<int>(sizeof(File)) + usual->szOsFile;
  layer.xOpen = open;
  layer.xDelete = remove;
  sqlite3_vfs_register(&layer, 0);
}

PowerCutVfs::~PowerCutVfs() {
  sqlite3_vfs_unregister(&layer);
  present = nullptr;
}

bool PowerCutVfs::shows(Fault which) {
  if (fault != which) return false;
  if (times == forever) return true;
  if (--times == 0) fault = Fault::none;
  return true;
}

void PowerCutVfs::opened(const std::string& path) {
  const std::lock_guard lock(mutex_);
  if (path.empty() || files_.contains(path)) return;
  const std::string content = contentOf(path);
  files_.emplace(path, File{content, content});
}

void PowerCutVfs::written(const std::string& path, std::int64_t at, std::string_view bytes) {
  const std::lock_guard lock(mutex_);
  File& file = files_[path];
  const auto from = static_cast<std::size_t>(at);
  if (file.seen.size() < from + bytes.size()) file.seen.resize(from + bytes.size());
  file.seen.replace(from, bytes.size(), bytes);
  file.dirtyFrom = std::min(file.dirtyFrom, from);
}

void PowerCutVfs::truncated(const std::string& path, std::int64_t size) {
  const std::lock_guard lock(mutex_);
  File& file = files_[path];
  file.seen.resize(static_cast<std::size_t>(size));
  file.dirtyFrom = std::min(file.dirtyFrom, static_cast<std::size_t>(size));
}

void PowerCutVfs::synced(const std::string& path) {
  const std::lock_guard lock(mutex_);
  File& file = files_[path];
  if (path.ends_with("-wal")) ++logSyncs;
  const std::size_t from = std::min({file.dirtyFrom, file.seen.size(), file.durable.size()});
  file.durable.resize(from);
  file.durable.append(file.seen, from);
  file.dirtyFrom = std::string::npos;
}

void PowerCutVfs::removed(const std::string& path) {
  const std::lock_guard lock(mutex_);
  files_.erase(path);
}

void PowerCutVfs::survivingFiles(const std::filesystem::path& folder) const {
  std::filesystem::create_directories(folder);
  const std::lock_guard lock(mutex_);
  for (const auto& [path, file] : files_) {
    std::ofstream(folder / std::filesystem::path(path).filename(), std::ios::binary) << file.durable;
  }
}

}  // namespace senkoi::tests
