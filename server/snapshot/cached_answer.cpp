#include "server/snapshot/cached_answer.hpp"

#include <sodium.h>

#include <array>
#include <utility>

#include "server/http/negotiation.hpp"
#include "server/snapshot/compression.hpp"

namespace senkoi::server::snapshot {
namespace {

constexpr std::size_t worthPacking = 860;      // below, one packet carries it anyway
constexpr std::size_t soonPacked = 512 << 10;  // gzip takes some ten milliseconds: reliability 44

std::string tagOf(std::string_view body) {
  std::array<unsigned char, crypto_generichash_BYTES_MIN> hash;
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(body.data()), body.size(),
                     nullptr, 0);
  std::array<char, 2 * hash.size() + 1> hex;
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  return hex.data();
}

}  // namespace

CachedAnswer::CachedAnswer(std::string body, std::string_view cacheControl, int gzipLevel)
    : plain_(std::make_shared<const std::string>(std::move(body))),
      tag_(tagOf(*plain_)),
      cacheControl_(cacheControl),
      gzipLevel_(gzipLevel) {}

http::Response CachedAnswer::response(const http::Request& request) {
  if (plain_->size() < worthPacking) return variant(plain_, {});
  if (brotli_ && http::accepts(request, "br")) return variant(brotli_, "br");
  const bool gzipped = gzip_ || plain_->size() <= soonPacked;
  if (!gzipped || !http::accepts(request, "gzip")) return variant(plain_, {});
  if (!gzip_) gzip_ = std::make_shared<const std::string>(gzip(*plain_, gzipLevel_));
  return variant(gzip_, "gzip");
}

http::Response CachedAnswer::variant(const http::Body& body, std::string_view coding) const {
  http::Response response{200, "application/json", body, {}};
  std::string tag = "\"" + tag_;
  if (!coding.empty()) tag.append("-").append(coding);
  response.headers.reserve(4);
  response.headers.emplace_back("etag", tag.append("\""));
  response.headers.emplace_back("cache-control", cacheControl_);
  response.headers.emplace_back("vary", "accept-encoding");
  if (!coding.empty()) response.headers.emplace_back("content-encoding", coding);
  return response;
}

std::size_t CachedAnswer::bytes() const {
  std::size_t sum = sizeof *this;
  for (const http::Body* const body : {&plain_, &gzip_, &brotli_}) sum += *body ? (*body)->size() : 0;
  return sum;
}

}  // namespace senkoi::server::snapshot
