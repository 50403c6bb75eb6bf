#include "server/http/static_files.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>

#include "server/http/negotiation.hpp"
#include "server/http/target.hpp"

namespace senkoi::server::http {
namespace {

namespace fs = std::filesystem;

struct Type {
  std::string_view extension, name;
};

constexpr std::array<Type, 16> types{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".wasm", "application/wasm"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".webp", "image/webp"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
    {".xml", "application/xml"},
    {".webmanifest", "application/manifest+json"},
}};

std::string_view typeOf(std::string_view name) {
  for (const auto& [extension, type] : types) {
    if (name.ends_with(extension)) return type;
  }
  return "application/octet-stream";
}

Body read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw fs::filesystem_error("cannot read", path, std::make_error_code(std::errc::io_error));
  return std::make_shared<const std::string>(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
}

// FNV-1a: names a content, protects nothing.
std::string tagOf(std::string_view content, std::string_view suffix) {
  std::uint64_t hash = 14695981039346656037u;
  for (char const c : content) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  std::array<char, 17> digits;
  std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(hash));
  return '"' + std::string{digits.data()} + std::string{suffix} + '"';
}

constexpr std::string_view embed = "/embed/";

// What lies in a version's folder of the embed, /embed/1.2.3/.
bool isEmbedded(std::string_view path) {
  return path.starts_with(embed) && path.find('/', embed.size()) != std::string_view::npos;
}

// The bundler puts a hash of the content into the name of everything below /assets, the embed its version into the
// path: such a file never changes.
std::string_view cachingOf(std::string_view path) {
  return path.starts_with("/assets/") || isEmbedded(path) ? "public, max-age=31536000, immutable" : "no-cache";
}

Response form(const std::string& path, const std::string& content, const fs::path& file, std::string_view coding) {
  Response response{200, typeOf(path), {}, {}};
  response.body = read(file);
  response.headers = {
      {"cache-control", std::string{cachingOf(path)}}, {"etag", tagOf(content, coding)}, {"vary", "accept-encoding"}};
  if (!coding.empty()) response.headers.emplace_back("content-encoding", coding);
  if (isEmbedded(path)) {  // for pages of any origin, which check its integrity (SRI needs CORS)
    response.headers.emplace_back("access-control-allow-origin", "*");
    response.headers.emplace_back("cross-origin-resource-policy", "cross-origin");
  }
  return response;
}

bool isCompressed(const fs::path& file) {
  return file.extension() == ".br" || file.extension() == ".gz";
}

bool isHidden(const fs::path& relative) {
  return std::ranges::any_of(
      relative, [](const fs::path& name) { return name.native().starts_with('.') && name != ".well-known"; });
}

// Wherever its links lead in the end.
bool isFileWithin(const fs::path& file, const fs::path& root) {
  std::error_code error;
  auto const target = fs::canonical(file, error);
  if (error || !fs::is_regular_file(target, error)) return false;
  return std::mismatch(root.begin(), root.end(), target.begin(), target.end()).first == root.end();
}

}  // namespace

StaticFiles::StaticFiles(const fs::path& folder) {
  auto const root = fs::canonical(folder);
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    auto const relative = entry.path().lexically_relative(root);
    if (isHidden(relative) || isCompressed(relative) || !isFileWithin(entry.path(), root)) continue;
    auto const path = "/" + relative.generic_string();
    auto const content = read(entry.path());
    auto const beside = [&](const char* extension, std::string_view coding) {
      auto const file = fs::path{entry.path().string() + extension};
      return isFileWithin(file, root) ? form(path, *content, file, coding) : Response{};
    };
    files_.emplace(path, File{form(path, *content, entry.path(), {}), beside(".br", "br"), beside(".gz", "gzip")});
  }
}

const StaticFiles::File* StaticFiles::find(std::string_view path) const {
  auto decoded = decode(path);
  if (!decoded) return nullptr;
  if (decoded->ends_with('/')) *decoded += "index.html";
  auto const found = files_.find(*decoded);
  return found == files_.end() ? nullptr : &found->second;
}

Response StaticFiles::answer(const Request& request) const {
  const auto* const file = find(request.path);
  if (!file) {
    const auto* const missing = find("/404.html");
    auto response = missing ? missing->plain : Response{};
    response.status = 404;
    return response;
  }
  if (file->brotli.body && accepts(request, "br")) return file->brotli;
  if (file->gzip.body && accepts(request, "gzip")) return file->gzip;
  return file->plain;
}

}  // namespace senkoi::server::http
