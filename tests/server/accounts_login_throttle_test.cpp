// Limits on log-ins: they slow an attacker, never lock a victim out (reliability 13), and hold when their tables are
// full (45).
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <string>

#include "server/accounts/login_throttle.hpp"

namespace senkoi::server::accounts {
namespace {

constexpr Instant start = 1'000'000'000'000;

std::string ipv4(unsigned number) {
  return "10." + std::to_string(number >> 16 & 255) + '.' + std::to_string(number >> 8 & 255) + '.' +
         std::to_string(number & 255);
}

std::string ipv6(const std::string& fortyEight, unsigned sixtyFour) {
  std::array<char, 64> text;
  std::snprintf(text.data(), text.size(), "%s:%x::1", fortyEight.c_str(), sixtyFour);
  return text.data();
}

template <class Try>
int passed(int tries, Try tryOnce) {
  int count = 0;
  for (int i = 0; i < tries; ++i) count += tryOnce(static_cast<unsigned>(i)) == 0 ? 1 : 0;
  return count;
}

TEST(TryPassword, FiveAreFreeThenTheWaitDoubles) {
  LoginThrottle throttle;
  for (int i = 0; i < 5; ++i) EXPECT_EQ(throttle.tryPassword("u", "a", start), 0u);
  Instant now = start;
  for (const unsigned wait : {1u, 2u, 4u, 8u, 16u}) {
    EXPECT_EQ(throttle.tryPassword("u", "a", now), wait);
    now += wait * 1000 - 1;
    EXPECT_EQ(throttle.tryPassword("u", "a", now), 1u) << "not a millisecond early";
    EXPECT_EQ(throttle.tryPassword("u", "a", ++now), 0u);
  }
}

TEST(TryPassword, ManyAtOnceCountBeforeTheyFail) {
  LoginThrottle throttle;
  int passed = 0;
  for (int i = 0; i < 100; ++i) passed += throttle.tryPassword("u", "a", start) == 0 ? 1 : 0;
  EXPECT_EQ(passed, 5);
}

TEST(TryPassword, AnAttackFromEverywhereLeavesTheVictimATry) {
  LoginThrottle throttle;
  for (int i = 0; i < 1000; ++i)
    throttle.tryPassword("victim", "10.0." + std::to_string(i / 250) + '.' + std::to_string(i % 250), start);
  EXPECT_EQ(throttle.tryPassword("victim", "192.0.2.1", start), 0u);
  EXPECT_EQ(throttle.tryPassword("victim", "192.0.2.1", start), 1u) << "but one at a time while it lasts";
}

TEST(TryPassword, OneAddressAtManyAccountsIsSlowed) {
  LoginThrottle throttle;
  int passed = 0;
  for (int i = 0; i < 1000; ++i) passed += throttle.tryPassword("u" + std::to_string(i), "a", start) == 0 ? 1 : 0;
  EXPECT_EQ(passed, 50);
}

TEST(TryPassword, AColleagueAtTheAttackersAddressStillGetsIn) {
  LoginThrottle throttle;
  EXPECT_EQ(throttle.tryPassword("regular", "hospital", start), 0u);
  throttle.passwordRight("regular", "hospital", start);
  Instant now = start;
  for (int i = 0; i < 1000; ++i) throttle.tryPassword("u" + std::to_string(i), "hospital", now += 100);
  EXPECT_EQ(throttle.tryPassword("regular", "hospital", now), 0u) << "who came in from here before does not wait";
  const unsigned wait = throttle.tryPassword("newcomer", "hospital", now);
  EXPECT_LE(wait, 2u) << "others wait two seconds at most";
  EXPECT_EQ(throttle.tryPassword("newcomer", "hospital", now + wait * 1000), 0u);
}

TEST(TryPassword, SuccessDoesNotCount) {
  LoginThrottle throttle;
  for (int i = 0; i < 1000; ++i) {
    EXPECT_EQ(throttle.tryPassword("u" + std::to_string(i % 3), "hospital", start), 0u);
    throttle.passwordRight("u" + std::to_string(i % 3), "hospital", start);
  }
}

TEST(TryPassword, AnHourForgives) {
  LoginThrottle throttle;
  for (int i = 0; i < 5; ++i) throttle.tryPassword("u", "a", start);
  EXPECT_NE(throttle.tryPassword("u", "a", start), 0u);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(throttle.tryPassword("u", "a", start + 3'600'000), 0u);
}

TEST(TryPassword, OneAccountFrom60NetworksOfOne48IsTriedFiveTimes) {
  LoginThrottle same56, other56;
  EXPECT_EQ(passed(60, [&](unsigned i) { return same56.tryPassword("u", ipv6("2001:db8:1", i), start); }), 5);
  EXPECT_EQ(passed(60, [&](unsigned i) { return other56.tryPassword("u", ipv6("2001:db8:1", i << 8), start); }), 5);
  EXPECT_EQ(other56.tryPassword("u", ipv6("2001:db8:2", 0), start), 0u) << "another /48";
}

TEST(TryPassword, ManyAccountsFromOne48AreSlowed) {
  LoginThrottle throttle;
  const auto tryOne = [&](unsigned i) {
    return throttle.tryPassword("u" + std::to_string(i), ipv6("2001:db8:1", i), start);
  };
  EXPECT_EQ(passed(60'000, tryOne), 200);
}

TEST(TryPassword, AnAttackerInTheOwners48MakesTheOwnerWaitAMinuteAtMost) {
  LoginThrottle throttle;
  const std::string home = ipv6("2001:db8:1", 0xFFFF);
  Instant now = start;
  for (unsigned i = 0; i < 1000; ++i) throttle.tryPassword("u", ipv6("2001:db8:1", i), now += 10'000);
  EXPECT_LE(throttle.tryPassword("u", home, now), 60u);
}

TEST(TryPassword, WhoHasLoggedInFromA64DoesNotWaitForOthersInThe48) {
  LoginThrottle throttle;
  const std::string home = ipv6("2001:db8:1", 0xFFFF);
  ASSERT_EQ(throttle.tryPassword("u", home, start), 0u);
  throttle.passwordRight("u", home, start);
  for (unsigned i = 0; i < 1000; ++i) throttle.tryPassword("u", ipv6("2001:db8:1", i), start);
  EXPECT_EQ(throttle.tryPassword("u", home, start), 0u);
}

TEST(TryPassword, SuccessForgivesWhatThe64FailedInTheWiderNetworksToo) {
  LoginThrottle throttle;
  for (int day = 0; day < 10; ++day) {
    for (int i = 0; i < 4; ++i) ASSERT_EQ(throttle.tryPassword("u", ipv6("2001:db8:1", 1), start), 0u);
    throttle.passwordRight("u", ipv6("2001:db8:1", 1), start);
  }
  EXPECT_EQ(passed(60, [&](unsigned) { return throttle.tryPassword("u", ipv6("2001:db8:1", 2), start); }), 5);
}

// 28 addresses for an hour: each has 50 free tries, then one every two seconds, each at an account of its own.
int triesOfTheFlood(LoginThrottle& throttle) {
  int tries = 0;
  unsigned account = 0;
  for (Instant now = start; now < start + hour - 10 * second; now += 2 * second) {
    for (unsigned address = 0; address < 28; ++address)
      tries += passed(now == start ? 51 : 1, [&](unsigned) {
        return throttle.tryPassword("flood" + std::to_string(account++), ipv4(address), now);
      });
  }
  return tries;
}

TEST(FullThrottle, LetsFiveOf40ThroughAfterAnHoursFloodFrom28Addresses) {
  LoginThrottle throttle;
  EXPECT_GT(triesOfTheFlood(throttle), 50'000);
  const Instant now = start + hour - 10 * second;
  EXPECT_EQ(passed(40, [&](unsigned) { return throttle.tryPassword("victim", "192.0.2.1", now); }), 5);
}

TEST(FullThrottle, LetsFiveOf40ThroughWhereNothingHasRoom) {
  LoginThrottle throttle(1000);
  triesOfTheFlood(throttle);
  ASSERT_TRUE(throttle.isSharing());
  const Instant now = start + hour - 10 * second;
  const int tries = passed(40, [&](unsigned) { return throttle.tryPassword("victim", "192.0.2.1", now); });
  EXPECT_LE(tries, 5);
  EXPECT_GE(tries, 4) << "and the flood takes hardly anything from a newcomer";
}

TEST(FullThrottle, NeverForgetsWhoWaits) {
  LoginThrottle throttle(1000);
  Instant now = start;
  for (int tries = 0; tries < 12;) {
    const unsigned wait = throttle.tryPassword("u", "192.0.2.1", now);
    tries += wait == 0 ? 1 : 0;
    now += wait * second;
  }
  const unsigned before = throttle.tryPassword("u", "192.0.2.1", now);
  ASSERT_GT(before, 60u);
  for (unsigned i = 0; i < 50'000; ++i) throttle.tryPassword("flood" + std::to_string(i), ipv4(i), now);
  EXPECT_EQ(throttle.tryPassword("u", "192.0.2.1", now), before);
}

TEST(FullThrottle, MakesNobodyWaitLongForWhatOthersDid) {
  LoginThrottle throttle(100);
  for (unsigned i = 0; i < 600'000; ++i) throttle.tryPassword("flood" + std::to_string(i), ipv4(i), start);
  EXPECT_LE(throttle.tryPassword("newcomer", "192.0.2.1", start), 8u);
}

TEST(FullThrottle, ATryCostsTheSameHoweverManyAreKnown) {
  for (const std::size_t size : {std::size_t{100}, std::size_t{100'000}}) {
    LoginThrottle throttle(size);
    for (unsigned i = 0; i < 2 * size; ++i) throttle.tryPassword("flood" + std::to_string(i), ipv4(i), start);
    std::uint64_t most = 0;
    for (unsigned i = 0; i < 1000; ++i) {
      const auto before = throttle.visits();
      throttle.tryPassword("late" + std::to_string(i), ipv6("2001:db8:1", i), start + (i % 2) * 2 * hour);
      most = std::max(most, throttle.visits() - before);
    }
    EXPECT_LE(most, 150u) << size;
  }
}

}  // namespace
}  // namespace senkoi::server::accounts
