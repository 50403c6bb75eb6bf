// Bytes as the Cookie header (reliability 16, 29). Beside memory errors it looks for what must never be: a value that
// is no part of the header or reaches into the next cookie, a session hidden or made by what stands before it.
#include <cstdint>
#include <string>
#include <string_view>

#include "server/http/message.hpp"
#include "tests/fuzz/require.hpp"

namespace {

namespace http = senkoi::server::http;
using senkoi::fuzz::require;

constexpr std::string_view session = "__Host-senkoi";

std::string_view cookieIn(std::string_view header, std::string_view name) {
  http::Request request;
  request.headers.push_back({"cookie", header});
  return request.cookie(name);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view header{reinterpret_cast<const char*>(data), size};
  const auto found = cookieIn(header, session);
  require(found.find(';') == std::string_view::npos);
  if (!found.empty()) {
    require(found.data() >= header.data() + session.size() + 1 && found.data() + found.size() <= header.data() + size);
    require(std::string_view{found.data() - session.size() - 1, session.size() + 1} == std::string{session} + '=');
  }
  const std::string pair = std::string{session} + "=";
  if (header.find(pair) == std::string_view::npos) {
    require(found.empty());
    require(cookieIn(std::string{header} + "; " + pair + "token", session) == "token");
  }
  require(cookieIn(pair + "token; " + std::string{header}, session) == "token");
  return 0;
}
