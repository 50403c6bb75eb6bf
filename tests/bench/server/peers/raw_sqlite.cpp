// bench-raw-sqlite FILE SCHEMA ROWS BATCH: applications straight into SQLite, so many a transaction, each durable
// before the next. Prints {"requests", "seconds", "cpu"}.
#include <sqlite3.h>
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace {

using Clock = std::chrono::steady_clock;

void require(bool right, sqlite3* database) {
  if (right) return;
  std::fprintf(stderr, "%s\n", sqlite3_errmsg(database));
  std::exit(1);
}

class Statement {
 public:
  Statement(sqlite3* database, const char* sql) : database_(database) {
    require(sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement_, nullptr) == SQLITE_OK,
            database);
  }
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  Statement& bind(int place, const std::string& text) {
    sqlite3_bind_text(statement_, place, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
    return *this;
  }
  Statement& bind(int place, sqlite3_int64 number) {
    sqlite3_bind_int64(statement_, place, number);
    return *this;
  }
  void run() {
    require(sqlite3_step(statement_) == SQLITE_DONE, database_);
    sqlite3_reset(statement_);
  }

 private:
  sqlite3* database_;
  sqlite3_stmt* statement_ = nullptr;
};

double cpuSeconds() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const auto seconds = [](timeval time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

void applyAll(sqlite3* database, long rows, long batch) {
  Statement begin(database, "BEGIN IMMEDIATE"), commit(database, "COMMIT");
  Statement insert(database,
                   "INSERT INTO application (user_id, round, program, state, applied_at) VALUES (?, 1, ?, 'applied', "
                   "1540436400000)");
  Statement count(database, "UPDATE program SET applicants = applicants + 1 WHERE id = ?");
  for (long done = 0; done < rows;) {
    begin.run();
    for (long i = 0; i < batch && done < rows; ++i, ++done) {
      const std::string user = std::to_string(done * 7919 % 1'000'000'007);
      insert.bind(1, user).bind(2, 1 + done * 31 % 3205).run();
      count.bind(1, 1 + done * 31 % 3205).run();
    }
    commit.run();
  }
}

}  // namespace

int main(int, char** arguments) {
  sqlite3* database = nullptr;
  require(sqlite3_open(arguments[1], &database) == SQLITE_OK, database);
  std::ifstream schema(arguments[2]);
  const std::string sql(std::istreambuf_iterator<char>(schema), {});
  require(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK, database);
  const long rows = std::atol(arguments[3]);
  const double cpu = cpuSeconds();
  const auto from = Clock::now();
  applyAll(database, rows, std::atol(arguments[4]));
  const std::chrono::duration<double> took = Clock::now() - from;
  std::printf("{\"requests\":%ld,\"seconds\":%f,\"cpu\":%f}\n", rows, took.count(), cpuSeconds() - cpu);
  sqlite3_close(database);
}
