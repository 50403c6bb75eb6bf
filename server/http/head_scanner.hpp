// Reads the lines of a request's head before the parser does, and refuses what a proxy in front might read otherwise:
// bare LF or CR, control characters, folded lines (RFC 9112, 2.2 and 5.2; reliability 32). Lower-cases field names in
// place. One a request; keeps only offsets, so the bytes may move between calls.
#pragma once

#include <cstddef>
#include <span>

namespace senkoi::server::http {

class HeadScanner {
 public:
  enum class Result { more, complete, malformed };

  // `bytes` is everything received of this request so far; lines seen before are not read again.
  Result scan(std::span<char> bytes);

  std::size_t size() const { return lineStart_; }         // once complete: of the head with its empty line
  bool hasRequestLine() const { return lineStart_ > 0; }  // the first line has ended

 private:
  std::size_t lineStart_ = 0;
};

}  // namespace senkoi::server::http
