// Recovery where others know the address or share the mailbox (M1.3; reliability 3, 6, 13).
#include <map>

#include "tests/server/house.hpp"

namespace senkoi::tests {
namespace {

std::string reset(const std::string& userId, const std::string& token, const std::string& password = "kaede2020nara") {
  return R"({"token":")" + token + R"(","user_id":")" + userId + R"(","password":")" + password +
         R"(","password_again":")" + password + R"("})";
}
std::string linkBody(const std::string& token) {
  return R"({"token":")" + token + R"("})";
}

// Two doctors of one household: registered with the same address, in different fields.
class Household : public testing::Test {
 protected:
  std::string registered(const std::string& number, const std::string& field) {
    const std::string link = house.openedLink(mail, field);
    return house.ask({"POST", "/api/v1/registrations", registrationBody(link, number)}).text("/user_id");
  }
  std::string recovery() {
    EXPECT_EQ(house.ask({"POST", "/api/v1/recoveries", R"({"mail":")" + mail + R"("})"}).status, 202);
    return house.tokenIn(house.letters().back());
  }
  int logIn(const std::string& userId, const std::string& password) {
    return house.ask({"POST", "/api/v1/sessions", logInBody(userId, password)}).status;
  }
  Told send(const std::string& body) { return house.ask({"POST", "/api/v1/passwords", body}); }

  House house;
  const std::string mail = "kazoku@example.jp", first = registered("0123456", "01"),
                    second = registered("0234567", "02");
};

TEST_F(Household, M1_3_TheLinkTellsItsUserIdsWithFieldAndNameAndUsesNothingUp) {
  const std::string token = recovery();
  for (int i = 0; i < 2; ++i) {
    const Told told = house.ask({"POST", "/api/v1/recoveries/open", linkBody(token)});
    ASSERT_EQ(told.status, 200) << told.body;
    EXPECT_EQ(told.text("/accounts/0/user_id"), first);
    EXPECT_EQ(told.text("/accounts/1/user_id"), second);
    EXPECT_EQ(told.text("/accounts/1/field"), "02");
    EXPECT_EQ(told.text("/accounts/1/family_name"), "髙橋");
    EXPECT_EQ(told.text("/accounts/2"), "");
    EXPECT_EQ(told.text("/until_at"), std::to_string(house.now + 24 * hours));
  }
  EXPECT_EQ(house.ask({"POST", "/api/v1/recoveries/open", linkBody(std::string(43, 'A'))}).text("/code"),
            "link_expired");
  EXPECT_EQ(send(reset(second, token)).status, 204);
  EXPECT_EQ(house.ask({"POST", "/api/v1/recoveries/open", linkBody(token)}).text("/code"), "link_used");
}

TEST_F(Household, M1_3_AResetSetsThePasswordOfTheNamedUserIdAlone) {
  const std::string cookie = house.loggedIn(first);
  EXPECT_EQ(send(reset(second, recovery())).status, 204);
  EXPECT_EQ(logIn(second, "kaede2020nara"), 201);
  EXPECT_EQ(logIn(first, "sakura1985kyo"), 201);
  EXPECT_EQ(house.ask({"GET", "/api/v1/me", {}, cookie}).status, 200);
}

TEST_F(Household, M1_3_AResetNamesAUserIdOfItsLetter) {
  const std::string stranger = house.registered("0345678"), token = recovery();
  const std::map<std::string, std::string> refused{{"", "choice_required"}, {stranger, "choice_unknown"}};
  for (const auto& [userId, code] : refused) {
    const Told told = send(reset(userId, token));
    EXPECT_EQ(told.status, 422);
    EXPECT_EQ(told.text("/errors/0/field"), "user_id");
    EXPECT_EQ(told.text("/errors/0/code"), code);
  }
  EXPECT_EQ(logIn(stranger, "sakura1985kyo"), 201);
  EXPECT_EQ(send(reset(first, token)).status, 204) << "a refusal uses nothing up";
}

