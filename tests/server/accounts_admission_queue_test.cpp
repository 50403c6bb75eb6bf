// Who finds the password pool full is told when to come again, and then has a place (reliability 12).
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "server/accounts/admission_queue.hpp"

namespace senkoi::server::accounts {
namespace {

constexpr std::size_t places = 64;
constexpr double each = 20;  // milliseconds a password
constexpr Instant start = 1'700'000'000'000;
constexpr Instant second = 1000;

std::string person(int number) {
  return "person " + std::to_string(number);
}

// A pool that serves one password after the other, and people who come when they are told to.
class Crowd {
 public:
  explicit Crowd(AdmissionQueue& line, double service = each) : line_(line), service_(service) {}

  void comes(int who, Instant at) { coming_.emplace(at, who); }

  // How often each had to come until there was a place.
  std::map<int, int> everybodyGetsIn() {
    std::map<int, int> tries;
    while (!coming_.empty()) {
      const auto [now, who] = *coming_.begin();
      coming_.erase(coming_.begin());
      ++tries[who];
      const unsigned wait = line_.come(person(who), inside(now), now);
      if (wait == 0) free_ = std::max(free_, static_cast<double>(now)) + service_, line_.took(service_);
      if (wait != 0) comes(who, now + wait * second);
    }
    return tries;
  }

 private:
  std::size_t inside(Instant now) const {
    return static_cast<std::size_t>(std::max(0.0, (free_ - static_cast<double>(now)) / service_));
  }

  AdmissionQueue& line_;
  double service_, free_ = 0;
  std::multimap<Instant, int> coming_;
};

int most(const std::map<int, int>& tries) {
  return std::ranges::max_element(tries, {}, [](const auto& one) { return one.second; })->second;
}

TEST(AdmissionQueue, WhoeverComesWhenToldToGetsIn) {
  AdmissionQueue line(places, each);
  Crowd crowd(line);
  for (int i = 0; i < 5000; ++i) crowd.comes(i, start + i / 5);
  EXPECT_EQ(most(crowd.everybodyGetsIn()), 2);
}

TEST(AdmissionQueue, NewcomersDoNotTakeTheTurnsOfThoseWhoWait) {
  AdmissionQueue line(places, each);
  Crowd crowd(line);
  for (int i = 0; i < 2000; ++i) crowd.comes(i, start);
  for (int i = 2000; i < 4000; ++i) crowd.comes(i, start + (i - 2000) * 25);
  EXPECT_EQ(most(crowd.everybodyGetsIn()), 2);
}

TEST(AdmissionQueue, APoolSlowerThanItWasIsNoticed) {
  AdmissionQueue line(places, each);
  Crowd crowd(line, 3 * each);
  for (int i = 0; i < 3000; ++i) crowd.comes(i, start + i * 10);
  EXPECT_LE(most(crowd.everybodyGetsIn()), 4);
}

TEST(AdmissionQueue, WhoComesTooEarlyIsToldTheRestAndKeepsTheTurn) {
  AdmissionQueue line(places, each);
  for (int i = 0; i < 500; ++i) line.come(person(i), places, start);
  const unsigned wait = line.come("taro", places, start);
  for (int i = 500; i < 1000; ++i) line.come(person(i), places, start);
  EXPECT_EQ(line.come("taro", places, start + 3 * second), wait - 3);
  EXPECT_EQ(line.come("taro", places - 1, start + wait * second), 0u);
  EXPECT_GT(line.come("taro", places - 1, start + wait * second), 0u) << "a turn is for once";
}

TEST(AdmissionQueue, WhoseTurnItIsWaitsAMomentWhereOthersWereLate) {
  AdmissionQueue line(places, each);
  const unsigned wait = line.come("taro", places, start);
  for (int i = 0; i < 500; ++i) line.come(person(i), places, start);
  EXPECT_EQ(line.come("taro", places, start + wait * second), 1u);
  EXPECT_EQ(line.come("taro", places - 1, start + (wait + 1) * second), 0u);
}

TEST(AdmissionQueue, APoolAboutToRunDryTakesWhoeverIsThere) {
  AdmissionQueue line(places, each);
  for (int i = 0; i < 500; ++i) line.come(person(i), places, start);
  EXPECT_EQ(line.come("newcomer", 0, start + second), 0u) << "those whose turn it is don't come";
  EXPECT_GT(line.come("another", places / 2, start + second), 0u);
}

TEST(AdmissionQueue, ALineThatIsOverIsForgotten) {
  AdmissionQueue line(places, each);
  for (int i = 0; i < 500; ++i) line.come(person(i), places, start);
  EXPECT_EQ(line.come("newcomer", places - 1, start + 60 * second), 0u);
}

TEST(AdmissionQueue, NobodyIsToldMoreThanHalfAnHour) {
  AdmissionQueue line(places, each);
  unsigned longest = 0;
  for (int i = 0; i < 300'000; ++i) longest = std::max(longest, line.come(person(i), places, start));
  EXPECT_LE(longest, 1800u);
  EXPECT_GT(longest, 1700u);
}

TEST(AdmissionQueue, MissedTurnsDoNotGather) {
  AdmissionQueue line(1, 10);
  Instant now = start;
  for (int i = 0; i < 100'000; ++i) line.come("who" + std::to_string(i), 1, now += 20);
  EXPECT_LT(line.kept(), 20'000u) << "those of the last minutes alone";
}

}  // namespace
}  // namespace senkoi::server::accounts
