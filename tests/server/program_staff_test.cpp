// `senkoi staff`: accounts of staff as an operator sees and closes them (O1, reliability 18).
#include <gtest/gtest.h>

#include "program.hpp"

namespace senkoi::server::tests {
namespace {

class ProgramStaff : public testing::Test {
 protected:
  ProgramStaff() { makeDatabase(folder); }
  std::string said(Program::Texts arguments, int expected = 0) {
    const Folder own;
    arguments.push_back("--database=" + (folder / "senkoi.db"));
    Program program(own, std::move(arguments));
    EXPECT_EQ(program.end(), expected) << program.output();
    return program.output();
  }
  void invite() {
    said({"staff", "invite", "--mail=hanako@example.jp", "--name=Hanako", "--role=society", "--field=02",
          "--public-origin=https://senkoi.example"});
  }

  Folder folder;
};

TEST_F(ProgramStaff, O1_AccountsAreListedAndClosed) {
  EXPECT_EQ(said({"staff", "list"}), "");
  invite();
  EXPECT_EQ(said({"staff", "list"}), "1\tsociety\t02\tinvited\thanako@example.jp\tHanako\n");
  EXPECT_EQ(said({"staff", "close", "1"}), "closed account 1\n");
  EXPECT_EQ(said({"staff", "list"}), "");
  EXPECT_TRUE(has(said({"staff", "close", "1"}, 1), "there is no open account 1: see senkoi staff list"));
  EXPECT_TRUE(has(said({"audit", "verify"}), "audit log sound"));
}

TEST_F(ProgramStaff, Reliability18_NoAccountIsClosedBesideAServerThatRemembersItsSessions) {
  invite();
  const Folder own;
  Program server(own, {"serve", "--port=0", "--database=" + (folder / "senkoi.db")});
  ASSERT_NE(server.port(), 0) << server.output();
  EXPECT_TRUE(has(said({"staff", "close", "1"}, 1), "in use by senkoi serve"));
  EXPECT_TRUE(has(said({"staff", "list"}), "hanako@example.jp"));
}

}  // namespace
}  // namespace senkoi::server::tests
