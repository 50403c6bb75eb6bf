#include "server/accounts/secrets.hpp"

#include <sodium.h>

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <stdexcept>

#include "senkoi/rules/user_id.hpp"

namespace senkoi::server::accounts {
namespace {

constexpr std::size_t tokenLength = 43;  // 32 bytes in base64 without padding

std::string text(std::span<const std::uint8_t> bytes) {
  std::array<char, sodium_base64_ENCODED_LEN(32, sodium_base64_VARIANT_URLSAFE_NO_PADDING)> out{};
  sodium_bin2base64(out.data(), out.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  return out.data();
}

bool ofToken(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

}  // namespace

Random systemRandom() {
  if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start");
  return [](std::span<std::uint8_t> out) { randombytes_buf(out.data(), out.size()); };
}

std::optional<store::Hash> hashOf(std::string_view token) {
  if (token.size() != tokenLength || !std::all_of(token.begin(), token.end(), ofToken)) return std::nullopt;
  store::Hash hash;
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(token.data()), token.size());
  return hash;
}

store::Nonce Secrets::nonce() const {
  store::Nonce nonce;
  random_(nonce);
  return nonce;
}

std::string Secrets::sessionToken() const {
  return text(nonce());
}

std::string Secrets::linkToken(const store::Nonce& nonce) const {
  std::array<std::uint8_t, crypto_auth_hmacsha256_BYTES> code;
  crypto_auth_hmacsha256(code.data(), nonce.data(), nonce.size(), key_.data());
  return text(code);
}

std::string Secrets::mark(std::string_view what) const {
  std::array<std::uint8_t, crypto_auth_hmacsha256_BYTES> code;
  crypto_auth_hmacsha256(code.data(), reinterpret_cast<const unsigned char*>(what.data()), what.size(), key_.data());
  return text(code);
}

std::string Secrets::userId(Field field) const {
  const auto id = rules::makeUserId(field, below(rules::userIdNumbers));
  return {id.begin(), id.end()};
}

std::uint32_t Secrets::below(std::uint32_t bound) const {
  // Draws at or above the last whole multiple of bound are thrown away, or small values would come more often.
  const std::uint32_t usable = UINT32_MAX - UINT32_MAX % bound;
  for (;;) {
    std::array<std::uint8_t, 4> bytes;
    random_(bytes);
    const std::uint32_t drawn = static_cast<std::uint32_t>(bytes[0]) | static_cast<std::uint32_t>(bytes[1]) << 8 |
                                static_cast<std::uint32_t>(bytes[2]) << 16 | static_cast<std::uint32_t>(bytes[3]) << 24;
    if (drawn < usable) return drawn % bound;
  }
}

}  // namespace senkoi::server::accounts
