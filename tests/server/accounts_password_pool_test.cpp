// Password hashing on a bounded pool (reliability 8, 11, 12).
#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "server/accounts/password_pool.hpp"

namespace senkoi::server::accounts {
namespace {

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
  EXPECT_FALSE(verifyPassword(hash, "sakura1985kyo", cheap).stronger);
  const Verdict verdict = verifyPassword(hash, "sakura1985kyo", dearer);
  ASSERT_TRUE(verdict.right && verdict.stronger);
  EXPECT_TRUE(verifyPassword(*verdict.stronger, "sakura1985kyo", dearer).right);
  EXPECT_FALSE(verifyPassword(*verdict.stronger, "sakura1985kyo", cheap).stronger) << "never weaker again";
  EXPECT_FALSE(verifyPassword(hash, "Sakura1985kyo", dearer).stronger) << "only for the right one";
}

TEST(PasswordPool, NobodysPasswordIsNeverRight) {
  boost::asio::io_context loop{1};
  PasswordPool pool(loop.get_executor(), settings(8));
  const auto hash = finished(loop, pool.hash("sakura1985kyo"));
  ASSERT_TRUE(hash);
  EXPECT_TRUE(finished(loop, pool.verify(*hash, "sakura1985kyo"))->right);
  EXPECT_FALSE(finished(loop, pool.verify(*hash, "sakura1985kyO"))->right);
  EXPECT_FALSE(finished(loop, pool.verify(std::nullopt, "nobody has this password"))->right);
}

// An unknown user ID costs what a known one costs: it waits in the same queue, and finds it full.
TEST(PasswordPool, Reliability8_NobodysPasswordIsHashedToo) {
  boost::asio::io_context loop{1};
  PasswordPool pool(loop.get_executor(), settings(4));
  int refused = 0;
  for (int i = 0; i < 500; ++i)
    boost::asio::co_spawn(loop, pool.verify(std::nullopt, "sakura1985kyo"),
                          [&](std::exception_ptr, std::optional<Verdict> verdict) { refused += !verdict; });
  loop.run();
  EXPECT_GT(refused, 0);
}

TEST(PasswordPool, RefusesWhatDoesNotFitItsQueue) {
  boost::asio::io_context loop{1};
  PasswordPool pool(loop.get_executor(), settings(4));
  int hashed = 0, refused = 0;
  for (int i = 0; i < 500; ++i)
    boost::asio::co_spawn(loop, pool.hash("sakura1985kyo"),
                          [&](std::exception_ptr, std::optional<std::string> hash) { ++(hash ? hashed : refused); });
  loop.run();
  EXPECT_EQ(hashed + refused, 500);
  EXPECT_GE(hashed, 4);
  EXPECT_GT(refused, 0);
}

}  // namespace
}  // namespace senkoi::server::accounts
