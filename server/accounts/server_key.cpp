// The server's key file: made once, never sent anywhere, kept apart from the database.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <stdexcept>

#include "server/accounts/secrets.hpp"

namespace senkoi::server::accounts {
namespace {

struct Descriptor {
  int value;
  ~Descriptor() {
    if (value >= 0) ::close(value);
  }
};

[[noreturn]] void fail(const std::filesystem::path& path, const char* what) {
  throw std::runtime_error(path.string() + ": " + what + (errno != 0 ? std::string(": ") + std::strerror(errno) : ""));
}

// A name of this process's own, gone when it is done with it.
struct Draft {
  explicit Draft(const std::filesystem::path& of) : path(of.string() + ".XXXXXX") {
    descriptor.value = ::mkostemp(path.data(), O_CLOEXEC);
  }
  ~Draft() {
    if (descriptor.value >= 0) ::unlink(path.c_str());
  }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  std::string path;
  Descriptor descriptor{-1};
};

void makeNameDurable(const std::filesystem::path& path) {
  const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  const Descriptor directory{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (directory.value < 0 || ::fsync(directory.value) != 0) fail(path, "cannot make the server key durable");
}

// Written under another name and linked into place: a crash leaves a whole key or none, and of two that start at once
// the first one's key stands for both, as link(2) replaces nothing.
void make(const std::filesystem::path& path) {
  const Draft draft(path);
  if (draft.descriptor.value < 0) fail(path, "cannot make the server key");
  ServerKey key;
  systemRandom()(key);
  if (::write(draft.descriptor.value, key.data(), key.size()) != static_cast<ssize_t>(key.size()) ||
      ::fsync(draft.descriptor.value) != 0)
    fail(path, "cannot write the server key");
  if (::link(draft.path.c_str(), path.c_str()) != 0 && errno != EEXIST) fail(path, "cannot place the server key");
  makeNameDurable(path);
}

// systemd may let a service read a credential by an access control list, whose mask stands where a group's rights do.
bool isCredential(const std::filesystem::path& path) {
  const char* const folder = std::getenv("CREDENTIALS_DIRECTORY");
  return folder != nullptr && path.parent_path() == folder;
}

}  // namespace

ServerKey serverKey(const std::filesystem::path& path) {
  errno = 0;
  if (::access(path.c_str(), F_OK) != 0) make(path);
  const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)};
  if (file.value < 0) fail(path, "cannot read the server key");
  struct stat facts {};
  if (::fstat(file.value, &facts) != 0) fail(path, "cannot read the server key");
  errno = 0;
  const mode_t others = isCredential(path) ? S_IRWXO : S_IRWXG | S_IRWXO;
  if ((facts.st_mode & others) != 0) fail(path, "the server key is open to others (chmod 600)");
  ServerKey key;
  if (facts.st_size != static_cast<off_t>(key.size()) ||
      ::read(file.value, key.data(), key.size()) != static_cast<ssize_t>(key.size()))
    fail(path, "is not a server key of 32 bytes");
  return key;
}

}  // namespace senkoi::server::accounts
