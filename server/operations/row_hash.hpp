// SHA-256 over numbers and texts, or its HMAC where there is a key. Texts go in with their lengths, so that no two rows
// give the same bytes. Whoever hashes many rows with one key copies the first: taking the key in costs as much as a
// short row. Owned by whoever hashes; not synchronised.
#pragma once

#include <sodium.h>

#include <array>
#include <cstdint>
#include <string_view>

#include "server/operations/records.hpp"

namespace senkoi::server::store {

// The key of the audit log's chain (audit_log.hpp), derived from the server key, which lies in a file of its own. All
// zeros where a test is about something else.
using AuditKey = std::array<std::uint8_t, 32>;

class RowHash {
 public:
  RowHash() : keyed_(false) { crypto_hash_sha256_init(&plain_); }
  explicit RowHash(const AuditKey& key) : keyed_(true) { crypto_auth_hmacsha256_init(&code_, key.data(), key.size()); }
  RowHash& add(const Hash& hash) { return update(hash.data(), hash.size()); }
  RowHash& add(std::int64_t value) {
    std::array<std::uint8_t, 8> bytes;
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(value >> (8 * i));
    return update(bytes.data(), bytes.size());
  }
  RowHash& add(std::string_view text) {
    add(static_cast<std::int64_t>(text.size()));
    return update(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
  }
  Hash end() {
    Hash made;
    if (keyed_)
      crypto_auth_hmacsha256_final(&code_, made.data());
    else
      crypto_hash_sha256_final(&plain_, made.data());
    return made;
  }

 private:
  RowHash& update(const std::uint8_t* bytes, std::size_t size) {
    if (keyed_)
      crypto_auth_hmacsha256_update(&code_, bytes, size);
    else
      crypto_hash_sha256_update(&plain_, bytes, size);
    return *this;
  }

  bool keyed_;
  union {
    crypto_auth_hmacsha256_state code_;
    crypto_hash_sha256_state plain_;
  };
};

}  // namespace senkoi::server::store
