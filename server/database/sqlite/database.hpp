// The SQLite driver: one connection with its prepared statements; the only place that calls SQLite for queries.
// Owned by one thread. Every error of the engine is thrown as Failure.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "server/database/connection.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace senkoi::server::store::sqlite {

[[noreturn]] void fail(sqlite3* database, std::string_view doing);

class PreparedStatement final : public Statement {
 public:
  PreparedStatement(sqlite3* database, std::string_view sql);
  ~PreparedStatement() override;

  void start(Bound bound) override;
  void end() noexcept override;
  void bindNull() override;
  void bindInteger(std::int64_t value) override;
  void bindText(std::string_view value) override;
  void bindBlob(Blob value) override;
  bool next() override;
  bool null(int column) const override;
  std::int64_t integer(int column) const override;
  std::string_view text(int column) const override;
  Blob blob(int column) const override;
  std::int64_t changed() const override;

 private:
  int position();

  sqlite3* database_;
  sqlite3_stmt* statement_ = nullptr;
  std::vector<int> positions_;  // of $1, $2 … as SQLite counts them, by first appearance
  std::size_t next_ = 0;        // parameter to bind
  Bound bound_ = Bound::copied;
  bool inUse_ = false;
};

class Database final : public Connection {
 public:
  enum class Access { write, read };
  static constexpr int waitForOthers = 5'000;  // milliseconds: backup or the command line may hold the lock

  // `vfs` names SQLite's way to files; null is the usual one (tests put a power cut there).
  Database(const std::filesystem::path& file, Access access, const char* vfs = nullptr);

  void beginWriting() override;  // Failure while the log has not been recovered after a failed commit
  void beginReading() override;
  // Where it throws, nothing of the transaction is there: neither for this process nor after a kill -9. Only where the
  // power fails before the disk takes a sync again may what was refused come back. Where the log cannot even be cut,
  // the process ends here, before anybody is answered (reliability 38).
  void commit() override;
  void rollBack() noexcept override;
  void savepoint() override;
  void releaseSavepoint() override;
  void rollBackToSavepoint() override;
  bool inTransaction() const override;
  std::int64_t othersCommits() override;
  // Empties the write-ahead log, which holds earlier images of pages; secure_delete clears the pages themselves.
  bool eraseDeleted() override;

  void script(const std::string& sql);  // several statements, no parameters
  sqlite3* handle() const { return handle_.get(); }

 private:
  struct Closer {
    void operator()(sqlite3*) const noexcept;
  };
  struct TextHash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  Statement& prepared(std::string_view sql) override;
  bool recoverLog();

  std::unique_ptr<sqlite3, Closer> handle_;
  bool logInDoubt_ = false;  // after a failed commit the disk has not yet confirmed where the log ends
  // After the handle, so that statements end before the connection does.
  std::unordered_map<std::string, PreparedStatement, TextHash, std::equal_to<>> statements_;
};

}  // namespace senkoi::server::store::sqlite
