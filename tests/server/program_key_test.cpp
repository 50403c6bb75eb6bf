// The server's key on its way: with the backup, back with it, and never made anew for a database that needs the old
// one.
#include <gtest/gtest.h>

#include "program.hpp"

namespace senkoi::server::tests {
namespace {

TEST(ProgramKey, Reliability39_TheKeyGoesWithTheBackupAndComesBackWithIt) {
  namespace fs = std::filesystem;
  Folder const folder, other;
  makeDatabase(folder);
  auto const database = "--database=" + (folder / "senkoi.db"), elsewhere = "--database=" + (other / "senkoi.db");
  Program::Texts const invite{
      "staff", "invite", database, "--mail=a@example.jp", "--name=A", "--public-origin=https://senkoi.example"};
  ASSERT_EQ(Program(folder, invite).end(), 0);
  EXPECT_EQ(Program(folder, {"backup", other / "copy.db", database}).end(), 0);
  EXPECT_EQ(contentOf(other / "copy.db.key"), contentOf(folder / "senkoi.db.key"));
  EXPECT_EQ(fs::status(other / "copy.db.key").permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(Program(folder, {"restore", other / "copy.db", elsewhere}).end(), 0);
  EXPECT_EQ(contentOf(other / "senkoi.db.key"), contentOf(folder / "senkoi.db.key"));
  EXPECT_EQ(Program(folder, {"audit", "verify", elsewhere}).end(), 0);
  // Without it nothing is opened with a new key.
  fs::remove(other / "senkoi.db.key");
  for (const Program::Texts& arguments :
       {Program::Texts{"serve", "--port=0", elsewhere}, Program::Texts{"migrate", elsewhere}}) {
    Program program(folder, arguments);
    EXPECT_EQ(program.end(), 1);
    EXPECT_TRUE(program.output().find("senkoi.db.key is missing") != std::string::npos) << program.output();
    EXPECT_FALSE(fs::exists(other / "senkoi.db.key"));
  }
}

}  // namespace
}  // namespace senkoi::server::tests
