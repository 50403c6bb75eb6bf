// The port that operations speak: a connection to an engine, its prepared statements, the rows of an answer. A driver
// (sqlite/) implements Connection and Statement; nothing here knows an engine.
//
// A connection and all that it gives out belong to one thread. What the machine did (disk full, damaged file, lost
// server) is thrown as Failure. Statements speak `$1`, `$2` …; each is prepared once and kept.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "server/database/types.hpp"

namespace senkoi::server::store {

using Blob = std::span<const std::uint8_t>;

// What becomes of bound texts: copied, or only referred to because the statement ends before they do.
enum class Bound { copied, referred };

// How an enumeration is stored. `number`: as its value. `text`: by its name, with storedText(value) and
// readStored(text, value&) found beside it. An enumeration that nobody has decided on is neither bound nor read.
enum class Stored { undecided, number, text };
template <class Enumeration>
inline constexpr Stored storedAs = Stored::undecided;

// A prepared statement as a driver makes it. Used through Rows alone.
class Statement {
 public:
  virtual ~Statement() = default;

  virtual void start(Bound bound) = 0;  // Failure where it is running already
  virtual void end() noexcept = 0;      // forgets its values; free to start again

  // Each binds the next parameter.
  virtual void bindNull() = 0;
  virtual void bindInteger(std::int64_t value) = 0;
  virtual void bindText(std::string_view value) = 0;
  virtual void bindBlob(Blob value) = 0;

  virtual bool next() = 0;  // to the next row; false behind the last
  virtual bool null(int column) const = 0;
  virtual std::int64_t integer(int column) const = 0;
  virtual std::string_view text(int column) const = 0;  // empty for NULL
  virtual Blob blob(int column) const = 0;
  virtual std::int64_t changed() const = 0;  // rows that it inserted, changed or deleted; asked behind the last row
};

// One run of a statement; rows are read column by column. Views live until the next row.
class Rows {
 public:
  Rows(Statement& statement, Bound bound) : statement_(statement) { statement_.start(bound); }
  // Delegates, so that the statement is free again when a value cannot be bound.
  template <class... Values>
  requires(sizeof...(Values) > 0) Rows(Statement& statement, Bound bound, const Values&... values)
      : Rows(statement, bound) {
    (bind(values), ...);
  }
  ~Rows() { statement_.end(); }
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;

  bool next() { return statement_.next(); }
  std::int64_t changed() const { return statement_.changed(); }
  bool null(int column) const { return statement_.null(column); }
  std::int64_t integer(int column) const { return statement_.integer(column); }
  std::string_view text(int column) const { return statement_.text(column); }
  std::string string(int column) const { return std::string{text(column)}; }
  // Zeros where the column holds anything but 32 bytes.
  Hash hash(int column) const {
    Hash read{};
    const Blob blob = statement_.blob(column);
    if (blob.size() == read.size()) std::ranges::copy(blob, read.begin());
    return read;
  }
  template <class Enumeration>
  Enumeration as(int column) const {
    Enumeration value{};
    read(column, value);
    return value;
  }
  // What stands in a column; an optional is none for NULL, a text that names no value leaves it as it was.
  template <class Value>
  void read(int column, Value& value) const;

  // The next free parameter; used where the values come from a form's table.
  template <class Value>
  Rows& bind(const Value& value);

 private:
  Statement& statement_;
};

class Connection {
 public:
  virtual ~Connection() = default;

  // Values: integers, enumerations, texts, hashes, optionals of these.
  template <class... Values>
  Rows query(std::string_view sql, const Values&... values) {
    return Rows{prepared(sql), Bound::copied, values...};
  }
  // How many rows it inserted, changed or deleted.
  template <class... Values>
  std::int64_t run(std::string_view sql, const Values&... values) {
    Rows rows{prepared(sql), Bound::referred, values...};
    while (rows.next()) {
    }
    return rows.changed();
  }
  // The first column of the first row; none where there is no row or it is NULL. An INSERT … RETURNING id is one, too.
  template <class... Values>
  std::optional<std::int64_t> number(std::string_view sql, const Values&... values) {
    Rows rows{prepared(sql), Bound::referred, values...};
    if (!rows.next() || rows.null(0)) return std::nullopt;
    const std::int64_t first = rows.integer(0);
    while (rows.next()) {
    }
    return first;
  }
  // The id of a row that is inserted by a statement that ends with RETURNING id.
  template <class... Values>
  std::int64_t insert(std::string_view sql, const Values&... values) {
    return number(sql, values...).value();
  }

  // --- a batch: one durable transaction, the only one that writes. Savepoints do not nest.
  virtual void beginWriting() = 0;
  virtual void beginReading() = 0;       // all that is read until the end is of one moment
  virtual void commit() = 0;             // durable when it returns
  virtual void rollBack() noexcept = 0;  // nothing where no transaction is open
  virtual void savepoint() = 0;
  virtual void releaseSavepoint() = 0;
  virtual void rollBackToSavepoint() = 0;
  virtual bool inTransaction() const = 0;

  // A number that another connection's commit changes; what was kept of the database's content is stale then.
  virtual std::int64_t othersCommits() = 0;
  // Takes out what the engine still holds of deleted rows (reliability 42). False where a reader is in the way.
  virtual bool eraseDeleted() = 0;

 private:
  virtual Statement& prepared(std::string_view sql) = 0;
};

template <class Value>
Rows& Rows::bind(const Value& value) {
  if constexpr (requires { value.has_value(); }) {
    if (value) return bind(*value);
    statement_.bindNull();
  } else if constexpr (std::is_same_v<Value, Hash>) {
    statement_.bindBlob(value);
  } else if constexpr (std::is_enum_v<Value>) {
    static_assert(storedAs<Value> != Stored::undecided, "say how this enumeration is stored");
    if constexpr (storedAs<Value> == Stored::text) {
      statement_.bindText(storedText(value));
    } else {
      statement_.bindInteger(static_cast<std::int64_t>(value));
    }
  } else if constexpr (std::is_integral_v<Value>) {
    statement_.bindInteger(static_cast<std::int64_t>(value));
  } else {
    statement_.bindText(value);
  }
  return *this;
}

template <class Value>
void Rows::read(int column, Value& value) const {
  if constexpr (requires { value.has_value(); }) {
    if (null(column)) {
      value.reset();
    } else {
      read(column, value.emplace());
    }
  } else if constexpr (std::is_same_v<Value, Hash>) {
    value = hash(column);
  } else if constexpr (std::is_enum_v<Value>) {
    static_assert(storedAs<Value> != Stored::undecided, "say how this enumeration is stored");
    if constexpr (storedAs<Value> == Stored::text) {
      readStored(text(column), value);
    } else {
      value = static_cast<Value>(integer(column));
    }
  } else if constexpr (std::is_same_v<Value, bool>) {
    value = integer(column) != 0;
  } else if constexpr (std::is_integral_v<Value>) {
    value = static_cast<Value>(integer(column));
  } else {
    value = string(column);
  }
}

}  // namespace senkoi::server::store
