#include "server/accounts/secrets.hpp"

#include <sodium.h>

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <stdexcept>
#include <vector>

#include "senkoi/rules/user_id.hpp"

namespace senkoi::server::accounts {
namespace {

constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
constexpr std::string_view sealingKey = "seal";
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

std::array<std::uint8_t, 32> auditKey(const ServerKey& key) {
  constexpr std::string_view use = "audit log";
  std::array<std::uint8_t, crypto_auth_hmacsha256_BYTES> made;
  crypto_auth_hmacsha256(made.data(), reinterpret_cast<const unsigned char*>(use.data()), use.size(), key.data());
  return made;
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

std::array<std::uint8_t, 32> Secrets::derived(std::string_view from) const {
  std::array<std::uint8_t, crypto_auth_hmacsha256_BYTES> code;
  crypto_auth_hmacsha256(code.data(), reinterpret_cast<const unsigned char*>(from.data()), from.size(), key_.data());
  return code;
}

std::string Secrets::keyedHash(std::string_view what) const {
  return text(derived(what));
}

// A random nonce before the box, both in base64. The sealing key is derived, so that no key serves two purposes.
std::string Secrets::encrypt(std::string_view secret) const {
  const auto key = derived(sealingKey);
  std::vector<std::uint8_t> box(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + secret.size());
  random_(std::span(box).first(crypto_secretbox_NONCEBYTES));
  crypto_secretbox_easy(box.data() + crypto_secretbox_NONCEBYTES, reinterpret_cast<const unsigned char*>(secret.data()),
                        secret.size(), box.data(), key.data());
  std::string out(sodium_base64_ENCODED_LEN(box.size(), variant), '\0');
  sodium_bin2base64(out.data(), out.size(), box.data(), box.size(), variant);
  out.pop_back();
  return out;
}

std::optional<std::string> Secrets::decrypt(std::string_view seal) const {
  constexpr std::size_t around = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
  if (seal.size() < around) return std::nullopt;
  const auto key = derived(sealingKey);
  std::vector<std::uint8_t> box(seal.size());
  std::size_t size = 0;
  if (sodium_base642bin(box.data(), box.size(), seal.data(), seal.size(), nullptr, &size, nullptr, variant) != 0 ||
      size < around)
    return std::nullopt;
  std::string secret(size - around, '\0');
  if (crypto_secretbox_open_easy(reinterpret_cast<unsigned char*>(secret.data()),
                                 box.data() + crypto_secretbox_NONCEBYTES, size - crypto_secretbox_NONCEBYTES,
                                 box.data(), key.data()) != 0)
    return std::nullopt;
  return secret;
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
