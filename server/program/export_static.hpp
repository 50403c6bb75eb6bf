// The public answers as files, for a host that has no API: catalogue, figures, programs, notices and the season, each
// the very bytes that the API answers at this moment. Lists lie there compressed as well. Reads the database beside a
// server at work; each file is replaced as a whole, so a host may serve them meanwhile. Of the visitor's side alone:
// nothing of an account is read. One call, one thread.
#pragma once

#include <filesystem>

#include "server/base/configuration.hpp"

namespace senkoi::server {

// season.json, notices.json, {catalogue,figures,notices}/01.json … 19.json, programs/ID.json. Programs that are gone
// lose their file. Throws what the store and the file system throw.
void exportStatic(const Configuration& configuration, const std::filesystem::path& directory, Instant now);

}  // namespace senkoi::server
