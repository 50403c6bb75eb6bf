// The walk over the table of routes: a stranger, an applicant and another applicant, and staff of each role at every
// door (23).
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <vector>

#include "tests/server/doors.hpp"

namespace senkoi::tests {
namespace {

using nlohmann::json;
using server::RequiredRole;
using server::http::Method;

TEST(Routes, AStrangerIsRefusedAtEveryDoorOfApplicants) {
  House house;
  for (const auto& route : server::routes()) {
    if (route.requiredRole != RequiredRole::applicant) continue;
    for (const std::string cookie : {"", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}) {
      const Told told = house.ask(knock(route, "1", cookie));
      EXPECT_EQ(told.status, 401) << nameOf(route.method) << ' ' << route.path;
      EXPECT_EQ(told.text("/code"), "session_missing");
    }
  }
}

// What each door of applicants takes, whole and right.
std::map<std::string_view, json> rightBodies(House& house, const std::string& cookie) {
  const std::string link = house.openedLink("newcomer@example.jp");
  house.ask({"POST", "/api/v1/recoveries", R"({"mail":"a0123456@example.jp"})"});
  const std::string recovery = house.tokenIn(house.letters().back());
  const json data = json::parse(house.ask({"GET", "/api/v1/me", {}, cookie}).body).at("data");
  const json newPassword{{"password", "kaede2020nara"}, {"password_again", "kaede2020nara"}};
  std::map<std::string_view, json> bodies{
      {"/api/v1/mail-addresses", {{"mail", "hanako@example.jp"}, {"field", "02"}, {"language", "ja"}}},
      {"/api/v1/registrations/open", {{"token", link}}},
      {"/api/v1/registrations/check", json::parse(registrationBody(link))},
      {"/api/v1/registrations", json::parse(registrationBody(link))},
      {"/api/v1/recoveries", {{"mail", "a0123456@example.jp"}, {"language", "ja"}}},
      {"/api/v1/recoveries/open", {{"token", recovery}}},
      {"/api/v1/passwords", newPassword},
      {"/api/v1/sessions", {{"user_id", "0248391621"}, {"password", "sakura1985kyo"}}},
      {"/api/v1/me", data},
      {"/api/v1/me/password", newPassword},
      {"/api/v1/me/applications", {{"program_id", 1}}},
      {"/api/v1/me/applications/{id}/withdrawal", json::object()},
      {"/api/v1/me/applications/{id}/switch", {{"program_id", 1}}},
  };
  bodies["/api/v1/passwords"]["token"] = recovery;
  bodies["/api/v1/passwords"]["user_id"] = fact(house.letters().back(), "user_ids");
  bodies["/api/v1/me/password"]["current_password"] = "sakura1985kyo";
  return bodies;
}

TEST(Routes, Reliability24_AMemberThatNobodyKnowsIsRefusedAtEveryDoorOfApplicants) {
  House house;
  const std::string cookie = house.loggedIn(house.registered("0123456"));
  auto bodies = rightBodies(house, cookie);
  for (const auto& route : server::routes()) {
    const bool theirs = route.requiredRole == RequiredRole::applicant ||
                        (route.requiredRole == RequiredRole::everyone && !route.path.starts_with("/api/v1/staff"));
    if (!theirs || (route.method != Method::post && route.method != Method::put)) continue;
    ASSERT_EQ(bodies.count(route.path), 1u) << route.path;
    bodies[route.path]["who"] = "me";
    const Told told = house.ask({nameOf(route.method), filled(route.path, "1"), bodies[route.path].dump(), cookie});
    EXPECT_EQ(told.status, 422) << route.path;
    EXPECT_EQ(told.text("/errors/0/field"), "who") << route.path << ' ' << told.body;
    EXPECT_EQ(told.text("/errors/0/code"), "unknown_item");
  }
}

TEST(Routes, TheDemosDoorsAreNotThereInProduction) {
  House house;
  const std::string cookie = house.applicant();
  for (const auto& route : server::routes()) {
    if (route.requiredRole != RequiredRole::demo) continue;
    EXPECT_EQ(house.ask(knock(route, "1", cookie)).status, 404) << route.path;
  }
}

TEST(Routes, AnApplicantIsLetInAtEveryOtherDoor) {
  for (const auto& route : server::routes()) {
    if (route.requiredRole != RequiredRole::everyone && route.requiredRole != RequiredRole::applicant) continue;
    House house;
    const std::string cookie = house.applicant();
    const Told told =
        house.ask(knock(route, route.path.find("{field}") == std::string_view::npos ? "1" : "01", cookie));
    EXPECT_NE(told.status, 401) << route.path;
    EXPECT_NE(told.status, 403) << route.path;
    EXPECT_LT(told.status, 500) << route.path << told.body;
  }
}

bool mayEnter(Role role, RequiredRole audience) {
  const std::map<RequiredRole, std::vector<Role>> doors{
      {RequiredRole::staff, {Role::director, Role::society, Role::board}},
      {RequiredRole::director, {Role::director}},
      {RequiredRole::society, {Role::society}},
      {RequiredRole::board, {Role::board}},
      {RequiredRole::office, {Role::society, Role::board}},
  };
  const auto& roles = doors.at(audience);
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

TEST(Routes, Reliability23_OnlyWhoIsStaffComesToADoorOfStaff) {
  House house;
  const std::string applicant = house.applicant(), nobody(43, 'A');
  for (const auto& route : server::routes()) {
    if (!isForStaff(route.requiredRole)) continue;
    for (const std::string& staff : {std::string{}, nobody, applicant}) {
      Ask ask = knock(route, "1", {});
      ask.headers["cookie"] = "__Host-senkoi=" + applicant + (staff.empty() ? "" : "; __Host-senkoi-staff=" + staff);
      const Told told = house.ask(ask);
      EXPECT_EQ(told.status, 401) << nameOf(route.method) << ' ' << route.path;
      EXPECT_EQ(told.text("/code"), "session_missing");
    }
  }
}

TEST(Routes, Reliability23_EachRoleEntersItsOwnDoorsAlone) {
  for (const Role role : {Role::director, Role::society, Role::board}) {
    House house;
    const auto field = role == Role::board ? std::nullopt : std::optional(internalMedicine);
    const std::string staff = house.staff(role, field, {});
    for (const auto& route : server::routes()) {
      if (!isForStaff(route.requiredRole)) continue;
      Ask ask = knock(route, "999999", {});
      ask.headers["cookie"] = staff;
      const Told told = house.ask(ask);
      const std::string where = std::string(nameOf(route.method)) + ' ' + std::string(route.path);
      EXPECT_EQ(told.status == 403, !mayEnter(role, route.requiredRole)) << name(role) << ' ' << where << told.body;
      EXPECT_NE(told.status, 401) << where;
      EXPECT_LT(told.status, 500) << where << told.body;
    }
  }
}

TEST(Routes, Reliability23_StaffAreStrangersAtTheDoorsOfApplicants) {
  House house;
  const std::string staff = house.staff(Role::board, std::nullopt, {});
  for (const auto& route : server::routes()) {
    if (route.requiredRole != RequiredRole::applicant) continue;
    Ask ask = knock(route, "1", {});
    ask.headers["cookie"] = staff;
    EXPECT_EQ(house.ask(ask).status, 401) << route.path;
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
    if (route.method == Method::get || route.requiredRole == RequiredRole::demo) continue;
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
    if (route.method == Method::get || route.requiredRole == RequiredRole::demo) continue;
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
  EXPECT_EQ(house.ask({"GET", "/api/v1/ready"}).text("/status"), "ready");
}

}  // namespace
}  // namespace senkoi::tests
