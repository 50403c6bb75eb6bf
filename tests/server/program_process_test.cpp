// What the system does to the process: signals, and how many files it may have open (reliability 30, 35).
#include <gtest/gtest.h>

#include <csignal>
#include <memory>

#include "http_client.hpp"
#include "program.hpp"

namespace senkoi::server::tests {
namespace {

using http::tests::ask;
using http::tests::Client;
using http::tests::statusOf;

TEST(Process, R35_ATerminalThatClosesStopsItInGoodOrder) {
  Folder folder;
  Program program(folder, {"serve", "--port=0", "--database=" + (folder / "senkoi.db")});
  ASSERT_NE(program.port(), 0) << program.output();
  program.stop(SIGHUP);
  EXPECT_EQ(program.end(), 0);
  EXPECT_TRUE(has(program.output(), "\"stopped\"")) << program.output();
}

TEST(Process, R35_NohupKeepsItFromStopping) {
  Folder folder;
  std::signal(SIGHUP, SIG_IGN);
  Program program(folder, {"serve", "--port=0", "--database=" + (folder / "senkoi.db")});
  std::signal(SIGHUP, SIG_DFL);
  ASSERT_NE(program.port(), 0) << program.output();
  program.stop(SIGHUP);
  EXPECT_EQ(statusOf(ask(program.port(), "GET /api/v1/health HTTP/1.1")), "200");
  program.stop();
  EXPECT_EQ(program.end(), 0);
}

TEST(Process, R30_AHardLimitOfFilesBelowTheConnectionsIsToldAtTheStart) {
  Folder folder;
  Program program(folder, {"serve", "--port=0", "--connections=1000", "--database=" + (folder / "senkoi.db")}, {}, 400);
  ASSERT_NE(program.port(), 0) << program.output();
  auto const said = program.output();
  EXPECT_TRUE(has(said, "400 open files")) << said;
  EXPECT_TRUE(has(said, "--connections=1000")) << said;
  EXPECT_TRUE(has(said, "\"connections\":\"272\"")) << said;
  std::vector<std::unique_ptr<Client>> clients;
  for (int i = 0; i < 450; ++i)
    clients.push_back(std::make_unique<Client>(program.port(), 0, "127.0.0." + std::to_string(i % 100 + 2)));
  EXPECT_EQ(statusOf(ask(program.port(), "GET /api/v1/health HTTP/1.1")), "200") << "there is a place for a newcomer";
}

TEST(Process, R30_TooFewFilesToServeAtAllAreRefused) {
  Folder folder;
  Program program(folder, {"serve", "--port=0", "--database=" + (folder / "senkoi.db")}, {}, 64);
  EXPECT_EQ(program.end(), 1);
  EXPECT_TRUE(has(program.output(), "64 open files")) << program.output();
}

}  // namespace
}  // namespace senkoi::server::tests
