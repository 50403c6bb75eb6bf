// One server a database file, and its own key (reliability 47).
#include <gtest/gtest.h>

#include "program.hpp"

namespace senkoi::server::tests {
namespace {

namespace fs = std::filesystem;

class ProgramLock : public testing::Test {
 protected:
  ProgramLock() {
    makeDatabase(folder);
    EXPECT_EQ(Program(folder, {"staff", "invite", at(), "--mail=a@example.jp", "--name=A",
                               "--public-origin=https://senkoi.example"})
                  .end(),
              0);
    EXPECT_EQ(Program(folder, {"backup", copy, at()}).end(), 0);
  }
  std::string at() const { return "--database=" + database; }

  // What a command says that ends with a refusal; others use the folder's output, too.
  std::string refused(const Program::Texts& arguments) {
    Folder own;
    Program program(own, arguments);
    EXPECT_EQ(program.end(), 1) << arguments.front();
    return program.output();
  }
  std::string said(const Program::Texts& arguments) {
    Folder own;
    Program program(own, arguments);
    EXPECT_EQ(program.end(), 0) << arguments.front() << ": " << program.output();
    return program.output();
  }
  static bool holds(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

  Folder folder;
  const std::string database = folder / "senkoi.db", copy = folder / "copy.db";
};

TEST_F(ProgramLock, Reliability47_ASecondServerARestoreAMigrationAndARehearsalAreToldWhoHoldsTheDatabase) {
  Folder first;
  Program server(first, {"serve", "--port=0", at()});
  ASSERT_NE(server.port(), 0) << server.output();
  const std::string holder = "in use by senkoi serve (process " + std::to_string(server.process()) + ")";
  const std::string link = folder / "link.db";
  fs::create_symlink(database, link);
  for (const Program::Texts& arguments :
       {Program::Texts{"serve", "--port=0", at()}, Program::Texts{"serve", "--port=0", "--database=" + link},
        Program::Texts{"demo", "--port=0", at()}, Program::Texts{"rehearse", "--port=0", at()},
        Program::Texts{"migrate", at()}, Program::Texts{"restore", copy, at()}}) {
    const std::string output = refused(arguments);
    EXPECT_TRUE(holds(output, holder)) << arguments.front() << ": " << output;
  }
  EXPECT_TRUE(holds(said({"audit", "verify", at()}), "audit log sound")) << "reading goes on beside it";
  said({"backup", folder / "another.db", at()});
  said({"staff", "invite", at(), "--mail=b@example.jp", "--name=B", "--public-origin=https://senkoi.example"});
}

TEST_F(ProgramLock, Reliability47_TheLockEndsWithItsOwner) {
  for (int i = 0; i < 3; ++i) {
    Folder own;
    Program server(own, {"serve", "--port=0", at()});
    ASSERT_NE(server.port(), 0) << server.output();
    server.die();
  }
  said({"migrate", at()});
  said({"restore", copy, at()});
}

TEST_F(ProgramLock, Reliability47_ALinkToADatabaseThatIsNotThereYetSharesItsLock) {
  Folder own;
  const std::string fresh = own / "fresh.db", link = own / "link.db";
  fs::create_symlink("fresh.db", link);
  Program server(own, {"serve", "--port=0", "--database=" + link});
  ASSERT_NE(server.port(), 0) << server.output();
  EXPECT_TRUE(fs::exists(fresh + ".lock"));
  EXPECT_FALSE(fs::exists(link + ".lock"));
  EXPECT_TRUE(holds(refused({"serve", "--port=0", "--database=" + fresh}), "in use by senkoi serve"));
}

TEST_F(ProgramLock, AFolderIsNoDatabaseAndGetsNoLock) {
  const std::string data = folder / "data";
  fs::create_directory(data);
  EXPECT_TRUE(holds(refused({"serve", "--port=0", "--database=" + data}), "is a folder"));
  EXPECT_FALSE(fs::exists(data + ".lock"));
}

TEST_F(ProgramLock, Reliability47_ADatabaseOfTwoNamesIsNotServed) {
  fs::create_hard_link(database, folder / "other.db");
  EXPECT_TRUE(holds(refused({"serve", "--port=0", at()}), "second name"));
}

TEST_F(ProgramLock, Reliability47_EveryCommandRefusesAnothersKeyByName) {
  Folder other;
  const std::string elsewhere = other / "senkoi.db", key = database + ".key";
  makeDatabase(other);
  fs::copy_file(elsewhere + ".key", key, fs::copy_options::overwrite_existing);
  for (const Program::Texts& arguments :
       {Program::Texts{"serve", "--port=0", at()}, Program::Texts{"rehearse", "--port=0", at()},
        Program::Texts{"migrate", at()}, Program::Texts{"backup", folder / "another.db", at()},
        Program::Texts{"audit", "verify", at()}, Program::Texts{"audit", "head", at()},
        Program::Texts{"export-static", folder / "static", at()}, Program::Texts{"mail", "list", at()},
        Program::Texts{"staff", "invite", at(), "--mail=b@example.jp", "--name=B",
                       "--public-origin=https://senkoi.example"}}) {
    const std::string output = refused(arguments);
    EXPECT_TRUE(holds(output, key + " is not the key of " + database)) << arguments.front() << ": " << output;
  }
  // A copy and a key that do not belong together replace nothing.
  const std::string before = contentOf(elsewhere);
  fs::remove(copy + ".key");
  EXPECT_TRUE(
      holds(refused({"restore", copy, "--database=" + elsewhere}), elsewhere + ".key is not the key of " + copy));
  fs::copy_file(elsewhere + ".key", copy + ".key");
  EXPECT_TRUE(holds(refused({"restore", copy, "--database=" + elsewhere}), copy + ".key is not the key of " + copy));
  EXPECT_EQ(contentOf(elsewhere), before);
}

TEST_F(ProgramLock, Reliability41_TheHeadIsPrintedAtTheStartAndProvesTheLogLater) {
  std::string head;
  {
    Folder own;
    Program server(own, {"serve", "--port=0", at()});
    ASSERT_NE(server.port(), 0);
    for (int i = 0; i < 500 && !holds(server.output(), "\"audit_head\""); ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    const std::string output = server.output();
    const std::size_t from = output.find("audit head ") + 11;
    head = output.substr(from, output.find('\n', from) - from);
    EXPECT_TRUE(holds(output, "\"event\":\"audit_head\",\"head\":\"" + head + "\",\"when\":\"start\"")) << output;
    server.stop();
    EXPECT_EQ(server.end(), 0);
  }
  EXPECT_TRUE(holds(said({"audit", "head", at()}), "audit head " + head));
  const std::string before = folder / "before.db";
  said({"backup", before, at()});
  said({"staff", "invite", at(), "--mail=b@example.jp", "--name=B", "--public-origin=https://senkoi.example"});
  const std::string grown = said({"audit", "verify", at(), "--head=" + head});
  const std::size_t from = grown.find("audit head ") + 11;
  const std::string later = grown.substr(from, grown.find('\n', from) - from);
  EXPECT_NE(later, head);
  said({"restore", before, at()});
  said({"audit", "verify", at(), "--head=" + head});
  EXPECT_TRUE(holds(refused({"audit", "verify", at(), "--head=" + head, "--head=" + later}),
                    "does not hold the entry " + later));
  EXPECT_TRUE(holds(refused({"audit", "verify", at(), "--head=12:zz"}), "--head takes what the server printed"));
}

}  // namespace
}  // namespace senkoi::server::tests
