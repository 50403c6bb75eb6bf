#include "server/base/log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <nlohmann/json.hpp>
#include <stdexcept>

namespace senkoi::server::log {
namespace {

// The members of the line after those that spdlog's pattern writes.
std::string members(std::string_view event, Entries entries) {
  nlohmann::ordered_json object{{"event", event}};
  for (const auto& [name, value] : entries) object[std::string{name}] = value;
  auto const text = object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  return text.substr(1);
}

void write(spdlog::level::level_enum level, std::string_view event, Entries entries) {
  if (spdlog::should_log(level)) spdlog::log(level, members(event, entries));
}

}  // namespace

void start(const std::string& level) {
  auto const parsed = spdlog::level::from_str(level);
  if (parsed == spdlog::level::off && level != "off") throw std::invalid_argument("no such log level: " + level);
  spdlog::set_default_logger(
      std::make_shared<spdlog::logger>("senkoi", std::make_shared<spdlog::sinks::stderr_sink_mt>()));
  spdlog::set_pattern(R"({"at":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v)", spdlog::pattern_time_type::utc);
  spdlog::set_level(parsed);
  spdlog::flush_on(spdlog::level::info);
}

void debug(std::string_view event, Entries entries) {
  write(spdlog::level::debug, event, entries);
}
void info(std::string_view event, Entries entries) {
  write(spdlog::level::info, event, entries);
}
void warn(std::string_view event, Entries entries) {
  write(spdlog::level::warn, event, entries);
}
void error(std::string_view event, Entries entries) {
  write(spdlog::level::err, event, entries);
}

}  // namespace senkoi::server::log
