// Limits on calls: exact while there is room, and still limits when their table is full (reliability 45).
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <string>

#include "server/accounts/rate_limiter.hpp"

namespace senkoi::server::accounts {
namespace {

constexpr Instant start = 1'000'000'000'000;
constexpr std::size_t capacity = 1000;

std::string ipv4(unsigned number) {
  return "10." + std::to_string(number >> 16 & 255) + '.' + std::to_string(number >> 8 & 255) + '.' +
         std::to_string(number & 255);
}

std::string ipv6(unsigned sixtyFour) {
  std::array<char, 48> text;
  std::snprintf(text.data(), text.size(), "2001:db8:%x:%x::1", sixtyFour >> 16, sixtyFour & 0xFFFF);
  return text.data();
}

template <class Take>
int passed(int tries, Take take) {
  int count = 0;
  for (int i = 0; i < tries; ++i) count += take(i) == 0 ? 1 : 0;
  return count;
}

TEST(Take, AllowsAMinutesWorthAndTellsHowLongToWait) {
  RateLimiter limiter;
  for (int i = 0; i < 10; ++i) EXPECT_EQ(limiter.take("k", 10, start), 0u);
  EXPECT_EQ(limiter.take("k", 10, start), 6u);
  EXPECT_EQ(limiter.take("other", 10, start), 0u);
  EXPECT_NE(limiter.take("k", 10, start + 5'999), 0u);
  EXPECT_EQ(limiter.take("k", 10, start + 6'000), 0u);
  EXPECT_NE(limiter.take("k", 10, start + 6'000), 0u);
  EXPECT_EQ(limiter.take("k", 0, start), 0u) << "0 is unlimited";
}

TEST(TakeHourly, AllowsAnHoursWorth) {
  RateLimiter limiter;
  EXPECT_EQ(passed(40, [&](int) { return limiter.takeHourly("mailbox", 6, start); }), 6);
  EXPECT_EQ(limiter.takeHourly("mailbox", 6, start), 600u);
  EXPECT_EQ(limiter.takeHourly("mailbox", 6, start + 600'000), 0u);
}

TEST(Take, AClockThatWentBackDoesNotLockOut) {
  RateLimiter limiter;
  for (int i = 0; i < 10; ++i) limiter.take("k", 10, start);
  EXPECT_EQ(limiter.take("k", 10, start - 3 * hour), 0u);
}

TEST(TakeFrom, OneAddressOfIPv4HasItsOwnAllowance) {
  RateLimiter limiter;
  EXPECT_EQ(passed(60, [&](int) { return limiter.takeFrom("r", "192.0.2.1", 30, start); }), 30);
  EXPECT_EQ(limiter.takeFrom("r", "192.0.2.2", 30, start), 0u);
  EXPECT_EQ(limiter.takeFrom("another", "192.0.2.1", 30, start), 0u);
}

TEST(TakeFrom, IPv6IsCountedByThe64The56AndThe48) {
  RateLimiter limiter;
  const auto from = [&](std::string_view address) { return limiter.takeFrom("r", address, 30, start); };
  EXPECT_EQ(passed(60, [&](int i) { return from("2001:db8:0:1::" + std::to_string(i)); }), 30) << "one /64";
  EXPECT_EQ(passed(256, [&](int i) { return from(ipv6(0x1'0000 + static_cast<unsigned>(i))); }), 120) << "one /56";
  EXPECT_EQ(passed(65'536, [&](int i) { return from(ipv6(0x2'0000 + static_cast<unsigned>(i))); }), 480) << "one /48";
  EXPECT_EQ(from("2001:db8:3::1"), 0u);
}

TEST(FullLimiter, NeverForgetsAClientUnderItsLimit) {
  RateLimiter limiter(capacity);
  ASSERT_EQ(passed(40, [&](int) { return limiter.takeHourly("mailbox", 6, start); }), 6);
  for (int i = 0; i < 100'000; ++i) limiter.takeHourly("flood" + std::to_string(i), 6, start + i);
  EXPECT_EQ(passed(40, [&](int) { return limiter.takeHourly("mailbox", 6, start + 100'000); }), 0);
}

TEST(FullLimiter, LimitsANewcomerAsWell) {
  RateLimiter limiter(capacity);
  for (int i = 0; i < 100'000; ++i) limiter.takeHourly("flood" + std::to_string(i), 6, start + i);
  ASSERT_TRUE(limiter.isSharing());
  const int newcomers = passed(40, [&](int) { return limiter.takeHourly("newcomer", 6, start + 100'000); });
  EXPECT_LE(newcomers, 6);
  EXPECT_GE(newcomers, 1) << "a flood of a hundred times the table locks nobody out";
}

TEST(FullLimiter, AFloodOfNewAddressesIsLimitedAsAGroupAndOthersPass) {
  RateLimiter limiter(capacity);
  const auto from = [&](unsigned number) { return limiter.takeFrom("r", ipv4(number), 30, start); };
  for (unsigned i = 0; i < 200'000; ++i) from(i);
  const int honest = passed(1000, [&](int i) { return from(1'000'000 + static_cast<unsigned>(i)); });
  EXPECT_EQ(honest, 1000);
}

TEST(FullLimiter, WhatWasCountedTogetherStillCountsOnceThereIsRoom) {
  RateLimiter limiter(capacity);
  for (int i = 0; i < 1000; ++i) limiter.takeHourly("early" + std::to_string(i), 6, start);
  ASSERT_EQ(passed(40, [&](int) { return limiter.takeHourly("newcomer", 6, start + 30 * minute); }), 6);
  EXPECT_NE(limiter.takeHourly("newcomer", 6, start + 31 * minute), 0u);
  for (int i = 0; i < 10; ++i) limiter.takeHourly("late" + std::to_string(i), 6, start + 61 * minute);
  EXPECT_EQ(passed(40, [&](int) { return limiter.takeHourly("newcomer", 6, start + 61 * minute); }), 3)
      << "31 minutes give three of the six back";
}

TEST(FullLimiter, TheOldestMakeRoomOnceTheyCountNoMore) {
  RateLimiter limiter(capacity);
  for (int hourly = 0; hourly < 5; ++hourly) {
    for (int i = 0; i < 1000; ++i)
      limiter.takeHourly(std::to_string(hourly) + '|' + std::to_string(i), 6, start + hourly * hour);
  }
  EXPECT_FALSE(limiter.isSharing()) << "there was room for each";
}

TEST(FullLimiter, ACallCostsTheSameHoweverManyAreKnown) {
  for (const std::size_t size : {std::size_t{100}, std::size_t{100'000}}) {
    RateLimiter limiter(size);
    for (std::size_t i = 0; i < 2 * size; ++i) limiter.takeHourly("flood" + std::to_string(i), 6, start);
    std::uint64_t most = 0;
    for (int i = 0; i < 1000; ++i) {
      const auto before = limiter.visits();
      limiter.takeHourly("late" + std::to_string(i), 6, start + (i % 2) * 2 * hour);
      most = std::max(most, limiter.visits() - before);
    }
    EXPECT_LE(most, 24u) << size;
  }
}

}  // namespace
}  // namespace senkoi::server::accounts
