// My page, applications, own data over the API (M3.1–M6.2), at one millisecond before each deadline and at the instant.
#include <nlohmann/json.hpp>

#include "tests/server/house.hpp"

namespace senkoi::tests {
namespace {

using namespace season2025;

std::string program(std::int64_t id) {
  return R"({"program_id":)" + std::to_string(id) + "}";
}
std::string of(std::int64_t id, const char* verb) {
  return "/api/v1/me/applications/" + std::to_string(id) + "/" + verb;
}
std::string userDataBody(const std::string& registryNumber, const std::string& phone) {
  std::string body = registrationBody("", registryNumber);
  body.erase(body.find(R"(,"password")"));
  body.erase(body.find(R"("token":"",)"), std::string(R"("token":"",)").size());
  return body.replace(body.find("090-1234-5678"), 13, phone) + "}";
}

struct Applicant {
  House& house;
  std::string cookie;

  Told apply(std::int64_t id) { return house.ask({"POST", "/api/v1/me/applications", program(id), cookie}); }
  Told withdraw(std::int64_t id) { return house.ask({"POST", of(id, "withdrawal"), "{}", cookie}); }
  Told switchTo(std::int64_t id, std::int64_t to) { return house.ask({"POST", of(id, "switch"), program(to), cookie}); }
  Told me() { return house.ask({"GET", "/api/v1/me", {}, cookie}); }
  Told change(const std::string& phone = "090-1234-5678") {
    return house.ask({"PUT", "/api/v1/me", userDataBody(me().text("/data/registry_number"), phone), cookie});
  }
  Told remove() { return house.ask({"DELETE", "/api/v1/me", {}, cookie}); }
  void at(Instant now) {  // a session lives an hour; the tests cross months
    house.now = now;
    cookie = house.loggedIn(userId);
  }

