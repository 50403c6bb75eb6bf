#include "server/program/descriptors.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <stdexcept>
#include <string>

#include "server/base/log.hpp"

namespace senkoi::server {
namespace {

constexpr std::size_t others = 128;  // database, log, mail, the pages while they are read, metrics
constexpr std::size_t fewest = 16;   // connections worth a start

}  // namespace

std::size_t allowConnections(std::size_t wanted) {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return wanted;
  const rlim_t hard = limit.rlim_max, needed = wanted + others;
  limit.rlim_cur = std::min(hard, std::max(limit.rlim_cur, needed));
  setrlimit(RLIMIT_NOFILE, &limit);
  if (limit.rlim_cur >= needed) return wanted;
  const std::string allowed = std::to_string(limit.rlim_cur);
  if (limit.rlim_cur < others + fewest)
    throw std::runtime_error(
        "the system allows this process " + allowed +
        " open files, which is too few: raise its hard limit (LimitNOFILE= of systemd, ulimit -n)");
  const std::size_t room = limit.rlim_cur - others;
  log::warn("fewer_connections", {{"why", "the system allows this process " + allowed +
                                              " open files, fewer than --connections=" + std::to_string(wanted) +
                                              " needs: raise its hard limit (LimitNOFILE= of systemd, ulimit -n) to " +
                                              std::to_string(needed) + " or lower --connections"},
                                  {"connections", std::to_string(room)}});
  return room;
}

}  // namespace senkoi::server
