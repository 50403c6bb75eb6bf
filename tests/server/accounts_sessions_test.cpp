// Sessions in memory before the writer: a crowd that comes at once stands in nobody's way (30).
#include <gtest/gtest.h>

#include "server/accounts/secrets.hpp"
#include "server/accounts/sessions.hpp"
#include "tests/server/writer_crowd.hpp"

namespace senkoi::tests {
namespace {

constexpr int crowd = 700;
constexpr Instant opened = season2025::opens;

std::string token(int number) {
  const std::string digits = std::to_string(number);
  return std::string(43 - digits.size(), 'A') + digits;
}

TEST(Sessions, Reliability30_ACrowdsUseTakesOnePlaceInTheWritersQueue) {
  Crowd people(nullptr, {.waiting = 2});
  people.registerApplicants(crowd);
  people.writer->wait([](Store& s) {
    for (int i = 1; i <= crowd; ++i)
      s.openSession(*server::accounts::hashOf(token(i)), *s.credentials(userId(i)), opened, {});
  });
  const auto reader = people.reader();
  server::accounts::Sessions sessions(people.io.get_executor(), *reader, *people.writer, {hours, 12 * hours});

  const auto later = opened + hours / 2;
  for (int i = 1; i <= crowd; ++i) EXPECT_TRUE(sessions.find(token(i), later));
  bool applied = false;
  people.atOnce(1, [&](int) -> Async<void> { co_await people.writer->run([&](Store&) { applied = true; }); });
  EXPECT_TRUE(applied);
  for (int i = 1; i <= crowd; ++i) ASSERT_EQ(reader->session(*server::accounts::hashOf(token(i)))->seenAt, later) << i;

  EXPECT_TRUE(sessions.find(token(1), later + hours / 2)) << "and whoever comes later is written down as well";
  people.atOnce(0, {});
  EXPECT_EQ(reader->session(*server::accounts::hashOf(token(1)))->seenAt, later + hours / 2);
}

}  // namespace
}  // namespace senkoi::tests