  std::string userId;
};

Applicant newcomer(House& house, Instant now = opens) {
  house.now = now;
  const std::string userId = house.registered(registryNumber(static_cast<int>(house.letters().size()) + 500));
  return {house, house.loggedIn(userId), userId};
}

TEST(Programs, M3_3_WordsApartByAnySpaceAreAllNeeded) {
  House house;
  const auto found = [&](const std::string& facility) {
    return nlohmann::json::parse(house.ask({"GET", "/api/v1/programs?field=01&facility=" + facility}).body)
        .at("programs")
        .size();
  };
  EXPECT_EQ(found("%E7%97%85%E9%99%A2"), 4u);                    // 病院
  EXPECT_EQ(found("2%20%E7%97%85%E9%99%A2"), 1u);                // 2 病院: their order is free
  EXPECT_EQ(found("%E7%97%85%E9%99%A2%E3%80%80%EF%BC%92"), 1u);  // 病院　２
  EXPECT_EQ(found("%E7%97%85%E9%99%A2%09X"), 0u);                // a pasted tab
}

TEST(MyPage, M3_1_TellsWhoAndWhatMayBeDone) {
  House house;
  auto hanako = newcomer(house);
  const Told me = hanako.me();
  EXPECT_EQ(me.text("/data/family_name"), "髙橋");
  EXPECT_EQ(me.text("/years_since_licence"), "4");
  EXPECT_EQ(me.text("/present/period"), "registration");
  EXPECT_EQ(me.text("/may/apply"), "null");
  EXPECT_EQ(me.text("/may/withdraw"), "no_application");
  EXPECT_EQ(me.text("/may/delete"), "null");
  EXPECT_EQ(me.headers.at("cache-control"), "no-store");
  EXPECT_FALSE(me.holds("password"));
}

TEST(Apply, M3_5_WithinTheRegistrationPeriodToTheMillisecond) {
  House house;
  auto hanako = newcomer(house, opens - 1);
  const Told early = hanako.apply(kyotoTwoSeats);
  EXPECT_EQ(early.status, 409);
  EXPECT_EQ(early.text("/code"), "registration_not_open");
  house.now = opens;
  EXPECT_EQ(hanako.apply(kyotoTwoSeats).status, 201);
  auto taro = newcomer(house, closes - 1);
  house.now = closes;
  EXPECT_EQ(taro.apply(kyotoTwoSeats).text("/code"), "registration_over");
  house.now = closes - 1;
  EXPECT_EQ(taro.apply(kyotoTwoSeats).status, 201);
}

TEST(Apply, M3_5_OneLiveApplicationToAProgramOfTheOwnFieldThatRecruits) {
  House house;
  auto hanako = newcomer(house);
  EXPECT_EQ(hanako.apply(paediatricsTokyo).text("/code"), "program_of_other_field");
  EXPECT_EQ(hanako.apply(9999).text("/code"), "program_unknown");
  house.now = opens2;
  EXPECT_EQ(newcomer(house, opens2).apply(kyotoFirstRoundOnly).text("/code"), "program_not_recruiting");
  house.now = opens;
  const Told made = hanako.apply(kyotoTwoSeats);
  EXPECT_EQ(made.text("/application/state"), "applied");
  EXPECT_EQ(made.text("/application/program/id"), std::to_string(kyotoTwoSeats));
  EXPECT_EQ(hanako.apply(tokyoTenSeats).text("/code"), "already_applied");
  for (const char* const body : {"{}", R"({"program_id":"3"})", R"({"program_id":3.5})", R"({"program_id":3,"x":1})"})
    EXPECT_EQ(house.ask({"POST", "/api/v1/me/applications", body, hanako.cookie}).status, 422) << body;
}

TEST(Apply, TheSameKeyGetsTheSameAnswer) {
  House house;
  auto hanako = newcomer(house);
  const Ask ask{"POST",
                "/api/v1/me/applications",
                program(kyotoTwoSeats),
                hanako.cookie,
                {{"idempotency-key", "7d444840-9dc0-11d1-b245-5ffdce74fad2"}}};
  const Told first = house.ask(ask), again = house.ask(ask);
  EXPECT_EQ(first.status, 201);
  EXPECT_EQ(first.body, again.body);
  Ask other = ask;
  other.body = program(tokyoTenSeats);
  EXPECT_EQ(house.ask(other).text("/code"), "idempotency_key_reused");
  other.headers["idempotency-key"] = "mine";
  EXPECT_EQ(house.ask(other).text("/code"), "idempotency_key_malformed");
}

TEST(MyPage, M3_6_ShowsTheApplicationAtOnce) {
  House house;
  auto hanako = newcomer(house);
  hanako.apply(kyotoTwoSeats);
  EXPECT_EQ(hanako.me().text("/applications/0/program/id"), std::to_string(kyotoTwoSeats));
  const Told page = house.ask({"GET", "/api/v1/programs/" + std::to_string(kyotoTwoSeats)});
  EXPECT_EQ(page.text("/applicants"), "1");
}

TEST(Withdraw, M4_1_WithinTheRegistrationPeriodAndInOtherWordsAfterIt) {
  House house;
  auto hanako = newcomer(house, closes - 1);
  const std::int64_t id = house.applied(hanako.cookie, kyotoTwoSeats);
  house.now = closes;
  EXPECT_EQ(hanako.withdraw(id).text("/code"), "withdrawal_in_gap");
  hanako.at(deciding);
  const Told refused = hanako.withdraw(id);
  EXPECT_EQ(refused.status, 409);
  EXPECT_EQ(refused.text("/code"), "in_adoption_period");
  EXPECT_TRUE(refused.holds("採用期間中は応募の取り下げはできません。")) << refused.body;
  hanako.at(closes - 1);
  const Told done = hanako.withdraw(id);
  EXPECT_EQ(done.status, 200) << done.body;
  EXPECT_EQ(done.text("/application/state"), "withdrawn");
  EXPECT_EQ(hanako.apply(tokyoTenSeats).status, 201) << "and may apply again";
}

TEST(Switch, M4_1_MovesInOneStepAndOnlyWithinThePeriod) {
  House house;
  auto hanako = newcomer(house, closes - 1);
  const std::int64_t id = house.applied(hanako.cookie, kyotoTwoSeats);
  EXPECT_EQ(hanako.switchTo(id, kyotoTwoSeats).text("/code"), "same_program");
  house.now = closes;
  EXPECT_EQ(hanako.switchTo(id, tokyoTenSeats).status, 409);
  house.now = closes - 1;
  const Told moved = hanako.switchTo(id, tokyoTenSeats);
  EXPECT_EQ(moved.status, 201) << moved.body;
  const Told me = hanako.me();
  EXPECT_EQ(me.text("/applications/0/state"), "withdrawn");
  EXPECT_EQ(me.text("/applications/1/state"), "applied");
}

TEST(Result, M5_1_NothingOfADecisionShowsBeforeTheNotificationTime) {
  House house;
  auto hanako = newcomer(house), taro = newcomer(house);
  const std::int64_t adopted = house.applied(hanako.cookie, tokyoTenSeats);
  house.applied(taro.cookie, tokyoTenSeats);
  house.decide(adopted, State::adopted, deciding);
  hanako.at(results - 1), taro.at(results - 1);
  const Told hers = hanako.me(), his = taro.me();
  for (const char* const where : {"/applications/0/state", "/applications/0/changed_at", "/may/apply", "/may/withdraw",
                                  "/may/change", "/may/delete"})
    EXPECT_EQ(hers.text(where), his.text(where)) << where;
  EXPECT_EQ(hers.body.size(), his.body.size());
  EXPECT_EQ(hers.text("/applications/0/state"), "applied");
  house.now = results;
  EXPECT_EQ(hanako.me().text("/applications/0/state"), "adopted");
  EXPECT_EQ(hanako.me().text("/applications/0/changed_at"), std::to_string(results));
  EXPECT_EQ(taro.me().text("/applications/0/state"), "held") << "what is undecided shows as 保留";
}

TEST(SecondRound, M5_3_RejectedMayApplyAgainAdoptedAndHeldMayNot) {
  House house;
  auto rejected = newcomer(house), adopted = newcomer(house), held = newcomer(house);
  house.decide(house.applied(rejected.cookie, tokyoTenSeats), State::rejected, deciding);
  house.decide(house.applied(adopted.cookie, tokyoTenSeats), State::adopted, deciding);
  house.decide(house.applied(held.cookie, tokyoTenSeats), State::held, deciding);
  rejected.at(opens2), adopted.at(opens2), held.at(opens2);
  EXPECT_EQ(rejected.apply(kyotoTwoSeats).status, 201);
  EXPECT_EQ(adopted.apply(kyotoTwoSeats).text("/code"), "already_adopted");
  EXPECT_EQ(held.apply(kyotoTwoSeats).text("/code"), "application_held");
}

TEST(UserData, M6_1_ChangesBeforeTheAdoptionPeriodAndThroughTheDirectorAfter) {
  House house;
  auto hanako = newcomer(house), spectator = newcomer(house);
  house.applied(hanako.cookie, kyotoTwoSeats);
  const Told changed = hanako.change("03-9999-8888");
  EXPECT_EQ(changed.status, 200) << changed.body;
  EXPECT_EQ(hanako.me().text("/data/phone"), "0399998888");
  EXPECT_EQ(hanako.change("12").text("/errors/0/field"), "phone");
  hanako.at(deciding - 1);
  EXPECT_EQ(hanako.change().status, 200);
  house.now = deciding;
  EXPECT_EQ(hanako.change().text("/code"), "change_through_director");
  spectator.at(deciding);
  EXPECT_EQ(spectator.change().status, 200) << "who never applied changes at any time";
}

TEST(UserData, M1_2_TakenRegistryNumbersCannotBeTriedOneAfterAnother) {
  House house(true);
  auto hanako = newcomer(house);
  int told = 0;
  for (int i = 0; i < 10; ++i) {
    const std::string body = userDataBody(registryNumber(600 + i), "090-1234-5678");
    told += house.ask({"PUT", "/api/v1/me", body, hanako.cookie}).status == 200 ? 1 : 0;
  }
  EXPECT_EQ(told, 5);
  EXPECT_EQ(hanako.change().status, 200) << "the own number stays free";
}

TEST(Deletion, M6_2_RefusedWhileAnApplicationIsLiveThenEverythingGoes) {
  House house;
  auto hanako = newcomer(house);
  const std::int64_t id = house.applied(hanako.cookie, kyotoTwoSeats);
  EXPECT_EQ(hanako.remove().text("/code"), "live_application");
  EXPECT_EQ(hanako.withdraw(id).status, 200);
  const Told gone = hanako.remove();
  EXPECT_EQ(gone.status, 204);
  EXPECT_NE(gone.headers.at("set-cookie").find("Max-Age=0"), std::string::npos);
  EXPECT_EQ(hanako.me().status, 401);
  EXPECT_EQ(house.ask({"POST", "/api/v1/sessions", logInBody(hanako.userId)}).status, 401);
  EXPECT_EQ(house.letters().back().kind, server::store::LetterKind::accountDeleted);
}

TEST(Deletion, Reliability18_EndsEverySessionOfTheAccount) {
  House house;
  auto hanako = newcomer(house);
  const std::string elsewhere = house.loggedIn(hanako.userId);
  ASSERT_EQ(house.ask({"GET", "/api/v1/me", {}, elsewhere}).status, 200);
  EXPECT_EQ(hanako.remove().status, 204);
  for (const std::string& cookie : {hanako.cookie, elsewhere}) {
    const Told told = house.ask({"POST", "/api/v1/me/applications", R"({"program_id":1})", cookie});
    EXPECT_EQ(told.text("/code"), "session_missing") << told.body;
  }
}

}  // namespace
}  // namespace senkoi::tests
