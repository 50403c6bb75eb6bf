// The doors of the SQLite engine: opening stores on a file, backing it up while it serves, restoring, checking.
// Everything throws store::Failure with a sentence for the operator.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "server/store/sqlite/audit_key.hpp"
#include "server/store/store.hpp"

namespace senkoi::server::store::sqlite {

// Makes or upgrades the file. One writing store a file; a second process waits for its turn.
std::unique_ptr<Store> openWriting(const std::filesystem::path& file, const AuditKey& key = {});
// For reads alone; refuses a file whose schema isn't this program's.
std::unique_ptr<Store> openReading(const std::filesystem::path& file, const AuditKey& key = {});

// Upgrades to the newest schema (openWriting does the same): the version before and now.
struct Upgrade {
  int from, to;
};
Upgrade upgrade(const std::filesystem::path& file, const AuditKey& key = {});

// A copy of one moment, made while others read and write; `copy` must not exist. It appears whole or not at all.
void backUp(const std::filesystem::path& file, const std::filesystem::path& copy);

// Puts `copy` in the place of `file` once it has proved sound, and removes the -wal and -shm left there, which belonged
// to the replaced file (reliability 39). Nobody may serve `file` meanwhile: refused when someone does.
void restore(const std::filesystem::path& copy, const std::filesystem::path& file);

// Whether the file holds what nobody reads or proves without its key: staff, or lines of the audit log.
bool needsItsKey(const std::filesystem::path& file);

// "ok", or the engine's findings a line each.
std::string integrity(const std::filesystem::path& file);

}  // namespace senkoi::server::store::sqlite
