// Letters as an operator meets them: what the log and the metrics say when a relay refuses, and `senkoi mail` (L4, S6,
// R4).
#include <gtest/gtest.h>

#include "http_client.hpp"
#include "program.hpp"
#include "tests/server/smtp_peer.hpp"

namespace senkoi::server::tests {
namespace {

using http::tests::ask;
using senkoi::tests::SmtpPeer;

class Mail : public testing::Test {
 protected:
  void serve(const std::string& from = "Senkoi <noreply@senkoi.example>") {
    program_.emplace(folder_, Program::Texts{"serve", "--port=0", "--metrics=127.0.0.1:0", database(), "--no-smtp-tls",
                                             "--smtp-url=" + peer_.url(), "--smtp-from=" + from});
    ASSERT_NE(program_->port(), 0) << program_->output();
  }
  std::string database() const { return "--database=" + (folder_ / "senkoi.db"); }
  // A letter: the invitation of the first of the board.
  void invite(const std::string& mail) {
    const Folder own;
    Program program(own, {"staff", "invite", "--mail=" + mail, "--name=Hanako", database()});
    EXPECT_EQ(program.end(), 0) << program.output();
  }
  bool isRefused() {
    const auto text = ask(program_->metricsPort(), "GET /metrics HTTP/1.1");
    return text.find("senkoi_mail_queue{state=\"refused\"} 1\n") != std::string::npos;
  }
  // What the command says; the status through `status`.
  std::string command(Program::Texts arguments, int* status = nullptr) {
    const Folder own;
    arguments.push_back(database());
    Program program(own, std::move(arguments));
    const int ended = program.end();
    if (status) *status = ended;
    return program.output();
  }
  bool logs(const std::string& text) {
    return eventually([&] { return program_->output().find(text) != std::string::npos; });
  }
  template <class Condition>
  static bool eventually(Condition condition) {
    for (int i = 0; i < 3000 && !condition(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    return condition();
  }

  Folder folder_;
  SmtpPeer peer_;
  std::optional<Program> program_;
};

TEST_F(Mail, L4_ARelayThatRefusesUsIsToldLoudlyAndLettersGoOnOnceItIsCured) {
  peer_.say("RCPT", "554 5.7.1 <hanako@example.jp>: Relay access denied");
  serve();
  invite("hanako@example.jp");
  ASSERT_TRUE(logs("letters_stopped")) << program_->output();
  EXPECT_TRUE(logs(R"("level":"error","event":"letters_stopped")"));
  EXPECT_TRUE(logs(R"("stage":"recipient","why":"554 5.7.1 <(address)>: Relay access denied")")) << program_->output();
  EXPECT_TRUE(isRefused());
  EXPECT_NE(command({"mail", "list"}).find("staff_invitation\tnext attempt"), std::string::npos);
  peer_.say("RCPT", "250 fine");
  EXPECT_TRUE(logs("letters_go_on"));
  EXPECT_EQ(peer_.taken().size(), 1u);
  EXPECT_FALSE(isRefused());
  EXPECT_EQ(program_->output().find("hanako"), std::string::npos) << program_->output();
}

TEST_F(Mail, L4_ALetterThatWasGivenUpIsSentAgainByCommandWhileTheServerRuns) {
  peer_.say("RCPT", "550 5.1.1 <hanako@example.jp>: no such user");
  serve();
  invite("hanako@example.jp");
  ASSERT_TRUE(logs("letter_given_up")) << program_->output();
  EXPECT_TRUE(logs(R"("why":"550 5.1.1 <(address)>: no such user")")) << program_->output();
  EXPECT_FALSE(isRefused()) << "it is this recipient's";
  const std::string list = command({"mail", "list"});
  EXPECT_NE(list.find("1\tstaff_invitation\tgiven up"), std::string::npos) << list;
  EXPECT_NE(list.find("no such user\n1 undelivered, 0 waiting"), std::string::npos) << list;
  EXPECT_EQ(list.find("hanako"), std::string::npos) << list;
  peer_.say("RCPT", "250 fine");
  int status = -1;
  EXPECT_NE(command({"mail", "retry", "1"}, &status).find("1 letter is due again"), std::string::npos);
  EXPECT_EQ(status, 0);
  EXPECT_TRUE(eventually([&] { return peer_.taken().size() == 1; }));
  EXPECT_TRUE(eventually([&] { return command({"mail", "list"}).starts_with("0 undelivered"); }));
}

TEST_F(Mail, L4_TheCommandSaysWhatItCannotRetryAndMakesNoDatabase) {
  int status = 0;
  EXPECT_NE(command({"mail", "retry", "--all"}, &status).find("there is no database"), std::string::npos);
  EXPECT_EQ(status, 1);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "senkoi.db"));
  serve();
  EXPECT_NE(command({"mail", "retry", "7"}, &status).find("no undelivered letter has the number 7"), std::string::npos);
  EXPECT_EQ(status, 1);
  EXPECT_NE(command({"mail", "retry"}, &status).find("say which letters"), std::string::npos);
  EXPECT_EQ(status, 1);
  EXPECT_NE(command({"mail", "retry", "--all"}, &status).find("0 letters are due again"), std::string::npos);
  EXPECT_EQ(status, 0);
}

TEST_F(Mail, O1_ATestLetterGoesPastTheOutboxAndSaysAtWhichStageItFailed) {
  const std::string url = "--smtp-url=" + peer_.url();
  int status = -1;
  const std::string sent = command({"mail", "test", "Hanako <hanako@example.jp>", url, "--no-smtp-tls"}, &status);
  EXPECT_EQ(status, 0) << sent;
  EXPECT_TRUE(has(sent, "has taken the letter")) << sent;
  ASSERT_EQ(peer_.taken().size(), 1u);
  EXPECT_TRUE(has(peer_.taken()[0], "To: <hanako@example.jp>\r\n")) << peer_.taken()[0];
  peer_.say("RCPT", "554 5.7.1 Relay access denied");
  const std::string refused = command({"mail", "test", "hanako@example.jp", url, "--no-smtp-tls"}, &status);
  EXPECT_EQ(status, 1);
  EXPECT_TRUE(has(refused, "at the stage recipient: 554 5.7.1 Relay access denied")) << refused;
  EXPECT_TRUE(has(command({"mail", "test", "hanako@example.jp"}, &status), "no --smtp-url"));
  EXPECT_EQ(status, 1);
  EXPECT_TRUE(has(command({"mail", "test", "a@example.jp, b@example.jp", url}, &status), "one email address"));
  EXPECT_EQ(status, 1);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "senkoi.db"));
}

TEST_F(Mail, Reliability33_ASenderOfSpecialsIsOneMailboxAndWhatIsNoneIsRefused) {
  serve("A, B (C) <x@y.example>");
  invite("hanako@example.jp");
  ASSERT_TRUE(eventually([&] { return peer_.taken().size() == 1; }));
  EXPECT_NE(peer_.taken()[0].find("\r\nFrom: \"A, B (C)\" <x@y.example>\r\n"), std::string::npos);
  for (const char* const flag : {"--smtp-from=", "--smtp-reply-to="}) {
    for (const char* const text : {"A\r\nBcc: b@y.example <x@y.example>", "A, x@y.example", "Senkoi"}) {
      const Folder other;
      Program refused(other, {"serve", "--port=0", "--database=" + (other / "senkoi.db"), std::string(flag) + text});
      EXPECT_EQ(refused.end(), 1) << text << refused.output();
      EXPECT_NE(refused.output().find("takes one mail address"), std::string::npos) << refused.output();
    }
  }
}

}  // namespace
}  // namespace senkoi::server::tests
