// Put before SQLite (LD_PRELOAD), what asks for synchronous = FULL gets NORMAL: the log is synchronised before a
// checkpoint, not before an answer.
#include <dlfcn.h>
#include <sqlite3.h>

#include <string>
#include <string_view>

extern "C" int sqlite3_exec(sqlite3* database, const char* sql, int (*each)(void*, int, char**, char**), void* with,
                            char** error) {
  constexpr std::string_view full = "synchronous = FULL";
  static auto* const next = reinterpret_cast<decltype(&sqlite3_exec)>(dlsym(RTLD_NEXT, "sqlite3_exec"));
  std::string text{sql};
  if (const auto at = text.find(full); at != std::string::npos) text.replace(at, full.size(), "synchronous = NORMAL");
  return next(database, text.c_str(), each, with, error);
}
