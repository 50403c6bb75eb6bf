// Who may use a database file (reliability 47): locks on FILE.lock beside it, which the kernel releases when their
// owner ends, however it ends. The file names the command that serves or replaces the database and its process; it
// stays when they are gone. Paths that lead to one file by symbolic links have one lock.
//
// Movable, not thread-safe. Descriptors of it do not outlive an exec.
#pragma once

#include <filesystem>
#include <string_view>
#include <utility>

namespace senkoi::server::store::sqlite {

class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor();
  Descriptor(Descriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;

  int get() const { return value_; }

 private:
  int value_;
};

class DatabaseLock {
 public:
  enum class Use {
    asking,     // reads, or one short write beside a server: any number, beside one that serves
    serving,    // one at a time
    replacing,  // alone: puts another file in its place, or changes its schema
  };

  // `command` as the operator typed it. Waits a moment for others to finish; then throws Failure with who holds it, and
  // for a file that has two names (hard links), whose second name would have a lock of its own.
  DatabaseLock(const std::filesystem::path& database, Use use, std::string_view command);

 private:
  Descriptor descriptor_;
};

}  // namespace senkoi::server::store::sqlite
