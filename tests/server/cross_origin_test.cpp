// What a society's page may do, and what a stranger's (R2; reliability 19): read what is public, send a
// newcomer's mail address, and nothing else, with or without the cookie of who looks at it.
#include "server/api/routes.hpp"
#include "tests/server/house.hpp"

namespace senkoi::tests {
namespace {

using server::RequiredRole;
using server::http::Method;

constexpr const char* society = "https://society.example";
constexpr const char* another = "https://another.example";
constexpr const char* stranger = "https://evil.example";
constexpr const char* mailAddresses = "/api/v1/mail-addresses";

Ask from(const std::string& origin, Ask ask) {
  ask.headers["origin"] = origin;
  return ask;
}

Ask newcomer(const std::string& origin, const std::string& mail, const std::string& peer = "192.0.2.1") {
  Ask ask = from(origin, {"POST", mailAddresses, R"({"mail":")" + mail + R"(","field":"02","language":"ja"})"});
  ask.peer = peer;
  return ask;
}

std::string headerOf(const Told& told, const std::string& name) {
  const auto found = told.headers.find(name);
  return found == told.headers.end() ? std::string{} : found->second;
}

std::string readerOf(const Told& told) {
  return headerOf(told, "access-control-allow-origin");
}

std::string filled(std::string_view path) {
  std::string target(path);
  const auto open = target.find('{');
  const bool field = path.find("{field}") != std::string_view::npos;
  return open == std::string::npos ? target : target.replace(open, target.find('}') - open + 1, field ? "01" : "1");
}

std::string nameOf(Method method) {
  if (method == Method::get) return "GET";
  if (method == Method::post) return "POST";
  return method == Method::put ? "PUT" : "DELETE";
}

TEST(CrossOrigin, R2_ASocietysPageSendsANewcomersAddressWithoutASession) {
  House house;
  const Told sent = house.ask(newcomer(society, "hanako@example.jp"));
  EXPECT_EQ(sent.status, 202) << sent.body;
  EXPECT_EQ(readerOf(sent), society);
  EXPECT_EQ(headerOf(sent, "access-control-allow-credentials"), "");
  ASSERT_EQ(house.letters().size(), 1u);
  EXPECT_EQ(house.letters().front().to, "hanako@example.jp");
}

TEST(CrossOrigin, M2_1_ARefusalCanBeReadThereToo) {
  House house;
  const Told refused = house.ask(newcomer(society, "hanako@docomo.ne.jp"));
  EXPECT_EQ(refused.text("/errors/0/code"), "mail_carrier");
  EXPECT_EQ(readerOf(refused), society);
}

TEST(CrossOrigin, R2_NothingElseIsDoneFromThereWhoeverLooksAtThePage) {
  House house;
  const std::string cookie = house.applicant();
  for (const char* const origin : {society, stranger, "null"}) {
    for (const auto& route : server::routes()) {
      if (route.method == Method::get || route.requiredRole == RequiredRole::demo) continue;
      if (origin == society && route.path == mailAddresses) continue;
      const Told told = house.ask(from(origin, {nameOf(route.method), filled(route.path), "{}", cookie}));
      EXPECT_EQ(told.text("/code"), "origin_refused") << origin << ' ' << route.path;
      EXPECT_EQ(readerOf(told), "") << origin << ' ' << route.path;
    }
  }
  EXPECT_EQ(house.ask({"GET", "/api/v1/me", {}, cookie}).status, 200) << "nothing was done";
}

TEST(CrossOrigin, R2_ReadsAreThePublicOnesAndASessionCountsOnOurPagesAlone) {
  House house;
  const std::string cookie = house.applicant();
  for (const auto& route : server::routes()) {
    if (route.method != Method::get || route.requiredRole == RequiredRole::demo) continue;
    const bool open = route.requiredRole == RequiredRole::everyone;
    for (const char* const origin : {society, stranger}) {
      const Told told = house.ask(from(origin, {"GET", filled(route.path), {}, cookie}));
      EXPECT_EQ(readerOf(told), open && origin == society ? society : "") << origin << ' ' << route.path;
      EXPECT_EQ(headerOf(told, "access-control-allow-credentials"), "") << route.path;
      EXPECT_EQ(told.status == 401, !open) << origin << ' ' << route.path;
    }
  }
}

TEST(CrossOrigin, R2_ThePreflightSaysTheSame) {
  House house;
  for (const auto& route : server::routes()) {
    if (route.method == Method::get || route.requiredRole == RequiredRole::demo) continue;
    for (const char* const origin : {society, stranger, "null"}) {
      Ask ask = from(origin, {"OPTIONS", filled(route.path)});
      ask.headers["access-control-request-method"] = nameOf(route.method);
      const Told told = house.ask(ask);
      EXPECT_EQ(readerOf(told), origin == society && route.path == mailAddresses ? society : "")
          << origin << ' ' << route.path;
      EXPECT_EQ(headerOf(told, "access-control-allow-credentials"), "") << origin << ' ' << route.path;
    }
  }
}

// Sends newcomers' addresses, each from an address of its own, until one is refused; how many were taken.
int takenFrom(House& house, const std::string& origin, int most, Told& last) {
  for (int i = 0; i < most; ++i) {
    const std::string number = std::to_string(i);
    last = house.ask(newcomer(origin, "m" + number + "@example.jp", "2001:db8:0:" + number + "::1"));
    if (last.status != 202) return i;
  }
  return most;
}

TEST(CrossOrigin, R2_OneSitesVisitorsTogetherAreLimitedAndOtherSitesGoOn) {
  House house(true);
  Told last;
  const int taken = takenFrom(house, society, 1000, last);
  EXPECT_GE(taken, 300);
  EXPECT_LT(taken, 900);
  EXPECT_EQ(last.text("/code"), "too_many_attempts");
  EXPECT_NE(headerOf(last, "retry-after"), "");
  EXPECT_EQ(readerOf(last), society) << "the page must be able to say so";
  EXPECT_EQ(house.ask(newcomer(another, "taro@example.jp")).status, 202);
  EXPECT_EQ(house.ask(newcomer("https://senkoi.example", "jiro@example.jp")).status, 202);
}

TEST(CrossOrigin, R2_OneAddressIsLimitedFromWhateverSite) {
  House house(true);
  int taken = 0;
  for (int i = 0; i < 60; ++i) {
    const std::string mail = "p" + std::to_string(i) + "@example.jp";
    taken += house.ask(newcomer(i % 2 == 0 ? society : another, mail, "192.0.2.7")).status == 202 ? 1 : 0;
  }
  EXPECT_GE(taken, 30);
  EXPECT_LT(taken, 60);
}

TEST(CrossOrigin, R2_OneMailboxIsLimitedFromWhateverSite) {
  House house(true);
  int taken = 0;
  for (int i = 0; i < 12; ++i) {
    const std::string peer = "2001:db8:1:" + std::to_string(i) + "::1";
    taken += house.ask(newcomer(i % 2 == 0 ? society : another, "hanako@example.jp", peer)).status == 202 ? 1 : 0;
  }
  EXPECT_EQ(taken, 6);
}

}  // namespace
}  // namespace senkoi::tests
