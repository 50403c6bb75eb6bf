// `senkoi rehearse`: the office moves a copy of the season through its year, and the season stays as it is (S4).
#include <gtest/gtest.h>

#include "http_client.hpp"
#include "program.hpp"

namespace senkoi::server::tests {
namespace {

using http::tests::bodyOf;
using http::tests::Client;
using http::tests::statusOf;

std::string asked(std::uint16_t port, const std::string& head, const std::string& body = {}) {
  Client client(port);
  client.send(head + "\r\nHost: 127.0.0.1\r\nOrigin: http://127.0.0.1:" + std::to_string(port) +
              "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " +
              std::to_string(body.size()) + "\r\n\r\n" + body);
  return client.receiveAll();
}

class Rehearsal : public testing::Test {
 protected:
  // A whole season, as the demo makes it.
  void SetUp() override {
    Program demo(folder, {"demo", "--port=0", "--demo-applicants=20", "--database=" + database});
    ASSERT_NE(demo.port(), 0) << demo.output();
    demo.stop();
    ASSERT_EQ(demo.end(), 0);
  }

  Folder folder;
  std::string database = folder / "senkoi.db";
};

TEST_F(Rehearsal, S4_TheCopyMovesThroughItsYearAndTheSeasonStays) {
  const std::string before = contentOf(database);
  ASSERT_FALSE(before.empty());
  {
    Program program(folder, {"rehearse", "--port=0", "--database=" + database});
    const auto port = program.port();
    ASSERT_NE(port, 0) << program.output();
    const auto period = [&] { return bodyOf(asked(port, "GET /api/v1/season HTTP/1.1")); };
    EXPECT_NE(period().find("\"rounds\""), std::string::npos);
    // Years ahead the season is over; at the epoch it has not begun.
    EXPECT_EQ(statusOf(asked(port, "POST /api/v1/demo/clock HTTP/1.1", R"({"now":4000000000000,"still":true})")),
              "200");
    EXPECT_NE(period().find("\"period\":\"over\""), std::string::npos) << period();
    EXPECT_EQ(statusOf(asked(port, "POST /api/v1/demo/clock HTTP/1.1", R"({"now":1000,"still":true})")), "200");
    EXPECT_NE(period().find("\"period\":\"before\""), std::string::npos) << period();
    EXPECT_EQ(statusOf(asked(port, "GET /api/v1/demo/mails HTTP/1.1")), "200");
    program.stop();
    EXPECT_EQ(program.end(), 0) << program.output();
  }
  EXPECT_EQ(contentOf(database), before);
}

TEST_F(Rehearsal, S4_NobodyElsesMachineReachesIt) {
  for (const char* const address : {"0.0.0.0", "::", "192.0.2.1"}) {
    Program program(folder, {"rehearse", "--port=0", std::string("--address=") + address, "--database=" + database});
    EXPECT_EQ(program.end(), 1) << address;
    EXPECT_NE(program.output().find("on this machine alone"), std::string::npos) << program.output();
  }
}

TEST_F(Rehearsal, S4_WithoutASeasonItSaysSo) {
  Program program(folder, {"rehearse", "--port=0", "--database=" + (folder / "none.db")});
  EXPECT_EQ(program.end(), 1);
  EXPECT_NE(program.output().find("none.db"), std::string::npos) << program.output();
}

}  // namespace
}  // namespace senkoi::server::tests
