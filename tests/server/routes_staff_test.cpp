// The walk over the table of routes goes on: what each door of staff takes, and that nothing said to anybody in person
// is kept (22, 24).
#include <map>
#include <nlohmann/json.hpp>

#include "tests/server/doors.hpp"

namespace senkoi::tests {
namespace {

using nlohmann::json;

class StaffDoors : public testing::Test {
 protected:
  const std::string& cookieFor(RequiredRole audience) {
    return audience == RequiredRole::director ? director : isForStaff(audience) ? board : nobody;
  }
  Told asked(const server::Route& route, const std::string& body, const std::string& cookies) {
    Ask ask = knock(route, route.path.ends_with("{cell}") ? "01-13" : "999999", {});
    if (!body.empty()) ask.body = body;
    ask.headers["cookie"] = cookies;
    return house.ask(ask);
  }

  House house;
  const std::string nobody, director = house.staff(Role::director, internalMedicine, {tokyoThreeSeats}),
                            board = house.staff(Role::board, std::nullopt);
};

TEST_F(StaffDoors, Reliability24_AMemberThatNobodyKnowsIsRefusedAtEach) {
  const json person{{"mail", "d@example.jp"}, {"name", "統括"}, {"role", "board"}, {"field", ""}, {"language", "ja"}};
  ASSERT_EQ(house.ask({"POST", "/api/v1/staff/people", person.dump(), {}, {{"cookie", board}}}).status, 201);
  const json decision{{"application", 1}, {"from", "applied"}, {"to", "adopted"}};
  std::map<std::string_view, json> bodies{
      {"/api/v1/staff/invitations/join", {{"token", house.tokenIn(house.letters().back())}}},
      {"/api/v1/staff/decisions", {{"decisions", json::array({decision})}}},
      {"/api/v1/staff/season", {{"start_year", 2025}, {"rounds", json::array()}}},
  };
  for (const auto& route : server::routes()) {
    const bool brings = route.method == Method::post || route.method == Method::put;
    const bool table = route.body.content == server::Content::csv;
    if (!route.path.starts_with("/api/v1/staff") || !brings || table) continue;
    json& body = bodies.try_emplace(route.path, json::object()).first->second;
    body["who"] = "me";
    const Told told = asked(route, body.dump(), cookieFor(route.requiredRole));
    EXPECT_EQ(told.status, 422) << nameOf(route.method) << ' ' << route.path << ' ' << told.body;
    EXPECT_EQ(told.text("/errors/0/field"), "who") << route.path << ' ' << told.body;
    EXPECT_EQ(told.text("/errors/0/code"), "unknown_item");
  }
}

TEST_F(StaffDoors, Reliability22_OnlyPublicReadsMayBeKept) {
  const std::string applicant = "__Host-senkoi=" + house.applicant();
  for (const auto& route : server::routes()) {
    const bool isPublic = route.requiredRole == RequiredRole::everyone && route.method == Method::get;
    if (isPublic || route.requiredRole == RequiredRole::demo) continue;
    const bool theirs = route.requiredRole == RequiredRole::applicant;
    const Told told = asked(route, {}, theirs ? applicant : cookieFor(route.requiredRole));
    const auto kept = told.headers.find("cache-control");
    ASSERT_NE(kept, told.headers.end()) << route.path;
    EXPECT_TRUE(kept->second.starts_with("no-store")) << nameOf(route.method) << ' ' << route.path;
    if (route.method != Method::get || route.path.find('{') != std::string_view::npos) continue;
    EXPECT_EQ(told.status, 200) << route.path << told.body;
  }
}

}  // namespace
}  // namespace senkoi::tests
