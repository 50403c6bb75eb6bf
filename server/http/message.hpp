// What a handler sees of HTTP: a request as views into the connection's buffer, and a response as plain data.
// No Beast here; only the files beside this one that own sockets know it. Single-threaded: lives on the HTTP thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "senkoi/codes/instant.hpp"

namespace senkoi::server::http {

enum class Method : std::uint8_t { get, head, post, put, remove, options, other };

struct Header {
  std::string_view name;  // lower-cased by the parser
  std::string_view value;
};

// Views stay valid until the response of this request has been written.
struct Request {
  Method method = Method::get;
  std::string_view path;   // percent-encoded, without the query; always begins with '/'
  std::string_view query;  // without '?', still percent-encoded
  std::vector<Header> headers;
  std::string_view body;
  std::string peer;      // address of the client; from X-Forwarded-For only behind a proxy the operator named
  Instant received = 0;  // server's clock when the last byte had arrived: the time that every deadline is measured by

  // Empty where the header is missing; a name given twice joins by ", " only where RFC 9110 allows it, else the parser
  // refused.
  std::string_view header(std::string_view lowerCaseName) const;
  // Value of one cookie, empty where missing.
  std::string_view cookie(std::string_view name) const;
};

using Body = std::shared_ptr<const std::string>;

struct Response {
  int status = 200;
  std::string_view contentType;                                   // static storage
  Body body;                                                      // shared with caches; null = empty
  std::vector<std::pair<std::string_view, std::string>> headers;  // names lower-case, in static storage

  std::string_view header(std::string_view lowerCaseName) const;  // the first of that name; empty where missing
};

}  // namespace senkoi::server::http
