// Bytes in, requests out: the reading half of a connection without its socket, so that tests and fuzzers drive it.
// Owns the buffer that a request's views point into; they stay valid until next(). Beast's parser does the parsing, fed
// by lines that HeadScanner let through. Not thread-safe: belongs to one connection.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "senkoi/codes/code.hpp"
#include "server/http/head_scanner.hpp"
#include "server/http/message.hpp"
#include "server/http/request_parser.hpp"

namespace senkoi::server::http {

class RequestReader {
 public:
  enum class Step {
    needBytes,  // read into space(), tell took(), advance again
    headDone,   // request() has its head; call limitBody(), then advance again
    ready,      // request() is whole
    refused,    // answer refusal() and close: what follows in the stream can't be trusted
  };

  explicit RequestReader(std::size_t headLimit) : headLimit_(headLimit) {}
  RequestReader(const RequestReader&) = delete;
  RequestReader& operator=(const RequestReader&) = delete;

  std::span<char> space();  // where the next bytes go; never empty while needBytes
  void took(std::size_t count) { end_ += count; }
  Step advance();
  Step giveUp(Code code);  // refuses for a reason that lies outside: time, memory
  void limitBody(std::size_t bytes) { bodyLimit_ = bytes; }
  void next();  // forgets the request that was answered; bytes of the following one stay

  Request& request() { return request_; }
  Code refusal() const { return refusal_; }
  bool keepAlive() const { return keepAlive_; }
  bool isHttp10() const { return http10_; }
  bool wantsContinue() const;  // the client waits for 100 before it sends the body
  bool hasHead() const { return phase_ == Phase::body; }
  bool isIdle() const { return phase_ == Phase::head && begin_ == end_; }
  std::size_t bodySize() const { return body_.size(); }

 private:
  enum class Phase { head, body, done, refused };

  Step advanceHead();
  Step advanceBody();
  Step parseHead();
  void grow(std::size_t capacity);

  std::size_t const headLimit_;
  std::unique_ptr<char[]> buffer_;
  std::size_t capacity_ = 0, begin_ = 0, parsed_ = 0,
              end_ = 0;  // request's start, what the parser ate, what has arrived
  Phase phase_ = Phase::head;
  HeadScanner scanner_;
  std::optional<RequestParser> parser_;
  Request request_;
  std::string body_;
  std::size_t bodyLimit_ = 0;
  Code refusal_ = Code::ok;
  bool keepAlive_ = false, http10_ = false;
};

}  // namespace senkoi::server::http
