// Limits on attempts: they slow an attacker and never lock a victim out (reliability 13).
#include <gtest/gtest.h>

#include "server/accounts/attempts.hpp"

namespace senkoi::server::accounts {
namespace {

constexpr Instant start = 1'000'000'000'000;

TEST(HolderOf, IsTheAddressOrTheNetworkThatOneCustomerHolds) {
  EXPECT_EQ(holderOf("192.0.2.1"), "192.0.2.1");
  EXPECT_EQ(holderOf("2001:db8:1:2:3:4:5:6"), holderOf("2001:db8:1:2::9"));
  EXPECT_NE(holderOf("2001:db8:1:2::9"), holderOf("2001:db8:1:3::9"));
  EXPECT_NE(holderOf("::ffff:192.0.2.1"), holderOf("::ffff:192.0.2.2"));
}

TEST(Take, AllowsAMinutesWorthAndTellsHowLongToWait) {
  Attempts attempts;
  for (int i = 0; i < 10; ++i) EXPECT_EQ(attempts.take("k", 10, start), 0u);
  EXPECT_EQ(attempts.take("k", 10, start), 6u);
  EXPECT_EQ(attempts.take("other", 10, start), 0u);
  EXPECT_NE(attempts.take("k", 10, start + 5'999), 0u);
  EXPECT_EQ(attempts.take("k", 10, start + 6'000), 0u);
  EXPECT_NE(attempts.take("k", 10, start + 6'000), 0u);
  EXPECT_EQ(attempts.take("k", 0, start), 0u) << "0 is unlimited";
}

TEST(TryPassword, FiveAreFreeThenTheWaitDoubles) {
  Attempts attempts;
  for (int i = 0; i < 5; ++i) EXPECT_EQ(attempts.tryPassword("u", "a", start), 0u);
  Instant now = start;
  for (const unsigned wait : {1u, 2u, 4u, 8u, 16u}) {
    EXPECT_EQ(attempts.tryPassword("u", "a", now), wait);
    now += wait * 1000 - 1;
    EXPECT_EQ(attempts.tryPassword("u", "a", now), 1u) << "not a millisecond early";
    EXPECT_EQ(attempts.tryPassword("u", "a", ++now), 0u);
  }
}

TEST(TryPassword, ManyAtOnceCountBeforeTheyFail) {
  Attempts attempts;
  int passed = 0;
  for (int i = 0; i < 100; ++i) passed += attempts.tryPassword("u", "a", start) == 0 ? 1 : 0;
  EXPECT_EQ(passed, 5);
}

TEST(TryPassword, AnAttackFromEverywhereLeavesTheVictimATry) {
  Attempts attempts;
  for (int i = 0; i < 1000; ++i)
    attempts.tryPassword("victim", "10.0." + std::to_string(i / 250) + '.' + std::to_string(i % 250), start);
  EXPECT_EQ(attempts.tryPassword("victim", "192.0.2.1", start), 0u);
  EXPECT_EQ(attempts.tryPassword("victim", "192.0.2.1", start), 1u) << "but one at a time while it lasts";
}

TEST(TryPassword, OneAddressAtManyAccountsIsSlowed) {
  Attempts attempts;
  int passed = 0;
  for (int i = 0; i < 1000; ++i) passed += attempts.tryPassword("u" + std::to_string(i), "a", start) == 0 ? 1 : 0;
  EXPECT_EQ(passed, 50);
}

TEST(TryPassword, AColleagueAtTheAttackersAddressStillGetsIn) {
  Attempts attempts;
  EXPECT_EQ(attempts.tryPassword("regular", "hospital", start), 0u);
  attempts.passwordRight("regular", "hospital");
  Instant now = start;
  for (int i = 0; i < 1000; ++i) attempts.tryPassword("u" + std::to_string(i), "hospital", now += 100);
  EXPECT_EQ(attempts.tryPassword("regular", "hospital", now), 0u) << "who came in from here before does not wait";
  const unsigned wait = attempts.tryPassword("newcomer", "hospital", now);
  EXPECT_LE(wait, 2u) << "others wait two seconds at most";
  EXPECT_EQ(attempts.tryPassword("newcomer", "hospital", now + wait * 1000), 0u);
}

TEST(TryPassword, SuccessDoesNotCount) {
  Attempts attempts;
  for (int i = 0; i < 1000; ++i) {
    EXPECT_EQ(attempts.tryPassword("u" + std::to_string(i % 3), "hospital", start), 0u);
    attempts.passwordRight("u" + std::to_string(i % 3), "hospital");
  }
}

TEST(TryPassword, AnHourForgives) {
  Attempts attempts;
  for (int i = 0; i < 5; ++i) attempts.tryPassword("u", "a", start);
  EXPECT_NE(attempts.tryPassword("u", "a", start), 0u);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(attempts.tryPassword("u", "a", start + 3'600'000), 0u);
}

}  // namespace
}  // namespace senkoi::server::accounts
