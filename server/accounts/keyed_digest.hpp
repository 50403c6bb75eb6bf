// SipHash-2-4 under a random key (libsodium): which keys share a place in a table can't be chosen from outside, so a
// flood can neither make look-ups slow nor aim at somebody's counter. Immutable, thread-safe.
#pragma once

#include <sodium.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace senkoi::server::accounts {

class KeyedDigest {
 public:
  KeyedDigest() { randombytes_buf(key_.data(), key_.size()); }

  std::uint64_t operator()(std::string_view text) const {
    std::array<unsigned char, crypto_shorthash_BYTES> out;
    crypto_shorthash(out.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size(), key_.data());
    std::uint64_t digest;
    std::memcpy(&digest, out.data(), sizeof digest);
    return digest;
  }

 private:
  std::array<unsigned char, crypto_shorthash_KEYBYTES> key_;
};

}  // namespace senkoi::server::accounts
