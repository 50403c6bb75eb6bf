// Structured logs: one JSON object a line on standard error, {"at", "level", "event", …}. Thread-safe.
// Never a token, a password, a mail address or a name: log the user ID or an incident instead (reliability 5).
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace senkoi::server::log {

struct Entry {
  std::string_view name;
  std::string value;
};

using Entries = std::initializer_list<Entry>;

// "debug", "info", "warn", "error", "off". Throws std::invalid_argument for any other.
void start(const std::string& level);

void debug(std::string_view event, Entries = {});
void info(std::string_view event, Entries = {});
void warn(std::string_view event, Entries = {});
void error(std::string_view event, Entries = {});

}  // namespace senkoi::server::log
