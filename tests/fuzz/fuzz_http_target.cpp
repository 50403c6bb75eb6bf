// Bytes as the target of a request and as its query (reliability 29, 32). Beside memory errors it looks for what must
// never be: an accepted target with a NUL, a space or a fragment in it, a value that does not come back as it was sent.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "server/http/target.hpp"
#include "tests/fuzz/require.hpp"

namespace {

namespace http = senkoi::server::http;
using senkoi::fuzz::require;

constexpr std::string_view host = "senkoi.example";

void lookAtTarget(std::string_view text) {
  const auto target = http::splitTarget(text, host);
  if (!target) return;
  require(target->path == "*" || target->path.starts_with('/'));
  require(target->path.find_first_of("?#") == std::string_view::npos);
  for (const auto part : {target->path, target->query}) {
    require(std::ranges::all_of(part, [](char c) { return c > ' ' && c < 0x7f && c != '#'; }));
    const auto decoded = http::decode(part);
    require(decoded && decoded->find('\0') == std::string::npos && decoded->size() <= part.size());
  }
}

// As a browser encodes the value of a form's item; every byte escaped is the longest way to say the same.
std::string escaped(std::string_view value) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text;
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    text += {'%', digits[byte >> 4], digits[byte & 15]};
  }
  return text;
}

void lookAtQuery(std::string_view text) {
  http::queryValue(text, "name");
  http::queryValue(text, "");
  require(http::queryValue("first=1&name=" + escaped(text) + "&name=second", "name") == text);
  if (!http::decode(text)) require(text.find('%') != std::string_view::npos);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  lookAtTarget(text);
  lookAtTarget("http://" + std::string{host} + std::string{text});
  lookAtQuery(text);
  const bool visible = std::ranges::none_of(text, [](char c) { return c <= ' ' || c >= 0x7f; });
  if (http::isHost(text)) require(visible && !text.empty());
  return 0;
}
