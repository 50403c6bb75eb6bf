// Argon2id in libsodium's encoded form: $argon2id$v=19$m=19456,t=2,p=1$salt$hash.
#include <sodium.h>

#include <array>
#include <charconv>
#include <new>

#include "server/accounts/password_hasher.hpp"

namespace senkoi::server::accounts {
namespace {

unsigned parameter(std::string_view hash, std::string_view name) {
  const auto at = hash.find(name);
  if (at == std::string_view::npos) return 0;
  unsigned value = 0;
  std::from_chars(hash.data() + at + name.size(), hash.data() + hash.size(), value);
  return value;
}

bool weakerThan(std::string_view hash, PasswordCost cost) {
  return parameter(hash, "$m=") < cost.memoryKiB || parameter(hash, ",t=") < cost.operations;
}

}  // namespace

std::string hashPassword(std::string_view password, PasswordCost cost) {
  std::array<char, crypto_pwhash_STRBYTES> encoded{};
  if (crypto_pwhash_str_alg(encoded.data(), password.data(), password.size(), cost.operations,
                            std::size_t{cost.memoryKiB} * 1024, crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw std::bad_alloc();
  return encoded.data();
}

Verdict verifyPassword(const std::string& hash, std::string_view password, PasswordCost cost) {
  Verdict verdict;
  verdict.right = crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
  if (verdict.right && weakerThan(hash, cost)) verdict.rehashed = hashPassword(password, cost);
  return verdict;
}

}  // namespace senkoi::server::accounts
