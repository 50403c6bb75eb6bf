#include "server/database/sqlite/lock.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <string>
#include <thread>
#include <utility>

#include "server/database/types.hpp"

namespace senkoi::server::store::sqlite {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

// Two bytes of the lock file: who serves holds the first, who replaces the file both, everybody shares the second.
constexpr off_t serverByte = 0, fileByte = 1;
constexpr std::chrono::milliseconds forServer = 500ms, forOthers = 5s, pause = 20ms;
constexpr mode_t ownerOnly = S_IRUSR | S_IWUSR;
constexpr int mostLinks = 40;  // as the kernel follows

[[noreturn]] void fail(const char* doing, const fs::path& path) {
  throw Failure("cannot " + std::string{doing} + ' ' + path.string() + ": " + std::strerror(errno));
}

// An open file description's lock: a thread's or a connection's closing of another descriptor does not release it.
bool take(int descriptor, short kind, off_t byte, std::chrono::milliseconds patience) {
  struct flock wanted {};
  wanted.l_type = kind;
  wanted.l_whence = SEEK_SET;
  wanted.l_start = byte;
  wanted.l_len = 1;
  for (std::chrono::milliseconds waited{0};; waited += pause) {
    if (::fcntl(descriptor, F_OFD_SETLK, &wanted) == 0) return true;
    if (errno != EAGAIN && errno != EACCES && errno != EINTR) return false;
    if (waited >= patience) {
      errno = EAGAIN;
      return false;
    }
    std::this_thread::sleep_for(pause);
  }
}

std::string holder(int descriptor) {
  std::array<char, 120> text{};
  const ssize_t size = ::pread(descriptor, text.data(), text.size(), 0);
  std::string said(text.data(), static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
  said.resize(std::min(said.find('\n'), said.size()));
  std::ranges::replace_if(
      said, [](unsigned char c) { return c < ' ' || c > '~'; }, '?');
  return said.empty() ? "another command" : said;
}

void name(int descriptor, std::string_view command) {
  const std::string text = "senkoi " + std::string{command} + " (process " + std::to_string(::getpid()) + ")\n";
  if (::ftruncate(descriptor, 0) != 0) return;  // who is refused is told "another command" then
  static_cast<void>(::pwrite(descriptor, text.data(), text.size(), 0) == static_cast<ssize_t>(text.size()));
}

// One file has one lock, whatever link names it; also a link to a file that is not there yet.
fs::path resolved(fs::path database) {
  std::error_code error;
  for (int links = 0; links < mostLinks && fs::is_symlink(database, error); ++links) {
    database = database.parent_path() / fs::read_symlink(database, error);
  }
  const fs::path path = fs::weakly_canonical(database, error);
  return error ? database : path;
}

// A lock that root makes is its database's owner's all the same, as the log beside it is.
void own(int descriptor, const struct stat& database) {
  if (::geteuid() == 0) static_cast<void>(::fchown(descriptor, database.st_uid, database.st_gid) == 0);
}

Descriptor open(const fs::path& path) {
  struct stat facts {};
  const bool there = ::stat(path.c_str(), &facts) == 0;
  if (there && S_ISDIR(facts.st_mode)) throw Failure(path.string() + " is a folder, not a database");
  if (there && S_ISREG(facts.st_mode) && facts.st_nlink > 1)
    throw Failure(path.string() + " has a second name (a hard link), under which it could be served twice: copy it");
  const fs::path lock = fs::path{path} += ".lock";
  Descriptor opened{::open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, ownerOnly)};
  if (opened.get() < 0) fail("open", lock);
  if (there) own(opened.get(), facts);
  return opened;
}

}  // namespace

Descriptor::~Descriptor() {
  if (value_ >= 0) ::close(value_);
}

DatabaseLock::DatabaseLock(const fs::path& database, Use use, std::string_view command)
    : descriptor_(open(resolved(database))) {
  const auto need = [&](short kind, off_t byte, std::chrono::milliseconds patience) {
    if (take(descriptor_.get(), kind, byte, patience)) return;
    if (errno != EAGAIN) fail("lock", database);
    const std::string who =
        byte == serverByte || use == Use::asking ? holder(descriptor_.get()) : "a command that reads it";
    throw Failure(database.string() + " is in use by " + who + ": try again when it has ended");
  };
  if (use != Use::asking) {
    need(F_WRLCK, serverByte, forServer);
    name(descriptor_.get(), command);
  }
  need(use == Use::replacing ? F_WRLCK : F_RDLCK, fileByte, forOthers);
}

}  // namespace senkoi::server::store::sqlite
