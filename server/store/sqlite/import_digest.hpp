// The digest of an import: SHA-256 over the rows and over what they would replace, so that what is confirmed is what
// was seen. Owned by one import; texts go in with their lengths.
#pragma once

#include <sodium.h>

#include <array>
#include <cstdint>
#include <string_view>

#include "server/store/records.hpp"

namespace senkoi::server::store::sqlite {

class ImportDigest {
 public:
  ImportDigest() { crypto_hash_sha256_init(&state_); }

  ImportDigest& add(std::int64_t value) {
    std::array<std::uint8_t, 8> bytes;
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(value >> (8 * i));
    crypto_hash_sha256_update(&state_, bytes.data(), bytes.size());
    return *this;
  }
  ImportDigest& add(std::string_view text) {
    add(static_cast<std::int64_t>(text.size()));
    crypto_hash_sha256_update(&state_, reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
    return *this;
  }
  ImportDigest& add(const Program& program) {
    add(program.id).add(number(program.field)).add(number(program.prefecture)).add(program.capacity);
    add(program.rounds).add(program.facility).add(program.name).add(program.director).add(program.department);
    return add(program.phone).add(program.mail).add(program.address).add(program.url);
  }
  Hash end() {
    Hash made;
    crypto_hash_sha256_final(&state_, made.data());
    return made;
  }

 private:
  crypto_hash_sha256_state state_;
};

}  // namespace senkoi::server::store::sqlite
