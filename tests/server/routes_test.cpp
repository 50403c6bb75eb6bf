// The walk over the table of routes: a stranger, an applicant and another applicant at every door (23, issue 2 item 6).
#include "server/routes.hpp"

#include <map>

#include "tests/server/house.hpp"

namespace senkoi::tests {
namespace {

using server::Audience;
using server::http::Method;

const char* nameOf(Method method) {
  switch (method) {
    case Method::get:
      return "GET";
    case Method::post:
      return "POST";
    case Method::put:
      return "PUT";
    default:
      return "DELETE";
  }
}

std::string filled(std::string_view path, const std::string& value) {
  std::string target(path);
  const auto open = target.find('{');
  return open == std::string::npos ? target : target.replace(open, target.find('}') - open + 1, value);
}

Ask knock(const server::Route& route, const std::string& value, const std::string& cookie) {
  const bool brings = route.method == Method::post || route.method == Method::put;
  return {nameOf(route.method), filled(route.path, value), brings ? "{}" : "", cookie};
}

TEST(Routes, AStrangerIsRefusedAtEveryDoorOfApplicants) {
  House house;
  for (const auto& route : server::routes()) {
    if (route.audience != Audience::applicant) continue;
    for (const std::string cookie : {"", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}) {
      const Told told = house.ask(knock(route, "1", cookie));
      EXPECT_EQ(told.status, 401) << nameOf(route.method) << ' ' << route.path;
      EXPECT_EQ(told.text("/code"), "session_missing");
    }
  }
}

TEST(Routes, TheDemosDoorsAreNotThereInProduction) {
  House house;
  const std::string cookie = house.applicant();
  for (const auto& route : server::routes()) {
    if (route.audience != Audience::demo) continue;
    EXPECT_EQ(house.ask(knock(route, "1", cookie)).status, 404) << route.path;
  }
}

TEST(Routes, AnApplicantIsLetInAtEveryOtherDoor) {
  for (const auto& route : server::routes()) {
    if (route.audience == Audience::demo) continue;
    House house;
    const std::string cookie = house.applicant();
    const Told told =
        house.ask(knock(route, route.path.find("{field}") == std::string_view::npos ? "1" : "01", cookie));
    EXPECT_NE(told.status, 401) << route.path;
    EXPECT_NE(told.status, 403) << route.path;
    EXPECT_LT(told.status, 500) << route.path << told.body;
  }
}

TEST(Routes, AnothersApplicationIsNotFoundAndStaysAsItWas) {
  House house;
  const std::string owner = house.applicant(), other = house.applicant();
  const std::int64_t id = house.applied(owner, kyotoTwoSeats);
  const std::string mine = std::to_string(house.applied(other, kyotoTwoSeats));
  const std::string missing = "999999";
  for (const char* const verb : {"/withdrawal", "/switch"}) {
    const std::string body = std::string(verb) == "/switch" ? R"({"program_id":1})" : "{}";
    const Told another = house.ask({"POST", "/api/v1/me/applications/" + std::to_string(id) + verb, body, other});
    const Told nobodys = house.ask({"POST", "/api/v1/me/applications/" + missing + verb, body, other});
    EXPECT_EQ(another.status, 404) << verb;
    EXPECT_EQ(another.body, nobodys.body) << "it doesn't tell whether it exists";
  }
  EXPECT_EQ(house.ask({"GET", "/api/v1/me", {}, owner}).text("/applications/0/state"), "applied");
  EXPECT_EQ(house.ask({"GET", "/api/v1/me", {}, other}).text("/applications/0/id"), mine);
}

TEST(Routes, UnsafeMethodsNeedAnAllowedOriginAndJson) {
  House house;
  const std::string cookie = house.applicant();
  for (const auto& route : server::routes()) {
    if (route.method == Method::get || route.audience == Audience::demo) continue;
    Ask ask = knock(route, "1", cookie);
    ask.headers["origin"] = "";
    EXPECT_EQ(house.ask(ask).text("/code"), "origin_missing") << route.path;
    ask.headers["origin"] = "https://evil.example";
    EXPECT_EQ(house.ask(ask).text("/code"), "origin_refused") << route.path;
    if (ask.body.empty()) continue;
    ask.headers["origin"] = "https://senkoi.example";
    ask.headers["content-type"] = "text/plain";
    EXPECT_EQ(house.ask(ask).status, 415) << route.path;
  }
  EXPECT_EQ(house.ask({"GET", "/api/v1/me", {}, cookie}).status, 200) << "nothing was done";
}

TEST(Routes, ReadingNeverUsesALinkUp) {
  House house;
  const std::string token = house.askedForLink("hanako@example.jp");
  for (const char* const method : {"GET", "HEAD"}) {
    EXPECT_EQ(house.ask({method, "/api/v1/registrations/open"}).status, 405);
    EXPECT_EQ(house.ask({method, "/api/v1/registrations"}).status, 405);
  }
  EXPECT_EQ(house.ask({"POST", "/api/v1/registrations/open", R"({"token":")" + token + R"("})"}).status, 200);
}

TEST(Routes, EachVerbAndPathStandsOnceAndWritesAreLimited) {
  std::map<std::string, int> seen;
  for (const auto& route : server::routes()) {
    EXPECT_EQ(++seen[std::string(nameOf(route.method)) + std::string(route.path)], 1) << route.path;
    if (route.method == Method::get || route.audience == Audience::demo) continue;
    EXPECT_GT(route.limit.perMinute, 0u) << route.path;
  }
}

TEST(PublicReads, M3_3_SearchProgramsFiguresSeasonAndNotices) {
  House house;
  house.now = season2025::opens;
  EXPECT_EQ(house.ask({"GET", "/api/v1/season"}).text("/present/period"), "registration");
  EXPECT_EQ(house.ask({"GET", "/api/v1/catalogue/01"}).status, 200);
  EXPECT_EQ(house.ask({"GET", "/api/v1/catalogue/20"}).status, 404);
  EXPECT_EQ(house.ask({"GET", "/api/v1/figures/01"}).status, 200);
  EXPECT_EQ(house.ask({"GET", "/api/v1/programs?field=01&prefecture=26"}).status, 200);
  EXPECT_EQ(house.ask({"GET", "/api/v1/programs?field=01&prefecture=48"}).text("/errors/0/field"), "prefecture");
  EXPECT_EQ(house.ask({"GET", "/api/v1/programs"}).text("/errors/0/field"), "field");
  EXPECT_EQ(house.ask({"GET", "/api/v1/programs/3"}).text("/capacity"), "2");
  EXPECT_EQ(house.ask({"GET", "/api/v1/programs/0"}).status, 404);
  EXPECT_EQ(house.ask({"GET", "/api/v1/programs/3x"}).status, 404);
  EXPECT_EQ(house.ask({"GET", "/api/v1/notices?field=01"}).status, 200);
  EXPECT_EQ(house.ask({"GET", "/api/v1/health"}).text("/status"), "ok");
}

}  // namespace
}  // namespace senkoi::tests
