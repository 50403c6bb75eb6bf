#include "server/accounts/totp.hpp"

#include <liboath/oath.h>
#include <sodium.h>

#include <array>
#include <cstdlib>
#include <memory>
#include <stdexcept>

#include "senkoi/rules/confirmation_code.hpp"

namespace senkoi::server::accounts {
namespace {

constexpr Instant stepLength = OATH_TOTP_DEFAULT_TIME_STEP_SIZE * Instant{1000};
constexpr std::size_t recoveryCodeCount = 8;

void startOath() {
  static const int started = oath_init();
  if (started != OATH_OK) throw std::runtime_error("liboath cannot start");
}

std::string escaped(std::string_view text) {
  constexpr std::string_view hex{"0123456789ABCDEF"};
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
                       c == '-' || c == '_' || c == '@';
    const auto byte = static_cast<unsigned char>(c);
    if (plain) out += c;
    if (!plain) out.append(1, '%').append(1, hex[byte >> 4]).append(1, hex[byte & 15]);
  }
  return out;
}

}  // namespace

std::string confirmationSecret(const Secrets& secrets, std::string_view linkToken) {
  const auto bits = secrets.derived(std::string("confirmation ").append(linkToken));
  return {reinterpret_cast<const char*>(bits.data()), secretLength};
}

std::int64_t stepAt(Instant now) {
  return now / stepLength;
}

std::string codeOf(const std::string& secret, std::int64_t step) {
  startOath();
  std::array<char, rules::confirmationDigits + 1> code{};
  const int result = oath_hotp_generate(secret.data(), secret.size(), static_cast<std::uint64_t>(step),
                                        rules::confirmationDigits, false, OATH_HOTP_DYNAMIC_TRUNCATION, code.data());
  if (result != OATH_OK) throw std::runtime_error(oath_strerror(result));
  return code.data();
}

std::optional<std::int64_t> stepOf(const std::string& secret, std::string_view code, Instant now,
                                   std::int64_t lastStep) {
  if (code.size() != rules::confirmationDigits) return std::nullopt;
  std::optional<std::int64_t> found;
  for (const std::int64_t step : {stepAt(now) - 1, stepAt(now), stepAt(now) + 1}) {
    const std::string right = codeOf(secret, step);
    const bool same = sodium_memcmp(right.data(), code.data(), code.size()) == 0;
    if (same && step > lastStep && !found) found = step;
  }
  return found;
}

bool isOfAnotherTime(const std::string& secret, std::string_view code, Instant now, std::int64_t lastStep) {
  constexpr std::int64_t farthest = 3 * 60 * 60 * Instant{1000} / stepLength;
  if (code.size() != rules::confirmationDigits) return false;
  bool found = false;
  for (std::int64_t step = stepAt(now) - farthest; step <= stepAt(now) + farthest; ++step) {
    const std::string right = codeOf(secret, step);
    const bool same = sodium_memcmp(right.data(), code.data(), code.size()) == 0;
    found = found || (same && step > lastStep);
  }
  return found;
}

std::string inBase32(const std::string& secret) {
  startOath();
  char* text = nullptr;
  std::size_t length = 0;
  if (oath_base32_encode(secret.data(), secret.size(), &text, &length) != OATH_OK) throw std::bad_alloc();
  const std::unique_ptr<char, void (*)(void*)> owner(text, &std::free);
  std::string out(text, length);
  while (!out.empty() && out.back() == '=') out.pop_back();
  return out;
}

std::string otpauthUri(const std::string& secret, std::string_view mail) {
  return "otpauth://totp/Senkoi:" + escaped(mail) + "?secret=" + inBase32(secret) + "&issuer=Senkoi";
}

std::vector<std::string> recoveryCodes(const Secrets& secrets) {
  std::vector<std::string> codes(recoveryCodeCount);
  for (std::string& code : codes) {
    for (std::size_t i = 0; i < rules::recoveryCodeLength; ++i)
      code += rules::recoveryCodeLetters[secrets.below(rules::recoveryCodeLetters.size())];
  }
  return codes;
}

std::string shownRecoveryCode(std::string_view code) {
  std::string shown;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (i > 0 && i % 4 == 0) shown += '-';
    shown += code[i];
  }
  return shown;
}

// 80 random bits need no slow hash.
store::Hash hashOfRecoveryCode(std::string_view code) {
  store::Hash hash;
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(code.data()), code.size());
  return hash;
}

}  // namespace senkoi::server::accounts
