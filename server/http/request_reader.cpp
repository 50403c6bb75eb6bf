#include "server/http/request_reader.hpp"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <cstring>

#include "server/http/target.hpp"

namespace senkoi::server::http {
namespace {

constexpr std::size_t roomForBody = 4096;  // also the longest chunk header with its extensions
constexpr std::size_t firstCapacity = 8192;
constexpr std::size_t keptBody = 64 * 1024;  // a larger body's memory is given back

}  // namespace

std::span<char> RequestReader::space() {
  return {buffer_.get() + end_, capacity_ - end_};
}

RequestReader::Step RequestReader::advance() {
  switch (phase_) {
    case Phase::head:
      return advanceHead();
    case Phase::body:
      return advanceBody();
    case Phase::done:
      return Step::ready;
    case Phase::refused:
      break;
  }
  return Step::refused;
}

void RequestReader::next() {
  if (body_.capacity() > keptBody) body_ = {};
  body_.clear();
  request_.headers.clear();
  request_.body = request_.path = request_.query = {};
  parser_.reset();
  scanner_ = {};
  begin_ = parsed_;
  if (begin_ == end_) begin_ = end_ = 0;
  parsed_ = begin_;
  phase_ = Phase::head;
}

bool RequestReader::wantsContinue() const {
  return phase_ == Phase::body && !http10_ && parser_->expectsContinue() && parsed_ == end_;
}

// Nothing points into the buffer while a head is incomplete, so it may move and grow.
RequestReader::Step RequestReader::advanceHead() {
  switch (scanner_.scan({buffer_.get() + begin_, end_ - begin_})) {
    case HeadScanner::Result::malformed:
      return giveUp(Code::malformedRequest);
    case HeadScanner::Result::complete:
      if (scanner_.size() > headLimit_) return giveUp(Code::headersTooLarge);
      return parseHead();
    case HeadScanner::Result::more:
      break;
  }
  auto const arrived = end_ - begin_;
  if (arrived > headLimit_) return giveUp(scanner_.hasRequestLine() ? Code::headersTooLarge : Code::uriTooLong);
  if (end_ == capacity_) grow(std::max(firstCapacity, arrived * 2));
  return Step::needBytes;
}

RequestReader::Step RequestReader::parseHead() {
  if (capacity_ - begin_ - scanner_.size() < roomForBody) grow(scanner_.size() + roomForBody);
  parser_.emplace(request_, body_, headLimit_);
  boost::beast::error_code error;
  parser_->put(boost::asio::buffer(buffer_.get() + begin_, scanner_.size()), error);
  if (error || !parser_->is_header_done()) return giveUp(Code::malformedRequest);
  auto const target = splitTarget(parser_->target(), request_.header("host"));
  if (!target || (target->path == "*" && request_.method != Method::options)) return giveUp(Code::malformedRequest);
  request_.path = target->path;
  request_.query = target->query;
  keepAlive_ = parser_->keep_alive();
  http10_ = parser_->version() == 10;
  parsed_ = begin_ + scanner_.size();
  phase_ = Phase::body;
  return Step::headDone;
}

RequestReader::Step RequestReader::advanceBody() {
  parser_->limitBody(bodyLimit_);
  boost::beast::error_code error;
  while (!parser_->is_done() && parsed_ < end_ && !error) {
    parsed_ += parser_->put(boost::asio::buffer(buffer_.get() + parsed_, end_ - parsed_), error);
  }
  if (error == boost::beast::http::error::body_limit) return giveUp(Code::bodyTooLarge);
  if (error && error != boost::beast::http::error::need_more) return giveUp(Code::malformedRequest);
  if (parser_->is_done()) {
    request_.body = body_;
    phase_ = Phase::done;
    return Step::ready;
  }
  if (parser_->promisesMoreThan(bodyLimit_)) return giveUp(Code::bodyTooLarge);
  // What the parser ate is in body_; what it couldn't yet moves back to where the head ends.
  auto const headEnd = begin_ + scanner_.size();
  std::memmove(buffer_.get() + headEnd, buffer_.get() + parsed_, end_ - parsed_);
  end_ -= parsed_ - headEnd;
  parsed_ = headEnd;
  return end_ == capacity_ ? giveUp(Code::malformedRequest) : Step::needBytes;
}

RequestReader::Step RequestReader::giveUp(Code code) {
  refusal_ = code;
  keepAlive_ = false;
  phase_ = Phase::refused;
  return Step::refused;
}

// Also moves the request to the front.
void RequestReader::grow(std::size_t capacity) {
  auto const arrived = end_ - begin_;
  auto larger = std::make_unique_for_overwrite<char[]>(std::max(capacity, capacity_));
  if (arrived > 0) std::memcpy(larger.get(), buffer_.get() + begin_, arrived);
  capacity_ = std::max(capacity, capacity_);
  buffer_ = std::move(larger);
  begin_ = parsed_ = 0;
  end_ = arrived;
}

}  // namespace senkoi::server::http
