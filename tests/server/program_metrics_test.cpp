// What a Prometheus server reads (R4).
#include <gtest/gtest.h>

#include <csignal>

#include "http_client.hpp"
#include "program.hpp"

namespace senkoi::server::tests {
namespace {

using http::tests::ask;
using http::tests::statusOf;

class Metrics : public testing::Test {
 protected:
  void SetUp() override {
    makeDatabase(folder_);
    EXPECT_EQ(Program(folder_, {"staff", "invite", "--database=" + (folder_ / "senkoi.db"),
                                "--public-origin=https://senkoi.example", "--mail=board@example.jp", "--name=A"})
                  .end(),
              0);
    std::signal(SIGXFSZ, SIG_IGN);  // handed on: a write past the limit fails instead of killing
    program_.emplace(
        folder_, Program::Texts{"serve", "--port=0", "--metrics=127.0.0.1:0", "--database=" + (folder_ / "senkoi.db")});
    std::signal(SIGXFSZ, SIG_DFL);
    port_ = program_->port();
    metricsPort_ = program_->metricsPort();
    ASSERT_NE(metricsPort_, 0) << program_->output();
  }

  std::string request(const std::string& mail) {
    return ask(port_,
               "POST /api/v1/recoveries HTTP/1.1\r\nContent-Type: application/json\r\nOrigin: http://127.0.0.1:" +
                   std::to_string(port_),
               R"({"mail":")" + mail + R"("})");
  }

  std::string read() { return ask(metricsPort_, "GET /metrics HTTP/1.1"); }

  // Of the line that begins so; "nothing" where there is none.
  std::string value(const std::string& name) {
    auto const text = read();
    auto const at = text.find('\n' + name + ' ');
    if (at == std::string::npos) return "nothing";
    auto const from = at + name.size() + 2;
    return text.substr(from, text.find('\n', from) - from);
  }

  Folder folder_;
  std::optional<Program> program_;
  std::uint16_t port_ = 0, metricsPort_ = 0;
};

TEST_F(Metrics, R4_CountAnswersWritesAndLettersThatWait) {
  ask(port_, "GET /api/v1/health HTTP/1.1");
  ask(port_, "GET /nowhere HTTP/1.1");
  EXPECT_EQ(statusOf(request("a@example.jp")), "202");
  EXPECT_EQ(value("senkoi_answers_total{status=\"200\"}"), "1");
  EXPECT_EQ(value("senkoi_answers_total{status=\"202\"}"), "1");
  EXPECT_EQ(value("senkoi_answers_total{status=\"404\"}"), "1");
  EXPECT_EQ(value("senkoi_answer_seconds_count{made=\"waited\"}"), "1");
  EXPECT_EQ(value("senkoi_answer_seconds_count{made=\"at_once\"}"), "2");
  EXPECT_EQ(value("senkoi_letters_waiting"), "1") << "the invitation of the first of the board";
  EXPECT_EQ(value("senkoi_mail_queue{state=\"refused\"}"), "0");
  EXPECT_NE(value("senkoi_writes_total"), "0");
  EXPECT_EQ(value("senkoi_commits_failed_total"), "0");
  EXPECT_NE(value("process_resident_memory_bytes"), "nothing");
  EXPECT_EQ(value("senkoi_limits_full"), "0");
  EXPECT_NE(value("senkoi_connections_of_one_network"), "nothing");  // they may have ended by now
}

TEST_F(Metrics, R4_ACommitThatFailsIsSeen) {
  EXPECT_EQ(statusOf(request("a@example.jp")), "202");
  program_->limitFiles(1);
  EXPECT_EQ(statusOf(request("b@example.jp")), "503");
  program_->limitFiles(RLIM_INFINITY);
  EXPECT_NE(value("senkoi_commits_failed_total"), "0");
  EXPECT_EQ(value("senkoi_answers_total{status=\"503\"}"), "1");
}

TEST_F(Metrics, R38_ReadinessFollowsTheWriterAndHealthDoesNot) {
  EXPECT_EQ(statusOf(ask(port_, "GET /api/v1/ready HTTP/1.1")), "200");
  program_->limitFiles(1);
  EXPECT_EQ(statusOf(request("b@example.jp")), "503");
  for (int i = 0; i < 3; ++i) {
    auto const ready = ask(port_, "GET /api/v1/ready HTTP/1.1");
    EXPECT_EQ(statusOf(ready), "503");
    EXPECT_NE(ready.find("retry-after: "), std::string::npos);
  }
  EXPECT_EQ(statusOf(ask(port_, "GET /api/v1/health HTTP/1.1")), "200");
  program_->limitFiles(RLIM_INFINITY);
  EXPECT_EQ(statusOf(ask(port_, "GET /api/v1/ready HTTP/1.1")), "200") << "without anybody's request in between";
}

TEST_F(Metrics, R34_AProxyThatIsNotNamedIsToldOnceAndCounted) {
  int limited = 0;
  for (int i = 0; i < 150; ++i) {
    auto const answer = ask(port_,
                            "POST /api/v1/recoveries HTTP/1.1\r\nContent-Type: application/json\r\nX-Forwarded-For: "
                            "203.0.113." +
                                std::to_string(i) + "\r\nOrigin: http://127.0.0.1:" + std::to_string(port_),
                            "{}");
    limited += statusOf(answer) == "429" ? 1 : 0;
  }
  EXPECT_GT(limited, 100);
  auto const said = program_->output();
  auto const first = said.find("--proxies=127.0.0.1");
  ASSERT_NE(first, std::string::npos) << said;
  EXPECT_EQ(said.find("--proxies", said.find('\n', first)), std::string::npos) << said;
  EXPECT_EQ(value("senkoi_requests_of_unnamed_proxies_total"), "150");
}

TEST_F(Metrics, R4_StandApartFromTheApiAndNameNobody) {
  request("somebody@example.jp");
  EXPECT_EQ(statusOf(ask(port_, "GET /metrics HTTP/1.1")), "404") << "the API's own port, which the world reaches";
  EXPECT_EQ(statusOf(ask(metricsPort_, "GET /api/v1/season HTTP/1.1")), "404");
  EXPECT_EQ(statusOf(ask(metricsPort_, "DELETE /metrics HTTP/1.1")), "405");
  EXPECT_EQ(read().find("somebody"), std::string::npos);
  program_->stop();
  EXPECT_EQ(program_->end(), 0) << "a Prometheus that stays connected holds no stop up";
}

TEST(MetricsProgram, R4_AnAddressThatIsNoneIsRefusedAtTheStart) {
  Folder folder;
  for (const auto* const text : {"9464", "127.0.0.1", "127.0.0.1:", "127.0.0.1:99999", ":9464"}) {
    Program program(folder,
                    {"serve", "--port=0", "--database=" + (folder / "senkoi.db"), std::string{"--metrics="} + text});
    EXPECT_EQ(program.end(), 1) << text << program.output();
    EXPECT_NE(program.output().find("--metrics takes"), std::string::npos) << program.output();
  }
}

}  // namespace
}  // namespace senkoi::server::tests
