#include "server/http/head_scanner.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "server/base/ascii.hpp"

namespace senkoi::server::http {
namespace {

bool isControl(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
}

constexpr std::uint64_t everyByte(std::uint64_t byte) {
  return 0x0101010101010101u * byte;
}

// Whether any of eight bytes may be a control character: the borrow of a subtraction reaches the top bit of each byte
// below 0x20, and of each that the exclusive or made zero. Tabs come along; who asks looks again.
bool mayHoldControl(const char* eight) {
  std::uint64_t bytes;
  std::memcpy(&bytes, eight, sizeof bytes);
  auto const deletes = bytes ^ everyByte(0x7f);
  auto const below = (bytes - everyByte(0x20)) & ~bytes, zero = (deletes - everyByte(0x01)) & ~deletes;
  return ((below | zero) & everyByte(0x80)) != 0;
}

// The line without its CR LF.
bool isSound(std::span<const char> line) {
  while (line.size() >= 8) {
    auto const eight = line.first(8);
    if (mayHoldControl(eight.data()) && std::ranges::any_of(eight, isControl)) return false;
    line = line.subspan(8);
  }
  return std::ranges::none_of(line, isControl);
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
