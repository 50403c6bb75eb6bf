#include "server/http/request_parser.hpp"

#include <algorithm>
#include <array>

#include "server/base/ascii.hpp"
#include "server/http/target.hpp"

namespace senkoi::server::http {
namespace {

namespace beast = boost::beast::http;

constexpr std::size_t mostFields = 100;

std::string_view view(boost::beast::string_view text) {
  return {text.data(), text.size()};
}

Method methodOf(beast::verb verb) {
  switch (verb) {
    case beast::verb::get:
      return Method::get;
    case beast::verb::head:
      return Method::head;
    case beast::verb::post:
      return Method::post;
    case beast::verb::put:
      return Method::put;
    case beast::verb::delete_:
      return Method::remove;
    case beast::verb::options:
      return Method::options;
    default:
      return Method::other;
  }
}

// Fields that the server reads and that are lists, so that several lines mean one (RFC 9110, 5.3).
bool isList(std::string_view name) {
  constexpr std::array<std::string_view, 6> lists{
      "accept",         "accept-encoding", "accept-language", "if-none-match", "access-control-request-headers",
      "x-forwarded-for"};
  return std::ranges::find(lists, name) != lists.end();
}

// Fields that the server reads and that may stand once: two of them are two opinions about one request.
bool isSingle(std::string_view name) {
  constexpr std::array<std::string_view, 11> singles{"content-length",
                                                     "transfer-encoding",
                                                     "host",
                                                     "content-type",
                                                     "origin",
                                                     "cookie",
                                                     "expect",
                                                     "idempotency-key",
                                                     "x-senkoi-acting-for",
                                                     "content-encoding",
                                                     "access-control-request-method"};
  return std::ranges::find(singles, name) != singles.end();
}

}  // namespace

RequestParser::RequestParser(Request& request, std::string& body, std::size_t headLimit)
    : request_(request), body_(body) {
  eager(false);
  header_limit(static_cast<std::uint32_t>(headLimit));
  body_limit(boost::none);  // bodyLimit_ below counts instead
}

void RequestParser::on_request_impl(beast::verb verb, View, View target, int version, Error&) {
  request_.method = methodOf(verb);
  target_ = view(target);
  version_ = version;
}

void RequestParser::on_field_impl(Field field, View nameText, View valueText, Error& error) {
  if (headDone_) return;  // trailers say nothing that is heard
  auto const name = view(nameText), value = view(valueText);
  bool const counts = isSingle(name) || isList(name);
  bool const again = counts && std::ranges::find(request_.headers, name, &Header::name) != request_.headers.end();
  if (request_.headers.size() == mostFields || !isSound(field, value) || (again && !join(name, value))) {
    error = beast::error::bad_field;
    return;
  }
  if (!again) request_.headers.push_back({name, value});
}

// What Beast lets through and Senkoi doesn't: lists of lengths, codings beside chunked, chunked in HTTP/1.0, odd hosts.
bool RequestParser::isSound(Field field, std::string_view value) {
  switch (field) {
    case Field::content_length:
      return !value.empty() && std::ranges::all_of(value, isDigit);
    case Field::transfer_encoding:
      return version_ == 11 && equalsIgnoringCase(value, "chunked");
    case Field::host:
      return isHost(value);
    case Field::expect:
      expectsContinue_ = equalsIgnoringCase(value, "100-continue");
      return expectsContinue_;
    default:
      return true;
  }
}

bool RequestParser::join(std::string_view name, std::string_view value) {
  if (!isList(name)) return false;
  auto& first = *std::ranges::find(request_.headers, name, &Header::name);
  joined_.push_front(std::string{first.value} + (first.value.empty() ? "" : ", ") + std::string{value});
  first.value = joined_.front();
  return true;
}

void RequestParser::on_header_impl(Error& error) {
  headDone_ = true;
  if (version_ == 11 && request_.header("host").empty()) error = beast::error::bad_field;
}

void RequestParser::on_body_init_impl(boost::optional<std::uint64_t> const& length, Error& error) {
  if (!length) return;
  if (*length > bodyLimit_) {
    error = beast::error::body_limit;
    return;
  }
  body_.reserve(std::min<std::size_t>(*length, 64 * 1024));  // what arrives counts, not what is promised
}

std::size_t RequestParser::on_body_impl(View bytes, Error& error) {
  if (bytes.size() > bodyLimit_ - body_.size()) {
    error = beast::error::body_limit;
    return 0;
  }
  body_.append(bytes.data(), bytes.size());
  return bytes.size();
}

std::size_t RequestParser::on_chunk_body_impl(std::uint64_t, View bytes, Error& error) {
  return on_body_impl(bytes, error);
}

}  // namespace senkoi::server::http
