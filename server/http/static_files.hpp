// The built pages, read into memory at the start and served from there: what isn't in the map can't be had, whatever
// the path says. Immutable after construction.
//
// A symbolic link is served under its own name where it leads to a file of the folder, and not at all where it leads
// out of it; links to folders are not followed. Hidden files (a name in the path begins with a dot) are left out, but
// for /.well-known/ (RFC 8615).
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>

#include "server/http/message.hpp"

namespace senkoi::server::http {

class StaticFiles {
 public:
  StaticFiles() = default;  // none

  // Takes every regular file below the folder; name.br and name.gz beside a name are its compressed forms. Throws
  // std::filesystem::filesystem_error where the folder can't be read.
  explicit StaticFiles(const std::filesystem::path& folder);

  bool isEmpty() const { return files_.empty(); }

  // "/" is /index.html. What isn't there is /404.html with status 404, or an empty 404 without such a page.
  Response answer(const Request& request) const;

 private:
  struct File {
    Response plain, brotli, gzip;  // the last two without body where there is no such form
  };

  const File* find(std::string_view path) const;

  std::unordered_map<std::string, File> files_;
};

}  // namespace senkoi::server::http
