// Every secret the server makes: session cookies, and the tokens in the links of letters.
//
// A token is 256 random bits, written as 43 characters of URL-safe base64. Only its SHA-256 is stored (ASVS 5.0 6.5.2),
// so looking one up compares hashes: timing tells nothing about the secret. A link's token is not drawn at once but
// derived, HMAC-SHA256(server key, nonce): the outbox keeps the nonce, the key lies in a file of its own, and no copy
// of the database holds a usable link.
//
// Thread-safe: immutable after construction, libsodium's generator is thread-safe.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "server/operations/store.hpp"

namespace senkoi::server::accounts {

using ServerKey = std::array<std::uint8_t, 32>;
using Random = std::function<void(std::span<std::uint8_t>)>;

// libsodium's generator, from the kernel. Throws std::runtime_error where libsodium cannot start.
Random systemRandom();

// Reads the key, or makes it at the first start (0600, durable before it is used). Throws std::runtime_error where the
// file cannot be read or written, has another length, or is readable by others.
ServerKey serverKey(const std::filesystem::path&);

// What chains the audit log (store/sqlite/audit_log.hpp): a key of its own, so that neither use tells of the other.
std::array<std::uint8_t, 32> auditKey(const ServerKey&);

// SHA-256 of a token as it came from outside; none where it cannot be a token at all.
std::optional<store::Hash> hashOf(std::string_view token);

class Secrets {
 public:
  Secrets(const ServerKey& key, Random random) : key_(key), random_(std::move(random)) {}

  store::Nonce nonce() const;
  std::string sessionToken() const;                    // fresh
  std::string linkToken(const store::Nonce&) const;    // the same for the same nonce
  std::string keyedHash(std::string_view what) const;  // a name for something that tells nothing of it
  std::string userId(Field) const;                     // a candidate: field, 7 random digits, check character
  std::uint32_t below(std::uint32_t bound) const;      // uniform in [0, bound)

  // What must be read again though the database holds it: enciphered and authenticated by the server key.
  std::string encrypt(std::string_view text) const;
  std::optional<std::string> decrypt(std::string_view seal) const;  // nothing where it is no seal of this key

  // 256 bits that follow from a text and this server's key.
  std::array<std::uint8_t, 32> derived(std::string_view from) const;

 private:
  ServerKey key_;
  Random random_;
};

}  // namespace senkoi::server::accounts
