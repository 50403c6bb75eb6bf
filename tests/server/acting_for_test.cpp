// A write is done for the person whom its page shows, and for nobody else (reliability 46).
#include "tests/server/doors.hpp"

namespace senkoi::tests {
namespace {

constexpr const char* header = "x-senkoi-acting-for";

bool needsSession(RequiredRole audience) {
  return audience == RequiredRole::applicant || isForStaff(audience);
}

class ActingFor : public testing::Test {
 protected:
  // Of a session that may enter there.
  std::string cookiesFor(RequiredRole audience) {
    if (audience == RequiredRole::applicant) return "__Host-senkoi=" + house.loggedIn(applicant);
    return audience == RequiredRole::director ? director : audience == RequiredRole::society ? society : board;
  }
  Ask knocked(const server::Route& route, const std::string& cookies, const std::string& shown) {
    Ask ask = knock(route, route.path.ends_with("{cell}") ? "01-13" : "1", {});
    ask.headers["cookie"] = cookies;
    ask.headers[header] = shown;
    return ask;
  }

  House house;
  const std::string applicant = house.registered("0123456"), other = house.registered("0234567");
  const std::string director = house.staff(Role::director, internalMedicine, {tokyoThreeSeats}),
                    society = house.staff(Role::society, internalMedicine), board = house.staff(Role::board, {});
};

TEST_F(ActingFor, Reliability46_EachWriteWithASessionMustSayWhomItsPageShows) {
  std::size_t walked = 0;
  for (const auto& route : server::routes()) {
    if (route.method == Method::get || !needsSession(route.requiredRole)) continue;
    const Told told = house.ask(knocked(route, cookiesFor(route.requiredRole), ""));
    EXPECT_EQ(told.status, 400) << nameOf(route.method) << ' ' << route.path;
    EXPECT_EQ(told.text("/code"), "acting_for_missing") << route.path;
    ++walked;
  }
  EXPECT_GT(walked, 25u);
}

TEST_F(ActingFor, Reliability46_EachWriteThatNamesAnotherPersonIsRefused) {
  for (const auto& route : server::routes()) {
    if (route.method == Method::get || !needsSession(route.requiredRole)) continue;
    const bool theirs = route.requiredRole == RequiredRole::applicant;
    const std::string cookies = cookiesFor(route.requiredRole);
    for (const std::string& shown : {theirs ? other : std::string("staff-99"), theirs ? "staff-1" : applicant,
                                     std::string("0"), std::string("staff-"), applicant + ", " + other}) {
      const Told told = house.ask(knocked(route, cookies, shown));
      EXPECT_EQ(told.status, 409) << nameOf(route.method) << ' ' << route.path << ' ' << shown;
      EXPECT_EQ(told.text("/code"), "acting_for_another") << route.path << ' ' << shown;
    }
  }
}

// Staff and an applicant logged in side by side in one browser: neither's page writes as the other.
TEST_F(ActingFor, Reliability46_AWriteThatNamesTheSessionOfTheOtherKindIsRefused) {
  const std::string own = "__Host-senkoi=" + house.loggedIn(applicant);
  for (const auto& route : server::routes()) {
    if (route.method == Method::get || !needsSession(route.requiredRole)) continue;
    const bool theirs = route.requiredRole == RequiredRole::applicant;
    const std::string cookies = own + "; " + (theirs ? board : cookiesFor(route.requiredRole));
    for (const char* const staff : {"staff-1", "staff-2", "staff-3"}) {
      const Told told = house.ask(knocked(route, cookies, theirs ? staff : applicant));
      EXPECT_EQ(told.text("/code"), "acting_for_another") << nameOf(route.method) << ' ' << route.path;
    }
  }
}

TEST_F(ActingFor, Reliability46_WhoHasNoSessionOrAnotherRoleIsToldThatFirst) {
  for (const auto& route : server::routes()) {
    if (route.method == Method::get || !needsSession(route.requiredRole)) continue;
    EXPECT_EQ(house.ask(knocked(route, "", "")).status, 401) << route.path;
    EXPECT_EQ(house.ask(knocked(route, "", other)).status, 401) << route.path;
    if (route.requiredRole != RequiredRole::board) continue;
    EXPECT_EQ(house.ask(knocked(route, director, "")).status, 403) << route.path;
  }
}

// Window 1 shows one person; in window 2 another logs in, and the cookie is theirs from then on.
TEST_F(ActingFor, Reliability46_APageOfTheOneDeletesChangesAndAppliesForNoOther) {
  const std::string cookie = house.loggedIn(other);
  const std::string before = house.ask({"GET", "/api/v1/me", {}, cookie}).body;
  const auto fromThePageOf = [&](const std::string& shown, Ask ask) {
    ask.cookie = cookie;
    ask.headers[header] = shown;
    return house.ask(ask);
  };
  const Ask deletion{"DELETE", "/api/v1/me"}, application{"POST", "/api/v1/me/applications", R"({"program_id":3})"};
  EXPECT_EQ(fromThePageOf(applicant, deletion).text("/code"), "acting_for_another");
  EXPECT_EQ(fromThePageOf(applicant, application).text("/code"), "acting_for_another");
  EXPECT_EQ(fromThePageOf(applicant, {"PUT", "/api/v1/me", "{}"}).text("/code"), "acting_for_another");
  EXPECT_EQ(house.ask({"GET", "/api/v1/me", {}, cookie}).body, before);
  EXPECT_EQ(fromThePageOf(other, application).status, 201);
}

TEST_F(ActingFor, Reliability46_LogOutEndsTheSessionThatItsPageShowsAndIsWelcomeWithoutOne) {
  const auto leave = [&](const char* path, const std::string& cookies, const std::string& shown) {
    return house.ask({"DELETE", path, {}, {}, {{"cookie", cookies}, {header, shown}}}).status;
  };
  const std::string cookies = "__Host-senkoi=" + house.loggedIn(other);
  const char* const here = "/api/v1/sessions/current";
  EXPECT_EQ(leave(here, cookies, applicant), 409);
  EXPECT_EQ(house.ask({"GET", "/api/v1/me", {}, {}, {{"cookie", cookies}}}).status, 200) << "it lives on";
  EXPECT_EQ(leave(here, "", applicant), 204);
  EXPECT_EQ(leave(here, board, applicant), 204) << "staff who are logged in beside are not meant";
  EXPECT_EQ(leave(here, cookies, other), 204);
  EXPECT_EQ(leave(here, "__Host-senkoi=" + house.loggedIn(other), ""), 204);
  const char* const staff = "/api/v1/staff/sessions/current";
  EXPECT_EQ(leave(staff, board, "staff-99"), 409);
  EXPECT_EQ(house.ask({"GET", "/api/v1/staff/me", {}, {}, {{"cookie", board}}}).status, 200);
  const std::string id = house.ask({"GET", "/api/v1/staff/me", {}, {}, {{"cookie", board}}}).text("/staff/id");
  EXPECT_EQ(leave(staff, board, "staff-" + id), 204);
}

TEST_F(ActingFor, Reliability46_ReadingNeedsNoName) {
  const std::string cookie = house.loggedIn(other);
  EXPECT_EQ(house.ask({"GET", "/api/v1/me", {}, cookie, {{header, ""}}}).status, 200);
  EXPECT_EQ(house.ask({"GET", "/api/v1/me", {}, cookie, {{header, applicant}}}).text("/user_id"), other);
}

TEST_F(ActingFor, Reliability46_PagesOfTheSiteAtAnotherOriginMaySendTheName) {
  const Told told = house.ask({"OPTIONS", "/api/v1/me", {}, {}, {{"access-control-request-method", "DELETE"}}});
  EXPECT_NE(told.headers.at("access-control-allow-headers").find(header), std::string::npos);
}

TEST_F(ActingFor, Reliability46_TheRefusalsSayInBothLanguagesThatNothingWasDone) {
  const std::string cookie = house.loggedIn(other);
  Ask ask{"DELETE", "/api/v1/me", {}, cookie, {{header, applicant}}};
  EXPECT_TRUE(house.ask(ask).holds("実行していません"));
  ask.headers["accept-language"] = "en";
  EXPECT_TRUE(house.ask(ask).holds("Nothing was done"));
}

}  // namespace
}  // namespace senkoi::tests
