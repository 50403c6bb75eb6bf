#include "server/snapshot/compression.hpp"

#include <brotli/encode.h>
#include <zlib.h>

#include <cstddef>
#include <cstdint>
#include <new>

namespace senkoi::server::snapshot {
namespace {

constexpr int gzipWindow = 15 + 16;  // 15 bits of window, gzip's header
constexpr int memory = 8;

// The densest quality packs about half a megabyte a second, and both a newer catalogue and the server's end wait for
// it: what is larger than any real catalogue is packed at a quality that is many times faster.
constexpr std::size_t dense = 2 << 20;
constexpr int fastQuality = 5;

}  // namespace

std::string gzip(std::string_view text, int level) {
  z_stream stream{};
  if (deflateInit2(&stream, level, Z_DEFLATED, gzipWindow, memory, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
  std::string packed(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));  // zlib reads only
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  const int result = deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  if (result != Z_STREAM_END) throw std::bad_alloc();
  return packed;
}

std::string brotli(std::string_view text) {
  std::string packed(BrotliEncoderMaxCompressedSize(text.size()), '\0');
  std::size_t size = packed.size();
  const int quality = text.size() > dense ? fastQuality : BROTLI_MAX_QUALITY;
  const auto result = BrotliEncoderCompress(quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, text.size(),
                                            reinterpret_cast<const std::uint8_t*>(text.data()), &size,
                                            reinterpret_cast<std::uint8_t*>(packed.data()));
  if (result != BROTLI_TRUE) throw std::bad_alloc();
  packed.resize(size);
  return packed;
}

}  // namespace senkoi::server::snapshot