TEST_F(Household, Reliability3_FiftyAtOnceForEitherUserIdSetOnePassword) {
  const std::string token = recovery();
  std::vector<Ask> asks;
  for (int i = 0; i < 50; ++i)
    asks.push_back({"POST", "/api/v1/passwords",
                    reset(i % 2 == 0 ? first : second, token, "kaede2020n" + std::to_string(10 + i))});
  int set = 0;
  for (const Told& told : house.askTogether(asks)) {
    set += told.status == 204 ? 1 : 0;
    EXPECT_TRUE(told.status == 204 || told.status == 410 || told.status == 503) << told.body;
  }
  EXPECT_EQ(set, 1);
  EXPECT_EQ((logIn(first, "sakura1985kyo") == 201 ? 1 : 0) + (logIn(second, "sakura1985kyo") == 201 ? 1 : 0), 1);
}

// Whoever knows an address can ask for letters to it.
TEST(Recovery, Reliability13_AStrangersRequestsTakeNeitherTheOwnersLettersNorTheFormThatIsOpen) {
  House house(true);
  const std::string userId = house.registered("0123456");
  const auto askFrom = [&](const std::string& peer) {
    const auto before = house.letters().size();
    EXPECT_EQ(house.ask({"POST", "/api/v1/recoveries", R"({"mail":"a0123456@example.jp"})", {}, {}, peer}).status, 202);
    return house.letters().size() > before;
  };
  ASSERT_TRUE(askFrom("192.0.2.1"));
  const std::string open = house.tokenIn(house.letters().back());
  EXPECT_EQ(house.ask({"POST", "/api/v1/recoveries/open", linkBody(open)}).status, 200);
  for (int i = 0; i < 12; ++i) askFrom("203.0.113.9");
  EXPECT_TRUE(askFrom("192.0.2.1")) << "the owner's letter, from where the stranger is not";
  EXPECT_EQ(house.ask({"POST", "/api/v1/passwords", reset(userId, open)}).status, 204);
}

TEST(Recovery, Reliability13_WhoHoldsALinkOrASessionOfTheMailboxGetsALetterHoweverManyStrangersAskedFor) {
  House house(true);
  const std::string userId = house.registered("0123456"), cookie = house.loggedIn(userId);
  const auto ask = [&](const std::string& member, const std::string& session, const std::string& peer) {
    const auto before = house.letters().size();
    const std::string body = R"({"mail":"A0123456@example.jp")" + member + "}";
    EXPECT_EQ(house.ask({"POST", "/api/v1/recoveries", body, session, {}, peer}).status, 202);
    return house.letters().size() > before;
  };
  ASSERT_TRUE(ask("", "", "192.0.2.1"));
  const std::string token = house.tokenIn(house.letters().back());
  int sent = 0;
  for (int i = 0; i < 60; ++i) sent += ask("", "", "203.0.113." + std::to_string(i)) ? 1 : 0;
  EXPECT_LE(sent, 12) << "nor is the mailbox flooded";
  EXPECT_FALSE(ask("", "", "192.0.2.77"));
  const std::string nobodys = R"(,"token":")" + std::string(43, 'A') + '"';
  EXPECT_FALSE(ask(nobodys, "", "192.0.2.77"));
  EXPECT_TRUE(ask(R"(,"token":")" + token + '"', "", "192.0.2.77"));
  EXPECT_TRUE(ask("", cookie, "192.0.2.77"));
  const std::string another = house.loggedIn(house.registered("0234567"));
  EXPECT_FALSE(ask("", another, "192.0.2.77")) << "of another mailbox";
  int own = 2;
  for (int i = 0; i < 20; ++i) own += ask("", cookie, "192.0.2.78") ? 1 : 0;
  EXPECT_EQ(own, 6) << "an hour";
}

}  // namespace
}  // namespace senkoi::tests
