// A JSON answer made once and given often: its body plain, gzipped when first asked for so where that is soon done, and
// as someone has packed it off the HTTP thread. Each variant has an entity tag of its own, drawn from the content (RFC
// 9110, 8.8.3): what doesn't differ has the same tag, so that no tag tells more than the body (28). Lives on the HTTP
// thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "server/http/message.hpp"

namespace senkoi::server::snapshot {

class CachedAnswer {
 public:
  // `cacheControl` in static storage.
  CachedAnswer(std::string body, std::string_view cacheControl, int gzipLevel);

  http::Response response(const http::Request& request);

  http::Body body() const { return plain_; }
  bool saysTheSameAs(const CachedAnswer& other) const { return tag_ == other.tag_; }
  // Whether it was not asked for before: it is packed once.
  bool beginPacking() { return !std::exchange(packing_, true); }
  int gzipLevel() const { return gzipLevel_; }
  void setPacked(std::string gzipped, std::string brotli) {
    gzip_ = std::make_shared<const std::string>(std::move(gzipped));
    brotli_ = std::make_shared<const std::string>(std::move(brotli));
  }
  std::size_t bytes() const;  // of memory, about

 private:
  http::Response variant(const http::Body& body, std::string_view coding) const;

  http::Body plain_, gzip_, brotli_;
  std::string tag_;
  std::string_view cacheControl_;
  int gzipLevel_;
  bool packing_ = false;
};

}  // namespace senkoi::server::snapshot
