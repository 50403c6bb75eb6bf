// How much of a body each route takes (reliability 30, 44): as much as its longest form, and not much more.
#include <algorithm>

#include "senkoi/forms/access.hpp"
#include "senkoi/forms/directing.hpp"
#include "senkoi/forms/office_forms.hpp"
#include "senkoi/forms/registration.hpp"
#include "senkoi/forms/staff_access.hpp"
#include "senkoi/forms/staff_forms.hpp"
#include "senkoi/rules/cell.hpp"
#include "tests/server/doors.hpp"

namespace senkoi::tests {
namespace {

using server::Route;
using server::json::Nesting;

// Bytes of a form filled to its limits, each character escaped as a pair of surrogates.
template <class Form>
std::size_t longest() {
  constexpr std::size_t anEscape = 12, signs = 6;
  std::size_t bytes = 2;
  forms::forEachItem<Form>([&](const auto& entry) {
    bytes += name(entry.item).size() + signs + anEscape * std::max<std::size_t>(entry.limits.max, 16);
  });
  return bytes;
}

const Route& routeOf(Method method, std::string_view path) {
  const auto found = std::ranges::find_if(
      server::routes(), [&](const Route& route) { return route.method == method && route.path == path; });
  EXPECT_NE(found, server::routes().end()) << path;
  return *found;
}

std::size_t limitOf(Method method, std::string_view path) {
  return routeOf(method, "/api/v1" + std::string(path)).body.limit;
}

TEST(RouteBodies, EveryFormAtItsLongestFitsItsRoute) {
  using std::string;
  constexpr std::size_t token = 100, cell = 8, most = 500;
  EXPECT_LE(longest<forms::MailEntry<string>>(), limitOf(Method::post, "/mail-addresses"));
  EXPECT_LE(longest<forms::Registration<string>>() + token, limitOf(Method::post, "/registrations"));
  EXPECT_LE(longest<forms::Registration<string>>() + token, limitOf(Method::post, "/registrations/check"));
  EXPECT_LE(longest<forms::LogIn<string>>(), limitOf(Method::post, "/sessions"));
  EXPECT_LE(longest<forms::UserData<string>>(), limitOf(Method::put, "/me"));
  EXPECT_LE(longest<forms::PasswordChange<string>>(), limitOf(Method::put, "/me/password"));
  EXPECT_LE(token, limitOf(Method::post, "/registrations/open"));
  EXPECT_LE(longest<forms::StaffJoin<string>>() + token, limitOf(Method::post, "/staff/invitations/join"));
  EXPECT_LE(longest<forms::StaffInvitation<string>>() + 200 * 20, limitOf(Method::post, "/staff/people"));
  EXPECT_LE(longest<forms::ProgramEntry<string>>(), limitOf(Method::post, "/staff/programs"));
  EXPECT_LE(longest<forms::NoticeEntry<string>>(), limitOf(Method::post, "/staff/notices"));
  const std::size_t round = longest<forms::RoundEntry<string>>() + fieldCount * prefectureCount * cell;
  EXPECT_LE(8 * round, limitOf(Method::put, "/staff/season"));
  // Escaped as no browser escapes them, 500 reasons would not fit: in UTF-8 they do.
  EXPECT_LE(most * (longest<forms::Hold<string>>() / 3 + 100), limitOf(Method::post, "/staff/decisions"));
}

TEST(RouteBodies, Reliability44_AStrangerSendsNoMoreThanAFlatFormOf64KiB) {
  for (const Route& route : server::routes()) {
    const bool anyone = route.requiredRole == RequiredRole::everyone || route.requiredRole == RequiredRole::applicant;
    if (!anyone) continue;
    EXPECT_LE(route.body.limit, 64u * 1024) << route.path;
    EXPECT_EQ(route.body.nesting, Nesting::flat) << route.path;
  }
}

TEST(RouteBodies, Reliability44_AFlatFormRefusesNestedValuesAtTheirItem) {
  House house;
  for (const std::string nested : {"[{},{}]", "{}", "[]", "[1]"}) {
    const Told told = house.ask({"POST", "/api/v1/sessions", R"({"user_id":)" + nested + R"(,"password":"x"})"});
    EXPECT_EQ(told.status, 422) << nested;
    EXPECT_EQ(told.text("/errors/0/field"), "user_id") << nested;
    EXPECT_EQ(told.text("/errors/0/code"), "not_a_text") << nested;
  }
}

TEST(RouteBodies, Reliability44_MoreMembersThanAnyFormHasAreRefusedAtTheFirst) {
  House house;
  std::string body = R"({"user_id":"0248391621")";
  for (int n = 0; n < 300; ++n) body += ",\"n" + std::to_string(n) + "\":1";
  const Told told = house.ask({"POST", "/api/v1/sessions", body + "}"});
  EXPECT_EQ(told.status, 422);
  EXPECT_EQ(told.text("/errors/0/field"), "n255");
  EXPECT_EQ(told.text("/errors/0/code"), "unknown_item");
}

}  // namespace
}  // namespace senkoi::tests
