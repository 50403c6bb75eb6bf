#include "server/metrics/process.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>

#include "server/metrics/family.hpp"

namespace senkoi::server::metrics {
namespace {

auto const began = std::chrono::system_clock::now();

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

double residentBytes() {
  std::uint64_t whole = 0, resident = 0;
  std::ifstream("/proc/self/statm") >> whole >> resident;
  return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE));
}

std::ptrdiff_t openFiles() {
  std::error_code error;
  std::filesystem::directory_iterator const files("/proc/self/fd", error);
  return error ? 0 : std::distance(begin(files), end(files)) - 1;  // without the one that reads them
}

}  // namespace

void addProcess(std::vector<prometheus::MetricFamily>& families) {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  rlimit files{};
  getrlimit(RLIMIT_NOFILE, &files);
  const std::chrono::duration<double> start = began.time_since_epoch();
  families.push_back(counter("process_cpu_seconds_total", "User and system CPU time.",
                             seconds(used.ru_utime) + seconds(used.ru_stime)));
  families.push_back(gauge("process_start_time_seconds", "Start of the process since the epoch.", start.count()));
  if (auto const bytes = residentBytes(); bytes > 0)
    families.push_back(gauge("process_resident_memory_bytes", "Resident memory.", bytes));
  if (auto const open = openFiles(); open > 0)
    families.push_back(gauge("process_open_fds", "Open file descriptors.", open));
  families.push_back(gauge("process_max_fds", "Most file descriptors that may be open.", files.rlim_cur));
}

}  // namespace senkoi::server::metrics
