// One SQLite connection with its prepared statements; the only place that calls SQLite for queries.
// Owned by one thread. Every error of the engine is thrown as store::Failure.
//
// Statements speak `$1`, `$2` … so that the same SQL serves PostgreSQL; each is prepared once and kept.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include "server/database/failure.hpp"
#include "server/database/hash.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace senkoi::server::store::sqlite {

using Blob = std::span<const std::uint8_t>;

[[noreturn]] void fail(sqlite3* database, std::string_view doing);

struct Prepared {
  struct End {
    void operator()(sqlite3_stmt*) const noexcept;
  };
  std::unique_ptr<sqlite3_stmt, End> statement;
  std::vector<int> positions;  // of $1, $2 … as SQLite counts them, by first appearance
  bool inUse = false;
};

// What becomes of bound texts: copied, or only referred to because the statement ends before they do.
enum class Bound { copied, referred };

// One run of a statement; rows are read column by column. Views live until the next row.
class Rows {
 public:
  Rows(sqlite3* database, Prepared& prepared, Bound bound);
  // Delegates, so that the statement is free again when a value cannot be bound.
  template <class... Values>
  requires(sizeof...(Values) > 0) Rows(sqlite3* database, Prepared& prepared, Bound bound, const Values&... values)
      : Rows(database, prepared, bound) {
    (bind(values), ...);
  }
  ~Rows();
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;

  bool next();
  bool null(int column) const;
  std::int64_t integer(int column) const;
  std::string_view text(int column) const;
  std::string string(int column) const { return std::string{text(column)}; }
  Hash hash(int column) const;  // zeros where the column holds anything but 32 bytes
  template <class Enumeration>
  Enumeration as(int column) const {
    return static_cast<Enumeration>(integer(column));
  }

  // The next free parameter; used where the values come from a form's table.
  template <class Value>
  Rows& bind(const Value& value);

 private:
  void bindNull();
  void bindInteger(std::int64_t value);
  void bindText(std::string_view value);
  void bindBlob(Blob value);
  int position();

  sqlite3* database_;
  Prepared& prepared_;
  Bound bound_;
  std::size_t next_ = 0;  // parameter to bind
};

class Database {
 public:
  enum class Access { write, read };
  static constexpr int waitForOthers = 5'000;  // milliseconds: backup or the command line may hold the lock

  // `vfs` names SQLite's way to files; null is the usual one (tests put a power cut there).
  Database(const std::filesystem::path& file, Access access, const char* vfs = nullptr);

  // Values: integers, enumerations, texts, hashes, optionals of these.
  template <class... Values>
  Rows query(std::string_view sql, const Values&... values) {
    return Rows{handle(), prepared(sql), Bound::copied, values...};
  }
  template <class... Values>
  void run(std::string_view sql, const Values&... values) {
    Rows rows{handle(), prepared(sql), Bound::referred, values...};
    while (rows.next()) {
    }
  }
  // The first column of the first row; none where there is no row or it is NULL.
  template <class... Values>
  std::optional<std::int64_t> number(std::string_view sql, const Values&... values) {
    Rows rows{handle(), prepared(sql), Bound::referred, values...};
    if (!rows.next() || rows.null(0)) return std::nullopt;
    return rows.integer(0);
  }

  void script(const std::string& sql);  // several statements, no parameters
  std::int64_t lastId() const;
  std::int64_t changed() const;  // rows by the last run
  bool inTransaction() const;
  void rollBack() noexcept;  // nothing where no transaction is open
  // Empties the write-ahead log, which holds earlier images of pages; false while a reader is in it.
  bool emptyLog();
  sqlite3* handle() const { return handle_.get(); }

 private:
  struct Closer {
    void operator()(sqlite3*) const noexcept;
  };
  struct TextHash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  Prepared& prepared(std::string_view sql);

  std::unique_ptr<sqlite3, Closer> handle_;
  // After the handle, so that statements end before the connection does.
  std::unordered_map<std::string, Prepared, TextHash, std::equal_to<>> statements_;
};

template <class Value>
Rows& Rows::bind(const Value& value) {
  if constexpr (requires { value.has_value(); }) {
    if (value) return bind(*value);
    bindNull();
  } else if constexpr (std::is_same_v<Value, Hash>) {
    bindBlob(value);
  } else if constexpr (std::is_enum_v<Value> || std::is_integral_v<Value>) {
    bindInteger(static_cast<std::int64_t>(value));
  } else {
    bindText(value);
  }
  return *this;
}

}  // namespace senkoi::server::store::sqlite
