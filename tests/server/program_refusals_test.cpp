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

bool names(const std::string& output, std::string_view text) {
  return output.find(text) != std::string::npos;
}

TEST_F(Refused, R16_APublicOriginWithoutHttps) {
  EXPECT_TRUE(names(saidTo({"--port=0", "--public-origin=http://senkoi.example"}), "--public-origin"));
}

TEST_F(Refused, R4_AnAddressThatIsNone) {
  EXPECT_TRUE(names(saidTo({"--port=0", "--address=localhost"}), "localhost is no address to listen on"));
  EXPECT_TRUE(names(saidTo({"--port=0", "--metrics=localhost:9464"}), "localhost is no address to listen on"));
}

TEST_F(Refused, R4_APortThatIsTaken) {
  Folder other;
  Program first(other, {"serve", "--port=0", "--database=" + (other / "senkoi.db")});
  const std::string port = std::to_string(first.port());
  EXPECT_TRUE(names(saidTo({"--port=" + port}), "cannot listen on 127.0.0.1, port " + port));
}

TEST_F(Refused, M2_3f_PasswordLimitsThatNoFormCouldHold) {
  EXPECT_TRUE(names(saidTo({"--port=0", "--password-maximum=65"}), "--password-maximum takes at most 64"));
  EXPECT_TRUE(names(saidTo({"--port=0", "--password-minimum=21"}), "--password-minimum takes 1 to"));
  EXPECT_TRUE(names(saidTo({"--port=0", "--password-minimum=0"}), "--password-minimum takes 1 to"));
}

}  // namespace
}  // namespace senkoi::server::tests
