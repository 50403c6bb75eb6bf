// What an operator does with a database file: backing it up while it serves, restoring, checking.
// Everything throws store::Failure with a sentence for the operator.
#pragma once

#include <filesystem>
#include <string>

namespace senkoi::server::store::sqlite {

// A copy of one moment, made while others read and write; `copy` must not exist. It appears whole or not at all.
void backUp(const std::filesystem::path& file, const std::filesystem::path& copy);

// Puts `copy` in the place of `file` once it has proved sound, and removes the -wal and -shm left there, which belonged
// to the replaced file (reliability 39). Nobody may serve `file` meanwhile: refused when someone does.
void restore(const std::filesystem::path& copy, const std::filesystem::path& file);

// "ok", or the engine's findings a line each.
std::string integrity(const std::filesystem::path& file);

}  // namespace senkoi::server::store::sqlite
