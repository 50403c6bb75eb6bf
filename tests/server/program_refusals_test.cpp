// What the binary refuses at its start, before anything is made, and how it says so.
#include <gtest/gtest.h>

#include "program.hpp"

namespace senkoi::server::tests {
namespace {

struct Refused : testing::Test {
  // Serves with these flags, and expects it to end at once.
  std::string saidTo(const Program::Texts& flags) const {
    Program::Texts arguments{"serve", "--database=" + (folder / "senkoi.db")};
    arguments.insert(arguments.end(), flags.begin(), flags.end());
    Program program(folder, arguments);
    EXPECT_EQ(program.end(), 1);
    EXPECT_FALSE(std::filesystem::exists(folder / "senkoi.db")) << "refused before anything is made";
    return program.output();
  }
  Folder folder;
};

TEST_F(Refused, R16_APublicOriginWithoutHttps) {
  EXPECT_TRUE(has(saidTo({"--port=0", "--public-origin=http://senkoi.example"}), "--public-origin"));
}

TEST_F(Refused, R4_AnAddressThatIsNone) {
  EXPECT_TRUE(has(saidTo({"--port=0", "--address=localhost"}), "--address takes an IP address of this machine"));
  EXPECT_TRUE(has(saidTo({"--port=0", "--metrics=localhost:9464"}), "--metrics takes an IP address and a port"));
  EXPECT_TRUE(has(saidTo({"--port=0", "--address=192.0.2.1"}), "cannot listen on 192.0.2.1"));
}

TEST_F(Refused, R4_APortThatIsTaken) {
  Folder other;
  Program first(other, {"serve", "--port=0", "--database=" + (other / "senkoi.db")});
  const std::string port = std::to_string(first.port());
  EXPECT_TRUE(has(saidTo({"--port=" + port}), "cannot listen on 127.0.0.1, port " + port));
}

TEST_F(Refused, M2_3f_PasswordLimitsThatNoFormCouldHold) {
  EXPECT_TRUE(
      has(saidTo({"--port=0", "--password-maximum=65"}), "--password-maximum takes a whole number from 1 to 64"));
  EXPECT_TRUE(
      has(saidTo({"--port=0", "--password-minimum=21"}), "--password-minimum (21) is above --password-maximum"));
  EXPECT_TRUE(has(saidTo({"--port=0", "--session-idle=2h", "--session-absolute=1h"}),
                  "--session-idle (7200s) is above --session-absolute (3600s)"));
  EXPECT_TRUE(has(saidTo({"--port=0", "--password-memory=4194304", "--password-operations=2"}), "many seconds"));
  EXPECT_TRUE(has(saidTo({"--port=0", "--password-minimum=0"}), "--password-minimum takes a whole number from 1"));
}

TEST_F(Refused, R4_ASiteThatIsMissing) {
  EXPECT_TRUE(has(saidTo({"--port=0", "--site=/nowhere/site"}), "there is no folder /nowhere/site for --site"));
}

// Each: arguments, and what is said. None makes anything.
TEST(RefusedFiles, R4_AreNamedInASentenceOfOurOwn) {
  Folder folder;
  std::ofstream(folder / "noise.db") << std::string(5000, 'x');
  std::ofstream(folder / "empty.db");
  std::ofstream(folder / "file") << "a file";
  const std::string database = "--database=" + (folder / "senkoi.db"), noise = "--database=" + (folder / "noise.db");
  struct Case {
    Program::Texts arguments;
    std::string says;
  };
  for (const auto& [arguments, says] :
       std::vector<Case>{{{"staff", "invite", "--mail=a@example.jp", "--name=A", database}, "there is no database"},
                         {{"migrate", database}, "there is no database"},
                         {{"audit", "verify", database}, "there is no database"},
                         {{"backup", folder / "copy.db", database}, "there is no database"},
                         {{"rehearse", "--port=0", database}, "there is no database"},
                         {{"export-static", folder / "out", database}, "there is no database"},
                         {{"restore", folder / "missing.db", database}, "there is no database"},
                         {{"restore", folder / "noise.db", database}, "noise.db is no database"},
                         {{"restore", folder / "empty.db", database}, "empty"},
                         {{"serve", "--port=0", noise}, "noise.db is no database"},
                         {{"serve", "--port=0", "--database=/nowhere/senkoi.db"}, "there is no folder /nowhere"},
                         {{"backup", "/nowhere/copy.db", noise}, "there is no folder /nowhere"}}) {
    Program program(folder, arguments);
    EXPECT_EQ(program.end(), 1) << arguments.front();
    const std::string said = program.output();
    EXPECT_TRUE(has(said, says)) << arguments.front() << ": " << said;
    for (const char* const riddle : {"filesystem error", "PRAGMA", "basic_ios", "terminate", "what():"})
      EXPECT_FALSE(has(said, riddle)) << said;
    EXPECT_FALSE(std::filesystem::exists(folder / "senkoi.db")) << arguments.front();
    EXPECT_FALSE(std::filesystem::exists(folder / "senkoi.db.key")) << arguments.front();
  }
}

TEST(RefusedFiles, R39_ACopyThatWasCutOrOverwrittenIsNamed) {
  Folder folder;
  const std::string database = "--database=" + (folder / "senkoi.db"), copy = folder / "copy.db";
  makeDatabase(folder);
  Program backup(folder, {"backup", copy, database});
  ASSERT_EQ(backup.end(), 0) << backup.output();
  std::filesystem::resize_file(copy, 20'000);
  Program restore(folder, {"restore", copy, database});
  EXPECT_EQ(restore.end(), 1);
  EXPECT_TRUE(has(restore.output(), "copy.db is damaged")) << restore.output();
}

TEST(RefusedFiles, R4_AnExportThatCannotBeWrittenSaysWhere) {
  Folder folder;
  const std::string database = "--database=" + (folder / "senkoi.db");
  makeDatabase(folder);
  std::ofstream(folder / "file") << "a file";
  Program program(folder, {"export-static", folder / "file", database});
  EXPECT_EQ(program.end(), 1);
  EXPECT_TRUE(has(program.output(), "senkoi: " + (folder / "file"))) << program.output();
  EXPECT_FALSE(has(program.output(), "filesystem error")) << program.output();
}

}  // namespace
}  // namespace senkoi::server::tests
