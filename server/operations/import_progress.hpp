// How far the imports are that are being carried out, by who asked for them: for the page that waits (S3, S4). Any
// thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string_view>

namespace senkoi::server::store {

enum class ImportPhase : std::uint8_t { waiting, reading, staging, finishing };

constexpr std::string_view name(ImportPhase phase) {
  constexpr std::string_view names[]{"waiting", "reading", "staging", "finishing"};
  return names[static_cast<std::size_t>(phase)];
}

class ImportProgress {
 public:
  struct Stand {
    ImportPhase phase = ImportPhase::waiting;
    std::size_t done = 0, rows = 0;  // of the phase; rows 0: not known yet
  };

  // One import of a member of staff, from when it is asked for to its answer. Two at once show the one that moved last.
  class Entry {
   public:
    Entry(ImportProgress& all, std::int64_t staff) : all_(all), staff_(staff) { tell({}); }
    ~Entry() { all_.remove(staff_); }
    Entry(const Entry&) = delete;
    Entry& operator=(const Entry&) = delete;
    void tell(Stand stand) { all_.set(staff_, stand); }

   private:
    ImportProgress& all_;
    std::int64_t staff_;
  };

  std::optional<Stand> of(std::int64_t staff) const {
    const std::lock_guard lock(mutex_);
    const auto found = stands_.find(staff);
    return found == stands_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  void set(std::int64_t staff, Stand stand) {
    const std::lock_guard lock(mutex_);
    stands_[staff] = stand;
  }
  void remove(std::int64_t staff) {
    const std::lock_guard lock(mutex_);
    stands_.erase(staff);
  }

  mutable std::mutex mutex_;
  std::map<std::int64_t, Stand> stands_;
};

}  // namespace senkoi::server::store
