// SQLite on a machine whose power may fail: what was written but not synced is lost. A layer over the usual file system
// that keeps, beside the real files, what a cut would leave of each. Also fails writes or syncs on demand (38).
// One at a time; all members may be called from any thread.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

struct sqlite3_vfs;

namespace senkoi::tests {

class PowerCutVfs {
 public:
  static constexpr const char* name = "power-cut";
  // The last two do what was asked and say that they failed: what a disk may have done when it reports an error.
  enum class Fault { none, diskFull, syncFails, syncedButFails, loggedButFails };

  PowerCutVfs();
  ~PowerCutVfs();

  std::atomic<Fault> fault = Fault::none;
  std::atomic<int> times = forever;  // the fault shows so often, then it is gone
  static constexpr int forever = -1;
  std::atomic<bool> truncateFails = false;
  std::atomic<std::uint64_t> logWrites = 0;
  bool shows(Fault which);                  // the layer's side: counts down
  std::atomic<std::uint64_t> logSyncs = 0;  // of the write-ahead log

  // Writes the files as a cut at this moment would leave them into `folder`.
  void survivingFiles(const std::filesystem::path& folder) const;

  // The layer's side: a file's content as the disk really holds it.
  void opened(const std::string& path);
  void written(const std::string& path, std::int64_t at, std::string_view bytes);
  void truncated(const std::string& path, std::int64_t size);
  void synced(const std::string& path);
  void removed(const std::string& path);

 private:
  struct File {
    std::string seen;     // by the process
    std::string durable;  // by the next start
    std::size_t dirtyFrom = std::string::npos;
  };
  mutable std::mutex mutex_;
  std::map<std::string, File> files_;
};

}  // namespace senkoi::tests
