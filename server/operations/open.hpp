// Opens stores on a database. Everything throws store::Failure with a sentence for the operator.
#pragma once

#include <filesystem>
#include <memory>

#include "server/operations/row_hash.hpp"
#include "server/operations/store.hpp"

namespace senkoi::server::store {

// Makes or upgrades the file; `vfs` as sqlite::Database says. One writing store a file; a second process waits for its
// turn.
std::unique_ptr<Store> openWriting(const std::filesystem::path& file, const AuditKey& key = {},
                                   const char* vfs = nullptr);
// For reads alone; refuses a file whose schema isn't this program's.
std::unique_ptr<Store> openReading(const std::filesystem::path& file, const AuditKey& key = {});

// Upgrades to the newest schema (openWriting does the same): the version before and now.
struct Upgrade {
  int from, to;
};
Upgrade upgrade(const std::filesystem::path& file, const AuditKey& key = {});

// Whether the file is served with this key; true for one that no key was given to yet (reliability 47).
bool isServedWith(const std::filesystem::path& file, const AuditKey& key);

// Whether the file is there and has this program's schema.
bool hasNewestSchema(const std::filesystem::path& file);

// Whether the file holds what nobody reads or proves without its key: staff, or lines of the audit log.
bool needsItsKey(const std::filesystem::path& file);

}  // namespace senkoi::server::store
