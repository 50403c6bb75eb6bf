#include "server/http/head_scanner.hpp"

#include <algorithm>
#include <cstring>

#include "server/http/ascii.hpp"

namespace senkoi::server::http {
namespace {

bool isControl(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
}

// The line without its CR LF.
bool isSound(std::span<const char> line) {
  bool sound = true;
  for (char const c : line) sound &= !isControl(c);  // without a branch, so that it is done many bytes at once
  return sound;
}

void lowerCaseName(std::span<char> line) {
  for (char& c : line) {
    if (c == ':') return;
    c = lowerCase(c);
  }
}

}  // namespace

HeadScanner::Result HeadScanner::scan(std::span<char> bytes) {
  while (lineStart_ < bytes.size()) {
    auto const rest = bytes.subspan(lineStart_);
    auto const* const lineFeed = static_cast<const char*>(std::memchr(rest.data(), '\n', rest.size()));
    if (!lineFeed) return Result::more;
    auto const length = static_cast<std::size_t>(lineFeed - rest.data());
    if (length == 0 || rest[length - 1] != '\r') return Result::malformed;
    auto const line = rest.first(length - 1);
    bool const first = lineStart_ == 0;
    lineStart_ += length + 1;
    if (line.empty()) return first ? Result::malformed : Result::complete;
    if (!isSound(line)) return Result::malformed;
    if (first) continue;
    if (line[0] == ' ' || line[0] == '\t') return Result::malformed;
    lowerCaseName(line);
  }
  return Result::more;
}

}  // namespace senkoi::server::http
