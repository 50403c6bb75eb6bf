// Beast's parser with what Senkoi adds: views instead of copies, names that may stand only once, a limit for the body
// that comes after the route is known. Parses one message; construct anew for the next. Only RequestReader uses it.
#pragma once

#include <boost/beast/http/basic_parser.hpp>
#include <forward_list>
#include <string>
#include <string_view>

#include "server/http/message.hpp"

namespace senkoi::server::http {

class RequestParser : public boost::beast::http::basic_parser<true> {
 public:
  RequestParser(Request& request, std::string& body, std::size_t headLimit);

  void limitBody(std::size_t bytes) { bodyLimit_ = bytes; }
  std::string_view target() const { return target_; }
  bool expectsContinue() const { return expectsContinue_; }
  int version() const { return version_; }
  // The length that the head announced is above the limit: no need to wait for the body itself.
  bool promisesMoreThan(std::size_t limit) const { return content_length().value_or(0) > limit; }

 private:
  using Error = boost::beast::error_code;
  using View = boost::beast::string_view;
  using Field = boost::beast::http::field;

  void on_request_impl(boost::beast::http::verb, View method, View target, int version, Error&) override;
  void on_response_impl(int, View, int, Error&) override {}
  void on_field_impl(Field, View name, View value, Error&) override;
  void on_header_impl(Error&) override;
  void on_body_init_impl(boost::optional<std::uint64_t> const& length, Error&) override;
  std::size_t on_body_impl(View bytes, Error&) override;
  void on_chunk_header_impl(std::uint64_t, View, Error&) override {}
  std::size_t on_chunk_body_impl(std::uint64_t remaining, View bytes, Error&) override;
  void on_finish_impl(Error&) override {}

  bool isSound(Field field, std::string_view value);
  bool join(std::string_view name, std::string_view value);

  Request& request_;
  std::string& body_;
  std::string_view target_;
  std::forward_list<std::string> joined_;  // values of lists that came in several lines
  std::size_t bodyLimit_ = 0;
  int version_ = 11;
  bool headDone_ = false, expectsContinue_ = false;
};

}  // namespace senkoi::server::http
