// A disk that fails on demand, preloaded into the served binary: stands before the C library's writing, reading,
// syncing and truncating of the files whose path begins as DISK_FAULTS_FILES says. What fails next stands in the file
// that DISK_FAULTS names, mapped by us and written by tests/faults/disk.js.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>

namespace {

enum Kind : std::uint32_t {
  none,
  syncFails,       // nothing is synced
  syncedButFails,  // it is synced, and said to have failed
  diskFull,        // nothing is written
  halfWritten,     // half of it is written, then the disk is full
  writeFails,      // nothing is written
  readFails,
  truncateFails,  // and the sync before it
};

struct Control {
  std::atomic<std::uint32_t> kind, after, times, shown;  // after so many calls of its sort, so many times
};

template <class Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

Control* control() {
  static Control* const mapped = [] {
    const char* const path = std::getenv("DISK_FAULTS");
    const int descriptor = path == nullptr ? -1 : ::open(path, O_RDWR | O_CLOEXEC);
    void* const memory = descriptor < 0
                             ? MAP_FAILED
                             : ::mmap(nullptr, sizeof(Control), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    if (descriptor >= 0) ::close(descriptor);
    return memory == MAP_FAILED ? nullptr : static_cast<Control*>(memory);
  }();
  return mapped;
}

bool watched(int descriptor) {
  static const char* const files = std::getenv("DISK_FAULTS_FILES");
  if (files == nullptr) return false;
  char link[64], path[512];
  std::size_t digits = sizeof link - 1;
  link[digits] = '\0';
  for (int rest = descriptor; rest > 0 || digits == sizeof link - 1; rest /= 10)
    link[--digits] = static_cast<char>('0' + rest % 10);
  constexpr char folder[] = "/proc/self/fd/";
  digits -= sizeof folder - 1;
  std::memcpy(link + digits, folder, sizeof folder - 1);
  const ssize_t size = ::readlink(link + digits, path, sizeof path);
  const std::size_t length = std::strlen(files);
  return size >= static_cast<ssize_t>(length) && std::memcmp(path, files, length) == 0;
}

// Whether this call is to fail: counted only where the armed kind is one of those that the caller asks for.
bool shows(int descriptor, Kind kind) {
  Control* const armed = control();
  if (armed == nullptr || armed->kind != kind || !watched(descriptor)) return false;
  for (std::uint32_t left = armed->after; left > 0;) {
    if (armed->after.compare_exchange_weak(left, left - 1)) return false;
  }
  for (std::uint32_t left = armed->times; left > 0;) {
    if (!armed->times.compare_exchange_weak(left, left - 1)) continue;
    ++armed->shown;
    return true;
  }
  return false;
}

int failing(int error) {
  errno = error;
  return -1;
}

template <class Sync>
int synced(Sync* sync, int descriptor) {
  if (shows(descriptor, syncFails) || shows(descriptor, truncateFails)) return failing(EIO);
  const int result = sync(descriptor);
  return shows(descriptor, syncedButFails) ? failing(EIO) : result;
}

}  // namespace

extern "C" {

int fdatasync(int descriptor) {
  static auto* const usual = next<int(int)>("fdatasync");
  return synced(usual, descriptor);
}

int fsync(int descriptor) {
  static auto* const usual = next<int(int)>("fsync");
  return synced(usual, descriptor);
}

ssize_t pwrite64(int descriptor, const void* from, size_t size, off64_t at) {
  static auto* const usual = next<ssize_t(int, const void*, size_t, off64_t)>("pwrite64");
  if (shows(descriptor, diskFull)) return failing(ENOSPC);
  if (shows(descriptor, writeFails)) return failing(EIO);
  if (shows(descriptor, halfWritten)) {
    usual(descriptor, from, size / 2, at);
    return failing(ENOSPC);
  }
  return usual(descriptor, from, size, at);
}

ssize_t pread64(int descriptor, void* to, size_t size, off64_t at) {
  static auto* const usual = next<ssize_t(int, void*, size_t, off64_t)>("pread64");
  return shows(descriptor, readFails) ? failing(EIO) : usual(descriptor, to, size, at);
}

int ftruncate64(int descriptor, off64_t size) noexcept {
  static auto* const usual = next<int(int, off64_t)>("ftruncate64");
  return shows(descriptor, truncateFails) ? failing(EIO) : usual(descriptor, size);
}

}  // extern "C"
