#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <set>
#include <stdexcept>

#include "server/handlers/records.hpp"
#include "server/operations/open.hpp"
#include "server/program/commands.hpp"
#include "server/program/keyed_database.hpp"
#include "server/snapshot/compression.hpp"
#include "server/snapshot/snapshot.hpp"

namespace senkoi::server {
namespace {

namespace fs = std::filesystem;

constexpr int gzipOfFiles = 9;

// Written beside and then moved into place: who reads meanwhile gets the old file or the new one.
void putFile(const fs::path& path, std::string_view content) {
  fs::create_directories(path.parent_path());
  auto beside = path;
  beside += ".new";
  std::ofstream file(beside, std::ios::binary);
  file.write(content.data(), static_cast<std::streamsize>(content.size()));
  file.close();
  if (!file) throw std::runtime_error("cannot write " + beside.string() + ": " + std::strerror(errno));
  fs::rename(beside, path);
}

void putWithSuffix(fs::path path, const char* suffix, std::string_view content) {
  path += suffix;
  putFile(path, content);
}

// A list is worth its compressed copies; brotli at its strongest takes a moment, which nobody waits for here.
void putList(const fs::path& path, std::string_view content) {
  putFile(path, content);
  putWithSuffix(path, ".gz", snapshot::gzip(std::string{content}, gzipOfFiles));
  putWithSuffix(path, ".br", snapshot::brotli(std::string{content}));
}

std::string nameOf(std::int64_t program) {
  return std::to_string(program) + ".json";
}

void removeOthers(const fs::path& folder, const std::set<std::string>& names) {
  std::vector<fs::path> gone;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".json" && !names.contains(entry.path().filename().string()))
      gone.push_back(entry.path());
  for (const auto& path : gone) fs::remove(path);
}

std::size_t putPrograms(snapshot::Snapshot& snapshot, const std::vector<store::Program>& programs,
                        const fs::path& folder, Instant now) {
  std::set<std::string> names;
  fs::create_directories(folder);
  for (const auto& program : programs) {
    auto const page = snapshot.program(program.id, {}, now);
    if (page) putFile(folder / *names.insert(nameOf(program.id)).first, *page->body);
  }
  removeOthers(folder, names);
  return names.size();
}

void putField(snapshot::Snapshot& snapshot, Field field, const fs::path& directory, Instant now) {
  auto const name = std::string{digits(field).view()} + ".json";
  putList(directory / "catalogue" / name, *snapshot.catalogue(field, {}).body);
  putList(directory / "figures" / name, *snapshot.figures(field, {}, now).body);
  putList(directory / "notices" / name, *snapshot.notices(field, {}, now).body);
}

}  // namespace

void exportStatic(const Configuration& configuration, const fs::path& directory, Instant now) {
  boost::asio::io_context loop;
  auto const lock = lockForAsking(configuration.database, "export-static");
  refuseForeignKey(KeyedDatabase(configuration));
  auto const reading = store::openReading(configuration.database);
  snapshot::Snapshot snapshot(*reading, loop);
  for (unsigned field = 1; field <= fieldCount; ++field) putField(snapshot, static_cast<Field>(field), directory, now);
  putList(directory / "notices.json", *snapshot.notices(std::nullopt, {}, now).body);
  auto const count = putPrograms(snapshot, reading->programs(), directory / "programs", now);
  auto const season =
      json::answer(200, handlers::seasonRecord(snapshot.season(), snapshot.seats(), configuration, now, false));
  putList(directory / "season.json", *season.body);
  std::cout << count << " programs written to " << directory.string() << '\n';
}

}  // namespace senkoi::server
