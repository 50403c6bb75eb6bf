// Tokens, the server's key and random choice (reliability 1, 10).
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <barrier>
#include <fstream>
#include <set>
#include <thread>
#include <vector>

#include "senkoi/rules/user_id.hpp"
#include "server/accounts/secrets.hpp"
#include "tests/store/scratch_folder.hpp"

namespace senkoi::server::accounts {
namespace {

using tests::ScratchFolder;

TEST(ServerKey, IsMadeOnceForTheOwnerAlone) {
  const ScratchFolder folder;
  const ServerKey made = serverKey(folder / "senkoi.db.key");
  struct stat facts {};
  ASSERT_EQ(::stat((folder / "senkoi.db.key").c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777, 0600u);
  EXPECT_EQ(serverKey(folder / "senkoi.db.key"), made);
  EXPECT_NE(serverKey(folder / "another.key"), made);
}

TEST(ServerKey, Reliability47_OfTwoFirstStartsAtOnceBothTakeTheSameKey) {
  constexpr std::size_t starts = 8;
  for (int round = 0; round < 20; ++round) {
    const ScratchFolder folder;
    std::array<ServerKey, starts> keys{};
    std::barrier together(starts);
    {
      std::vector<std::jthread> threads;
      for (ServerKey& key : keys) {
        threads.emplace_back([&] {
          together.arrive_and_wait();
          key = serverKey(folder / "senkoi.db.key");
        });
      }
    }
    const ServerKey kept = serverKey(folder / "senkoi.db.key");
    EXPECT_EQ(std::ranges::count(keys, kept), static_cast<std::ptrdiff_t>(starts));
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder / ""), {}), 1) << "no draft is left";
  }
}

TEST(ServerKey, RefusesAKeyThatOthersReadOrThatIsNone) {
  const ScratchFolder folder;
  serverKey(folder / "open.key");
  ::chmod((folder / "open.key").c_str(), 0644);
  EXPECT_THROW(serverKey(folder / "open.key"), std::runtime_error);
  std::ofstream(folder / "short.key") << "short";
  ::chmod((folder / "short.key").c_str(), 0600);
  EXPECT_THROW(serverKey(folder / "short.key"), std::runtime_error);
  EXPECT_THROW(serverKey(folder / "missing/deep.key"), std::runtime_error);
}

TEST(Token, Is256BitsOfUrlSafeText) {
  const Secrets secrets(ServerKey{}, systemRandom());
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) {
    const std::string token = secrets.sessionToken();
    EXPECT_EQ(token.size(), 43u);
    EXPECT_EQ(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"), token.npos);
    EXPECT_TRUE(hashOf(token));
    EXPECT_TRUE(seen.insert(token).second);
  }
}

TEST(Token, OfALinkFollowsFromNonceAndKeyAlone) {
  const Secrets secrets(ServerKey{1}, systemRandom()), other(ServerKey{2}, systemRandom());
  const store::Nonce nonce{7}, another{8};
  EXPECT_EQ(secrets.linkToken(nonce), secrets.linkToken(nonce));
  EXPECT_NE(secrets.linkToken(nonce), secrets.linkToken(another));
  EXPECT_NE(secrets.linkToken(nonce), other.linkToken(nonce)) << "without the key the nonce is worth nothing";
}

TEST(Token, WhatCannotBeOneHasNoHash) {
  for (const std::string& token : {std::string{}, std::string(42, 'a'), std::string(44, 'a'),
                                   std::string(42, 'a') + "=", std::string(42, 'a') + '\0'})
    EXPECT_FALSE(hashOf(token));
}

TEST(Below, ADrawAboveTheLastWholeMultipleIsThrownAway) {
  int calls = 0;
  // The first draw lies above the last whole multiple of 3 and must be thrown away.
  const Secrets secrets(ServerKey{}, [&](std::span<std::uint8_t> out) {
    std::fill(out.begin(), out.end(), static_cast<std::uint8_t>(calls++ == 0 ? 0xFF : 0));
  });
  EXPECT_EQ(secrets.below(3), 0u);
  EXPECT_EQ(calls, 2);
}

TEST(UserId, M1_2_CandidatesCarryTheirFieldAndARightCheckDigit) {
  const Secrets secrets(ServerKey{}, systemRandom());
  for (int i = 0; i < 100; ++i) {
    std::string id = secrets.userId(Field{19});
    EXPECT_EQ(id.substr(0, 2), "19");
    EXPECT_EQ(rules::userId(id), Code::ok);
  }
}

}  // namespace
}  // namespace senkoi::server::accounts
