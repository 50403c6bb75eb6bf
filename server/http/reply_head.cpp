#include "server/http/reply_head.hpp"

#include <array>
#include <charconv>

namespace senkoi::server::http {
namespace {

// What the built pages need and nothing more: own files, compiled WebAssembly (CSP level 3), lit-html's one Trusted
// Types policy.
constexpr std::string_view pagePolicy =
    "content-security-policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src "
    "'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors "
    "'none'; "
    "require-trusted-types-for 'script'; trusted-types lit-html\r\n"
    "cross-origin-opener-policy: same-origin\r\n"
    "permissions-policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\r\n";

constexpr std::string_view dataPolicy = "content-security-policy: default-src 'none'; frame-ancestors 'none'\r\n";

constexpr std::string_view everywhere =
    "x-content-type-options: nosniff\r\n"
    "referrer-policy: no-referrer\r\n"
    "x-frame-options: DENY\r\n";

constexpr std::string_view transportSecurity = "strict-transport-security: max-age=63072000; includeSubDomains\r\n";

struct StatusLine {
  int status;
  std::string_view line;
};

constexpr std::array<StatusLine, 24> statusLines{{
    {200, "HTTP/1.1 200 OK\r\n"},
    {201, "HTTP/1.1 201 Created\r\n"},
    {202, "HTTP/1.1 202 Accepted\r\n"},
    {204, "HTTP/1.1 204 No Content\r\n"},
    {301, "HTTP/1.1 301 Moved Permanently\r\n"},
    {302, "HTTP/1.1 302 Found\r\n"},
    {303, "HTTP/1.1 303 See Other\r\n"},
    {304, "HTTP/1.1 304 Not Modified\r\n"},
    {400, "HTTP/1.1 400 Bad Request\r\n"},
    {401, "HTTP/1.1 401 Unauthorized\r\n"},
    {403, "HTTP/1.1 403 Forbidden\r\n"},
    {404, "HTTP/1.1 404 Not Found\r\n"},
    {405, "HTTP/1.1 405 Method Not Allowed\r\n"},
    {408, "HTTP/1.1 408 Request Timeout\r\n"},
    {409, "HTTP/1.1 409 Conflict\r\n"},
    {410, "HTTP/1.1 410 Gone\r\n"},
    {413, "HTTP/1.1 413 Content Too Large\r\n"},
    {414, "HTTP/1.1 414 URI Too Long\r\n"},
    {415, "HTTP/1.1 415 Unsupported Media Type\r\n"},
    {422, "HTTP/1.1 422 Unprocessable Content\r\n"},
    {429, "HTTP/1.1 429 Too Many Requests\r\n"},
    {431, "HTTP/1.1 431 Request Header Fields Too Large\r\n"},
    {500, "HTTP/1.1 500 Internal Server Error\r\n"},
    {503, "HTTP/1.1 503 Service Unavailable\r\n"},
}};

void appendNumber(std::string& out, std::size_t number) {
  std::array<char, 20> digits;
  auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), end);
}

void appendStatusLine(std::string& out, int status) {
  for (const auto& [known, line] : statusLines) {
    if (known == status) {
      out += line;
      return;
    }
  }
  out += "HTTP/1.1 ";
  appendNumber(out, static_cast<std::size_t>(status));
  out += " \r\n";  // the reason phrase may be empty (RFC 9112, 4)
}

void appendField(std::string& out, std::string_view name, std::string_view value) {
  out += name;
  out += ": ";
  out += value;
  out += "\r\n";
}

}  // namespace

ReplyHead::ReplyHead(bool https) : page_(everywhere), data_(everywhere) {
  if (https) page_ += transportSecurity, data_ += transportSecurity;
  page_ += pagePolicy;
  data_ += dataPolicy;
}

void ReplyHead::append(std::string& out, const Response& response, Framing framing) {
  appendStatusLine(out, response.status);
  out += date();
  out += response.contentType.starts_with("text/html") ? page_ : data_;
  if (response.header("cross-origin-resource-policy").empty()) out += "cross-origin-resource-policy: same-origin\r\n";
  if (!response.contentType.empty()) appendField(out, "content-type", response.contentType);
  for (const auto& [name, value] : response.headers) appendField(out, name, value);
  if (!framing.goesOn && response.status != 204 &&
      response.status != 304) {  // these two never have a body (RFC 9110, 8.6)
    out += "content-length: ";
    appendNumber(out, response.body ? response.body->size() : 0);
    out += "\r\n";
  }
  if (!framing.keepAlive) out += "connection: close\r\n";
  if (framing.keepAlive && framing.http10) out += "connection: keep-alive\r\n";
  out += "\r\n";
}

std::string_view ReplyHead::date() {
  auto const now = std::time(nullptr);
  if (now != dateSecond_) {
    std::tm utc{};
    gmtime_r(&now, &utc);
    std::array<char, 48> text;
    date_.assign(text.data(), std::strftime(text.data(), text.size(), "date: %a, %d %b %Y %H:%M:%S GMT\r\n", &utc));
    dateSecond_ = now;
  }
  return date_;
}

}  // namespace senkoi::server::http
