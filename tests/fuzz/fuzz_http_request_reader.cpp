// Bytes of a client through the whole reading of requests, cut into pieces by the first bytes of the input (reliability
// 29). Beside memory errors it looks for what must never be: a request whose path isn't one, a body above its limit, a
// control character in a field.
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "server/http/negotiation.hpp"
#include "server/http/request_reader.hpp"
#include "server/http/target.hpp"
#include "tests/fuzz/require.hpp"

namespace {

namespace http = senkoi::server::http;
using senkoi::fuzz::require;

constexpr std::size_t bodyLimit = 512;

bool hasControl(std::string_view text) {
  return std::ranges::any_of(text,
                             [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; });
}

void look(const http::Request& request) {
  require(request.path == "*" || request.path.starts_with('/'));
  require(request.body.size() <= bodyLimit);
  for (const auto& [name, value] : request.headers) require(!name.empty() && !hasControl(name) && !hasControl(value));
  require(request.header("content-length").empty() || request.header("transfer-encoding").empty());
  http::language(request);
  http::accepts(request, "br");
  http::hasAlready(request, "\"a\"");
  request.cookie("senkoi");
  http::decode(request.path);
  http::queryValue(request.query, "name");
}

// As a connection does. False once refused.
bool advance(http::RequestReader& reader) {
  while (true) {
    switch (reader.advance()) {
      case http::RequestReader::Step::needBytes:
        require(!reader.space().empty());
        return true;
      case http::RequestReader::Step::headDone:
        reader.limitBody(bodyLimit);
        break;
      case http::RequestReader::Step::ready:
        look(reader.request());
        reader.next();
        break;
      case http::RequestReader::Step::refused:
        require(!reader.keepAlive());
        return false;
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  std::size_t const piece = data[0] == 0 ? size : data[0];
  http::RequestReader reader(2048);
  bool going = advance(reader);
  for (std::size_t at = 1; going && at < size;) {
    auto const space = reader.space();
    auto const count = std::min({piece, size - at, space.size()});
    std::memcpy(space.data(), data + at, count);
    reader.took(count);
    at += count;
    going = advance(reader);
  }
  return 0;
}
