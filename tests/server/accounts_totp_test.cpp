// Confirmation codes against the vectors of RFC 6238, the window, single use, and recovery codes (reliability 14).
#include <gtest/gtest.h>

#include <set>

#include "senkoi/rules/confirmation_code.hpp"
#include "server/accounts/totp.hpp"

namespace senkoi::server::accounts {
namespace {

const std::string secret = "12345678901234567890";  // RFC 6238, appendix B
constexpr Instant second_ = 1000;

Secrets secretsOf(std::uint8_t key) {
  return {ServerKey{key}, systemRandom()};
}

TEST(Confirmation, Rfc6238Vectors) {
  EXPECT_EQ(codeOf(secret, stepAt(59 * second_)), "287082");
  EXPECT_EQ(codeOf(secret, stepAt(1111111109 * second_)), "081804");
  EXPECT_EQ(codeOf(secret, stepAt(1234567890 * second_)), "005924");
  EXPECT_EQ(codeOf(secret, stepAt(20000000000 * second_)), "353130");
}

TEST(Confirmation, TheStepsBesideThePresentOneAreTakenAndNoOthers) {
  const Instant now = 1234567890 * second_;
  const std::int64_t step = stepAt(now);
  for (const std::int64_t off : {-1, 0, 1}) EXPECT_EQ(stepOf(secret, codeOf(secret, step + off), now, 0), step + off);
  for (const std::int64_t off : {-2, 2}) EXPECT_FALSE(stepOf(secret, codeOf(secret, step + off), now, 0));
  EXPECT_FALSE(stepOf(secret, "000000", now, 0));
  EXPECT_FALSE(stepOf(secret, "00592", now, 0));
}

TEST(Confirmation, AStepThatWasUsedIsNotTakenAgain) {
  const Instant now = 1234567890 * second_;
  const std::int64_t step = stepAt(now);
  EXPECT_FALSE(stepOf(secret, codeOf(secret, step), now, step));
  EXPECT_TRUE(stepOf(secret, codeOf(secret, step + 1), now, step));
}

TEST(Confirmation, TheKeyIsShownAsAppsReadIt) {
  EXPECT_EQ(inBase32(secret), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  EXPECT_EQ(otpauthUri(secret, "a+b@example.jp"),
            "otpauth://totp/Senkoi:a%2Bb@example.jp?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Senkoi");
}

TEST(Confirmation, ASecretFollowsFromTheLinkAndTheServersKey) {
  const std::string made = confirmationSecret(secretsOf(1), "token");
  EXPECT_EQ(made.size(), 20u);
  EXPECT_EQ(confirmationSecret(secretsOf(1), "token"), made);
  EXPECT_NE(confirmationSecret(secretsOf(1), "another"), made);
  EXPECT_NE(confirmationSecret(secretsOf(2), "token"), made);
}

TEST(Confirmation, ASealOpensWithItsOwnKeyAlone) {
  const Secrets secrets = secretsOf(1);
  const std::string seal = secrets.encrypt(secret);
  EXPECT_EQ(seal.find(secret), std::string::npos);
  EXPECT_NE(secrets.encrypt(secret), seal) << "a fresh nonce each time";
  EXPECT_EQ(secrets.decrypt(seal), secret);
  EXPECT_FALSE(secretsOf(2).decrypt(seal));
  std::string changed = seal;
  changed[40] = changed[40] == 'A' ? 'B' : 'A';
  EXPECT_FALSE(secrets.decrypt(changed));
  for (const char* const nothing : {"", "AAAA", "no seal at all"}) EXPECT_FALSE(secrets.decrypt(nothing));
}

TEST(Confirmation, RecoveryCodesAreEightAndReadBackAsShown) {
  const auto codes = recoveryCodes(secretsOf(1));
  EXPECT_EQ(std::set<std::string>(codes.begin(), codes.end()).size(), 8u);
  for (const std::string& code : codes) {
    std::string shown = shownRecoveryCode(code);
    EXPECT_EQ(shown.size(), 19u);
    EXPECT_EQ(rules::confirmationCode(shown, {}), Code::ok);
    EXPECT_EQ(shown, code);
    EXPECT_EQ(hashOfRecoveryCode(shown), hashOfRecoveryCode(code));
  }
}

}  // namespace
}  // namespace senkoi::server::accounts
