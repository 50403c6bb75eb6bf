// The binary from outside: it starts, answers, stops in good order.
#include "program.hpp"

#include <gtest/gtest.h>

#include <csignal>

#include "http_client.hpp"

namespace senkoi::server::tests {
namespace {

using http::tests::ask;
using http::tests::bodyOf;
using http::tests::statusOf;
using Texts = Program::Texts;

Texts demo(const Folder& folder, Texts more = {}) {
  Texts arguments{"demo", "--port=0", "--demo-applicants=20", "--database=" + (folder / "senkoi.db")};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

// One demo for the tests that only ask.
class Asking : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new Folder;
    program_ = new Program(*folder_, demo(*folder_, {"--embed-origins=https://society.example"}));
    port_ = program_->port();
    ASSERT_NE(port_, 0) << program_->output();
  }
  static void TearDownTestSuite() {
    delete program_;
    delete folder_;
  }

  static std::string origin() { return "Origin: http://127.0.0.1:" + std::to_string(port_); }

  static inline Folder* folder_ = nullptr;
  static inline Program* program_ = nullptr;
  static inline std::uint16_t port_ = 0;
};

TEST_F(Asking, HealthIsWell) {
  auto const answer = ask(port_, "GET /api/v1/health HTTP/1.1");
  EXPECT_EQ(statusOf(answer), "200");
  EXPECT_TRUE(has(answer, "ok"));
}

TEST_F(Asking, AnUnknownPathIsAProblemInTheCallersLanguage) {
  auto const english = ask(port_, "GET /api/v1/nothing HTTP/1.1\r\nAccept-Language: en");
  EXPECT_EQ(statusOf(english), "404");
  EXPECT_TRUE(has(english, "content-type: application/problem+json"));
  EXPECT_TRUE(has(english, "\"code\":\"not_found\""));
  EXPECT_NE(bodyOf(english), bodyOf(ask(port_, "GET /api/v1/nothing HTTP/1.1")));
}

TEST_F(Asking, AWrongMethodIsToldTheRightOnes) {
  auto const answer = ask(port_, "DELETE /api/v1/season HTTP/1.1\r\n" + origin());
  EXPECT_EQ(statusOf(answer), "405");
  EXPECT_TRUE(has(answer, "allow: GET, HEAD, OPTIONS\r\n"));
}

TEST_F(Asking, R19_UnsafeMethodsNeedOurOriginAndJson) {
  std::string const post = "POST /api/v1/recoveries HTTP/1.1\r\n", json = "\r\nContent-Type: application/json",
                    body = "{}";
  EXPECT_TRUE(has(ask(port_, post + "X: y" + json, body), "origin_missing"));
  EXPECT_TRUE(has(ask(port_, post + "Origin: https://evil.example" + json, body), "origin_refused"));
  EXPECT_TRUE(has(ask(port_, post + "Origin: null" + json, body), "origin_refused"));
  EXPECT_TRUE(has(ask(port_, post + "Origin: https://society.example" + json, body), "origin_refused"));
  EXPECT_EQ(statusOf(ask(port_, post + origin(), body)), "415");
  EXPECT_EQ(statusOf(ask(port_, post + origin() + "\r\nContent-Type: text/plain", body)), "415");
  EXPECT_EQ(statusOf(ask(port_, post + origin() + json + "; charset=utf-8", body)), "422");
}

TEST_F(Asking, R22_PersonalDataIsNotStored) {
  auto const answer = ask(port_, "GET /api/v1/me HTTP/1.1");
  EXPECT_EQ(statusOf(answer), "401");
  EXPECT_TRUE(has(answer, "session_missing"));
  EXPECT_TRUE(has(answer, "cache-control: no-store\r\n"));
}

TEST_F(Asking, HeadIsGetWithoutTheBody) {
  auto const answer = ask(port_, "HEAD /api/v1/season HTTP/1.1");
  EXPECT_EQ(statusOf(answer), "200");
  EXPECT_EQ(bodyOf(answer), "");
  EXPECT_FALSE(has(answer, "content-length: 0\r\n"));
}

TEST_F(Asking, WhatTheClientHasIsNotSentAgain) {
  auto const answer = ask(port_, "GET /api/v1/figures/02 HTTP/1.1");
  auto const at = answer.find("etag: ");
  ASSERT_NE(at, std::string::npos);
  auto const tag = answer.substr(at + 6, answer.find('\r', at) - at - 6);
  auto const again = ask(port_, "GET /api/v1/figures/02 HTTP/1.1\r\nIf-None-Match: " + tag);
  EXPECT_EQ(statusOf(again), "304");
  EXPECT_EQ(bodyOf(again), "");
}

TEST_F(Asking, R2_SocietiesPagesReadWithoutASession) {
  auto const society = ask(port_, "GET /api/v1/season HTTP/1.1\r\nOrigin: https://society.example");
  EXPECT_TRUE(has(society, "access-control-allow-origin: https://society.example\r\n"));
  EXPECT_FALSE(has(society, "access-control-allow-credentials"));
  EXPECT_FALSE(has(ask(port_, "GET /api/v1/me HTTP/1.1\r\nOrigin: https://society.example"), "access-control-allow"));
  EXPECT_TRUE(has(ask(port_, "GET /api/v1/me HTTP/1.1\r\n" + origin()), "access-control-allow-credentials: true\r\n"));
  EXPECT_FALSE(has(ask(port_, "GET /api/v1/season HTTP/1.1\r\nOrigin: https://evil.example"), "access-control-allow"));
}

TEST_F(Asking, R2_PreflightsAreAnsweredByTheSameRule) {
  std::string const options = "OPTIONS /api/v1/me HTTP/1.1\r\n", put = "\r\nAccess-Control-Request-Method: PUT";
  auto const site = ask(port_, options + origin() + put);
  EXPECT_EQ(statusOf(site), "204");
  EXPECT_TRUE(has(site, "access-control-allow-methods: GET, HEAD, PUT, DELETE, OPTIONS\r\n"));
  EXPECT_FALSE(has(ask(port_, options + "Origin: https://society.example" + put), "access-control-allow-origin"));
  EXPECT_FALSE(has(ask(port_, options + "Origin: https://evil.example" + put), "access-control-allow-origin"));
}

TEST_F(Asking, RatesAreLimitedPerAddress) {
  std::string last;
  for (int i = 0; i < 40; ++i) {
    last = ask(port_, "POST /api/v1/recoveries HTTP/1.1\r\nContent-Type: application/json\r\n" + origin(), "{}");
  }
  EXPECT_EQ(statusOf(last), "429");
  EXPECT_TRUE(has(last, "retry-after: "));
  EXPECT_TRUE(has(last, "too_many_attempts"));
}

TEST(ProgramTest, R34_ANamedProxySaysWhoAsks) {
  Folder folder;
  Program program(folder, demo(folder, {"--proxies=127.0.0.1"}));
  auto const port = program.port();
  ASSERT_NE(port, 0) << program.output();
  auto const origin = "Origin: http://127.0.0.1:" + std::to_string(port);
  for (int i = 0; i < 60; ++i) {
    auto const answer =
        ask(port,
            "POST /api/v1/recoveries HTTP/1.1\r\nContent-Type: application/json\r\nX-Forwarded-For: 203.0.113." +
                std::to_string(i) + "\r\n" + origin,
            "{}");
    ASSERT_EQ(statusOf(answer), "422");
  }
}

TEST(ProgramTest, R35_StopsInGoodOrderAndStartsAgainWithItsSeason) {
  Folder folder;
  std::string season;
  for (int run = 0; run < 2; ++run) {
    Program program(folder, demo(folder));
    auto const port = program.port();
    ASSERT_NE(port, 0) << program.output();
    auto const now = bodyOf(ask(port, "GET /api/v1/figures/19 HTTP/1.1"));
    if (run == 1) {
      EXPECT_EQ(now, season);
    }
    season = now;
    program.stop();
    EXPECT_EQ(program.end(), 0) << program.output();
  }
}

TEST(ProgramTest, ProductionHasNoDemoRoutes) {
  Folder folder;
  Program program(folder, {"serve", "--port=0", "--database=" + (folder / "senkoi.db")});
  auto const port = program.port();
  ASSERT_NE(port, 0) << program.output();
  for (auto const path : {"/api/v1/demo", "/api/v1/demo/mails", "/api/v1/demo/clock", "/api/v1/demo/mails/1"}) {
    EXPECT_EQ(statusOf(ask(port, "GET " + std::string{path} + " HTTP/1.1")), "404") << path;
  }
}

TEST(ProgramTest, S4_WithoutASeasonNobodyRegisters) {
  Folder folder;
  Program program(folder, {"serve", "--port=0", "--database=" + (folder / "senkoi.db")});
  auto const port = program.port();
  ASSERT_NE(port, 0) << program.output();
  auto const refused =
      ask(port,
          "POST /api/v1/mail-addresses HTTP/1.1\r\nContent-Type: application/json\r\nOrigin: http://127.0.0.1:" +
              std::to_string(port),
          R"({"mail":"a@example.jp","field":"01"})");
  EXPECT_EQ(statusOf(refused), "409") << refused;
  EXPECT_TRUE(has(refused, "registration_not_open"));
}

TEST(ProgramTest, R4_BackupRestoreAndAuditWhileNobodyServes) {
  Folder folder;
  auto const database = "--database=" + (folder / "senkoi.db");
  makeDatabase(folder);
  EXPECT_EQ(Program(folder, {"migrate", database}).end(), 0);
  EXPECT_EQ(Program(folder, {"backup", folder / "copy.db", database}).end(), 0);
  EXPECT_EQ(Program(folder, {"restore", folder / "copy.db", database}).end(), 0);
  EXPECT_EQ(Program(folder, {"audit", "verify", database}).end(), 0);
  EXPECT_EQ(Program(folder, {"backup", folder / "copy.db", database}).end(), 1) << "never over another file";
}

TEST(Program, S4_TheFirstOfTheBoardIsInvitedFromTheCommandLine) {
  Folder const folder;
  makeDatabase(folder);
  auto const database = "--database=" + (folder / "senkoi.db");
  auto const invite = [&](Texts more) {
    Texts arguments{"staff", "invite", database, "--public-origin=https://senkoi.example"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    Program program(folder, arguments);
    auto const status = program.end();
    return std::pair{status, program.output()};
  };
  auto const [status, said] = invite({"--mail=Board@EXAMPLE.jp", "--name=機構 花子", "--show-link"});
  EXPECT_EQ(status, 0) << said;
  EXPECT_TRUE(has(said, "https://senkoi.example/staff/join.html#token=")) << said;
  EXPECT_FALSE(has(invite({"--mail=other@example.jp", "--name=A"}).second, "#token=")) << "only where it is asked for";
  auto const [again, taken] = invite({"--mail=board@example.jp", "--name=B"});
  EXPECT_EQ(again, 1);
  EXPECT_TRUE(has(taken, "already used by another staff member")) << taken;
  EXPECT_TRUE(has(invite({"--mail=nobody", "--name=B"}).second, "mail: "));
  EXPECT_TRUE(has(invite({"--mail=s@example.jp", "--name=B", "--role=society"}).second, "field: "));
  EXPECT_EQ(invite({"--mail=s@example.jp", "--name=B", "--role=society", "--field=02"}).first, 0);
}

TEST(ProgramTest, Reliability41_AuditVerifyNeedsTheKeyThatWroteTheLog) {
  Folder folder;
  auto const database = "--database=" + (folder / "senkoi.db");
  {
    Program program(folder, {"serve", "--port=0", database});
    auto const port = program.port();
    ASSERT_NE(port, 0) << program.output();
    auto const post = "POST /api/v1/recoveries HTTP/1.1\r\nContent-Type: application/json\r\nOrigin: http://127.0.0.1:";
    EXPECT_EQ(statusOf(ask(port, post + std::to_string(port), R"({"mail":"a@example.jp"})")), "202");
  }
  EXPECT_EQ(Program(folder, {"audit", "verify", database}).end(), 0);
  std::filesystem::rename(folder / "senkoi.db.key", folder / "away.key");
  EXPECT_EQ(Program(folder, {"audit", "verify", database}).end(), 1) << "no key";
  EXPECT_FALSE(std::filesystem::exists(folder / "senkoi.db.key")) << "and none is made";
  std::ofstream(folder / "senkoi.db.key") << std::string(32, 'k');
  std::filesystem::permissions(folder / "senkoi.db.key", std::filesystem::perms::owner_read);
  EXPECT_EQ(Program(folder, {"audit", "verify", database}).end(), 1) << "another key";
}

// What a full disk is to the program: its files may not grow.
TEST(ProgramTest, Reliability38_AFailingStoreAnswers503AndServesOnOnceItIsBack) {
  Folder folder;
  std::signal(SIGXFSZ, SIG_IGN);  // handed on: a write past the limit fails instead of killing
  Program program(folder, {"serve", "--port=0", "--database=" + (folder / "senkoi.db")});
  std::signal(SIGXFSZ, SIG_DFL);
  auto const port = program.port();
  ASSERT_NE(port, 0) << program.output();
  auto const request = [&] {
    return ask(port,
               "POST /api/v1/recoveries HTTP/1.1\r\nContent-Type: application/json\r\nOrigin: http://127.0.0.1:" +
                   std::to_string(port),
               R"({"mail":"a@example.jp"})");
  };
  EXPECT_EQ(statusOf(request()), "202");
  program.limitFiles(1);
  auto const refused = request();
  EXPECT_EQ(statusOf(refused), "503") << refused;
  EXPECT_TRUE(has(refused, "retry-after: "));
  EXPECT_TRUE(has(refused, "x-incident: "));
  EXPECT_TRUE(has(refused, "\"code\":\"busy\""));
  EXPECT_EQ(statusOf(ask(port, "GET /api/v1/season HTTP/1.1")), "200") << "reads go on";
  program.limitFiles(RLIM_INFINITY);
  EXPECT_EQ(statusOf(request()), "202");
  program.stop();
  EXPECT_EQ(program.end(), 0);
  EXPECT_EQ(Program(folder, {"audit", "verify", "--database=" + (folder / "senkoi.db")}).end(), 0);
}

}  // namespace
}  // namespace senkoi::server::tests
