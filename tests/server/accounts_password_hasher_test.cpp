// Password hashing on a bounded pool (reliability 8, 11, 12).
#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>

#include "server/accounts/password_hasher.hpp"
#include "tests/server/argon_work.hpp"

namespace senkoi::server::accounts {
namespace {

using senkoi::tests::ArgonWork;
using senkoi::tests::argonWork;

constexpr PasswordCost cheap{1, 8}, dearer{2, 16};

Passwords settings(unsigned queue) {
  Passwords made;
  made.threads = 1;
  made.queue = queue;
  made.operations = cheap.operations;
  made.memoryKiB = cheap.memoryKiB;
  return made;
}

template <class Result>
Result finished(boost::asio::io_context& loop, Async<Result> work) {
  std::optional<Result> result;
  boost::asio::co_spawn(loop, std::move(work), [&](std::exception_ptr, Result made) { result = std::move(made); });
  loop.restart();
  loop.run();
  return std::move(*result);
}

TEST(HashPassword, IsArgon2idAndSaltedEachTime) {
  const std::string hash = hashPassword("sakura1985kyo", cheap);
  EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=8,t=1,p=1$"));
  EXPECT_NE(hash, hashPassword("sakura1985kyo", cheap));
}

TEST(HashPassword, TheDefaultIsAtLeast19MiBTwice) {
  const Passwords defaults;
  EXPECT_GE(defaults.memoryKiB, 19u * 1024);
  EXPECT_GE(defaults.operations, 2u);
}

TEST(VerifyPassword, ParametersThatGrewGiveAStrongerHashToKeep) {
  const std::string hash = hashPassword("sakura1985kyo", cheap);
  EXPECT_FALSE(verifyPassword(hash, "sakura1985kyo", cheap).rehashed);
  const Verdict verdict = verifyPassword(hash, "sakura1985kyo", dearer);
  ASSERT_TRUE(verdict.right && verdict.rehashed);
  EXPECT_TRUE(verifyPassword(*verdict.rehashed, "sakura1985kyo", dearer).right);
  EXPECT_FALSE(verifyPassword(*verdict.rehashed, "sakura1985kyo", cheap).rehashed) << "never weaker again";
  EXPECT_FALSE(verifyPassword(hash, "Sakura1985kyo", dearer).rehashed) << "only for the right one";
}

AdmissionTicket placeIn(PasswordHasher& pool) {
  return std::get<AdmissionTicket>(pool.enter("taro"));
}

TEST(PasswordHasher, NobodysPasswordIsNeverRight) {
  boost::asio::io_context loop{1};
  PasswordHasher pool(loop.get_executor(), settings(8));
  const std::string hash = finished(loop, pool.hash(placeIn(pool), "sakura1985kyo"));
  EXPECT_TRUE(finished(loop, pool.verify(placeIn(pool), hash, "sakura1985kyo")).right);
  EXPECT_FALSE(finished(loop, pool.verify(placeIn(pool), hash, "sakura1985kyO")).right);
  EXPECT_FALSE(finished(loop, pool.verify(placeIn(pool), std::nullopt, "nobody has this password")).right);
}

struct Served {
  int done = 0, told = 0;
};

// Five hundred people at once; `work` is what the pool does for each, whose result tells that it was done.
template <class Work>
Served crowd(Work work) {
  boost::asio::io_context loop{1};
  auto open = boost::asio::make_work_guard(loop);  // though nobody waits for a moment
  PasswordHasher pool(loop.get_executor(), settings(4));
  Served served;
  for (int i = 0; i < 500; ++i) {
    const auto entered = pool.enter("applicant" + std::to_string(i));
    if (const auto* const wait = std::get_if<unsigned>(&entered)) served.told += *wait > 0;
    if (const auto* const place = std::get_if<AdmissionTicket>(&entered))
      boost::asio::co_spawn(loop, work(pool, *place), [&](std::exception_ptr, const auto&) { ++served.done; });
    loop.poll();
  }
  open.reset();
  loop.run();
  return served;
}

TEST(PasswordHasher, Reliability8_NobodysPasswordIsHashedAtTheCostOfAKnownOnes) {
  boost::asio::io_context loop{1};
  PasswordHasher pool(loop.get_executor(), settings(8));
  const std::string hash = finished(loop, pool.hash(placeIn(pool), "sakura1985kyo"));
  const auto workOf = [&](const std::optional<std::string>& known) {
    const ArgonWork before = argonWork();
    EXPECT_FALSE(finished(loop, pool.verify(placeIn(pool), known, "Sakura1985kyo")).right);
    return argonWork() - before;
  };
  const ArgonWork known = workOf(hash), unknown = workOf(std::nullopt);
  EXPECT_EQ(known, (ArgonWork{1, std::uint64_t{cheap.memoryKiB} * cheap.operations}));
  EXPECT_EQ(unknown, known);
}

TEST(PasswordHasher, Reliability12_NobodysPasswordsFillTheQueueAsKnownOnesDo) {
  const Served served = crowd(
      [](PasswordHasher& pool, AdmissionTicket place) { return pool.verify(place, std::nullopt, "sakura1985kyo"); });
  EXPECT_EQ(served.done + served.told, 500);
  EXPECT_GT(served.told, 0);
}

// Never more inside than the queue holds; whoever is put off is told until when.
TEST(PasswordHasher, Reliability12_TellsWhoFindsItsQueueFullWhenToComeAgain) {
  const Served served =
      crowd([](PasswordHasher& pool, AdmissionTicket place) { return pool.hash(place, "sakura1985kyo"); });
  EXPECT_EQ(served.done + served.told, 500);
  EXPECT_GE(served.done, 4);
  EXPECT_GT(served.told, 0);
}

}  // namespace
}  // namespace senkoi::server::accounts
