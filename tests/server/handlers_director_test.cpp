// What directors ask over HTTP (S1, S2, M5.1, M5.2): whose, which answers, and what stays hidden from applicants.
#include <nlohmann/json.hpp>

#include "tests/server/house.hpp"

namespace senkoi::tests {
namespace {

using namespace season2025;
using nlohmann::json;

class Director : public testing::Test {
 protected:
  Ask asking(const std::string& method, const std::string& path, const std::string& body = {}) {
    return {method, "/api/v1/staff/" + path, body, {}, {{"cookie", mine()}}};
  }
  Told ask(const std::string& method, const std::string& path, const std::string& body = {}) {
    return house.ask(asking(method, path, body));
  }
  static json decision(std::int64_t application, const std::string& to, const std::string& from = "applied") {
    json one{{"application", application}, {"from", from}, {"to", to}};
    if (to == "held") one["reason"] = "面接日の調整中", one["owner"] = "髙橋";
    return one;
  }
  Told decide(const std::vector<json>& decisions) {
    return ask("POST", "decisions", json{{"decisions", json(decisions)}}.dump());
  }
  std::int64_t candidate(std::int64_t program = tokyoTenSeats) {
    const Instant then = std::exchange(house.now, opens);
    const auto id = house.applied(house.applicant(), program);
    house.now = then;
    return id;
  }

  // A session of now: idle ones end after half an hour.
  const std::string& mine() {
    std::string& cookie = sessions_[house.now];
    if (cookie.empty()) cookie = house.staff(Role::director, internalMedicine, {tokyoThreeSeats, tokyoTenSeats});
    return cookie;
  }

  House house;

 private:
  std::map<Instant, std::string> sessions_;
};

TEST_F(Director, S1_SeesCandidatesWithAllThatTheRegistrationHolds) {
  const auto id = candidate();
  house.now = deciding;
  const Told told = ask("GET", "candidates");
  EXPECT_EQ(told.status, 200) << told.body;
  EXPECT_EQ(told.headers.at("cache-control"), "no-store");
  EXPECT_EQ(told.text("/programs/0/id"), std::to_string(tokyoThreeSeats));
  EXPECT_EQ(told.text("/programs/1/seats/left"), "10");
  EXPECT_EQ(told.text("/programs/1/seats/ceiling_left"), "4");
  EXPECT_EQ(told.text("/candidates/0/application/id"), std::to_string(id));
  EXPECT_EQ(told.text("/candidates/0/account/data/family_name"), "髙橋");
  EXPECT_EQ(told.text("/candidates/0/account/years_since_licence"), "4");
  EXPECT_EQ(told.text("/candidates/0/may/adopt"), "null");
  EXPECT_EQ(told.text("/candidates/0/may/decline"), "decline_only_adopted");
  EXPECT_EQ(ask("GET", "candidates?program=" + std::to_string(tokyoThreeSeats)).text("/candidates"), "[]");
}

TEST_F(Director, R23_AForeignProgramOrApplicationIsNotFound) {
  const auto foreign = candidate(kyotoTwoSeats);
  house.now = deciding;
  EXPECT_EQ(ask("GET", "candidates?program=" + std::to_string(kyotoTwoSeats)).status, 404);
  EXPECT_EQ(ask("GET", "candidates.csv?program=999").status, 404);
  EXPECT_EQ(ask("GET", "seats/events?program=" + std::to_string(kyotoTwoSeats)).status, 404);
  EXPECT_EQ(decide({decision(foreign, "adopted")}).status, 404);
  const std::string path = "candidates/" + std::to_string(foreign);
  EXPECT_EQ(ask("POST", path + "/decline", "{}").status, 404);
  EXPECT_EQ(ask("PUT", path + "/data", "{}").status, 404);
  EXPECT_EQ(ask("POST", "candidates/999/decline", "{}").body, ask("POST", path + "/decline", "{}").body);
}

TEST_F(Director, R23_OnlyDirectorsComeIn) {
  const std::string office = house.staff(Role::board, std::nullopt);
  for (const char* const path : {"candidates", "candidates.csv", "seats/events"}) {
    EXPECT_EQ(house.ask({"GET", std::string("/api/v1/staff/") + path}).status, 401) << path;
    EXPECT_EQ(house.ask({"GET", std::string("/api/v1/staff/") + path, {}, {}, {{"cookie", office}}}).text("/code"),
              "not_for_you");
  }
}

TEST_F(Director, S2_ManyAtOnceEachWithItsOutcomeAndTheSentenceOfTheLimit) {
  std::vector<json> all;
  for (int i = 0; i < 5; ++i) all.push_back(decision(candidate(), "adopted"));
  house.now = deciding;
  const Told told = decide(all);
  EXPECT_EQ(told.status, 200) << told.body;
  EXPECT_EQ(told.text("/outcomes/3/code"), "null");
  EXPECT_EQ(told.text("/outcomes/4/code"), "ceiling_reached");
  EXPECT_EQ(told.text("/outcomes/4/state"), "applied");
  EXPECT_EQ(told.text("/outcomes/4/seats/left"), "6");
  EXPECT_EQ(told.text("/outcomes/4/seats/ceiling_left"), "0");
  EXPECT_NE(told.text("/outcomes/4/message").find("シーリング数4名"), std::string::npos) << told.body;
  EXPECT_NE(told.text("/outcomes/4/message").find("領域学会事務局"), std::string::npos);
}

TEST_F(Director, S1_HeldNeedsReasonAndOwner) {
  const auto id = candidate();
  house.now = deciding;
  json bare = decision(id, "held");
  bare.erase("reason"), bare.erase("owner");
  const Told refused = decide({bare});
  EXPECT_EQ(refused.status, 422);
  EXPECT_EQ(refused.text("/errors/0/code"), "held_reason_needed");
  EXPECT_EQ(refused.text("/errors/1/field"), "owner");
  EXPECT_EQ(decide({decision(id, "held")}).text("/outcomes/0/state"), "held");
  EXPECT_EQ(ask("GET", "candidates").text("/candidates/0/held/owner"), "髙橋");
}

TEST_F(Director, R24_StrangeBodiesAreRefused) {
  const auto id = candidate();
  house.now = deciding;
  for (const json& body :
       {json{{"decisions", json::array()}}, json{{"decisions", 5}}, json{{"decisions", json::array({5})}},
        json{{"decisions", json::array({decision(id, "withdrawn")})}},
        json{{"decisions", json::array({decision(id, "x")})}},
        json{{"decisions", json::array({decision(id, "adopted")})}, {"more", 1}}, json::object()}) {
    EXPECT_EQ(ask("POST", "decisions", body.dump()).status, 422) << body;
  }
  json more = decision(id, "adopted");
  more["who"] = "me";
  EXPECT_EQ(decide({more}).text("/errors/0/field"), "who");
  EXPECT_EQ(decide(std::vector<json>(501, decision(id, "adopted"))).status, 422);
  EXPECT_EQ(ask("GET", "candidates").text("/candidates/0/application/state"), "applied");
}

TEST_F(Director, M5_1_NothingOfADecisionIsSeenByTheApplicantBeforeTheNotification) {
  house.now = opens;
  const std::string who = house.registered("0123456");
  const auto id = house.applied(house.loggedIn(who), tokyoTenSeats);
  house.now = deciding;
  const std::string cookie = house.loggedIn(who);
  const auto seen = [&] { return house.ask({"GET", "/api/v1/me", {}, cookie}).body; };
  const std::string before = seen();
  EXPECT_NE(before.find("applied"), std::string::npos);
  decide({decision(id, "adopted")});
  EXPECT_EQ(seen(), before);
  decide({decision(id, "rejected", "adopted")});
  EXPECT_EQ(seen(), before);
  house.now = results;
  EXPECT_EQ(house.ask({"GET", "/api/v1/me", {}, house.loggedIn(who)}).text("/applications/0/state"), "rejected");
}

TEST_F(Director, M5_2_EntersADecline) {
  const auto id = candidate();
  house.now = deciding;
  decide({decision(id, "adopted")});
  const std::string path = "candidates/" + std::to_string(id) + "/decline";
  EXPECT_EQ(ask("POST", path, "{}").status, 409);
  house.now = results;
  EXPECT_EQ(ask("POST", path, "{}").text("/candidate/application/state"), "declined");
  EXPECT_EQ(ask("POST", path, "{}").text("/code"), "decline_only_adopted");
}

TEST_F(Director, S1_ChangesDataWithANote) {
  const auto id = candidate();
  house.now = deciding;
  const std::string path = "candidates/" + std::to_string(id) + "/data";
  json data = json::parse(ask("GET", "candidates").body)["candidates"][0]["account"]["data"];
  data["address"] = "新宿区西新宿2-8-1";
  EXPECT_EQ(ask("PUT", path, data.dump()).text("/errors/0/code"), "note_needed");
  data["phone"] = "12";
  EXPECT_EQ(json::parse(ask("PUT", path, data.dump()).body)["errors"].size(), 2u);
  data["phone"] = "０３（１２３４）５６７８";
  data["note"] = "11月20日に電話で申し出";
  const Told told = ask("PUT", path, data.dump());
  EXPECT_EQ(told.status, 200) << told.body;
  EXPECT_EQ(told.text("/candidate/account/data/address"), "新宿区西新宿2-8-1");
  EXPECT_EQ(told.text("/candidate/account/data/phone"), "0312345678");
  EXPECT_EQ(house.letters().back().kind, server::store::LetterKind::dataChanged);
}

TEST_F(Director, S1_TheListAsAFileForExcel) {
  const auto id = candidate();
  house.now = deciding;
  decide({decision(id, "held")});
  Ask ask = asking("GET", "candidates.csv");
  ask.headers["accept-language"] = "ja";
  const Told told = house.ask(ask);
  EXPECT_EQ(told.headers.at("content-type"), "text/csv; charset=utf-8");
  EXPECT_EQ(told.headers.at("content-disposition"), "attachment; filename=\"candidates-2025.csv\"");
  EXPECT_TRUE(
      told.body.starts_with("\xEF\xBB\xBF"
                            "応募番号,"))
      << told.body;
  for (const char* const text : {"髙橋", "0000001", ",保留,", "面接日の調整中", "東京都", "プログラム制", "\r\n"})
    EXPECT_TRUE(told.holds(text)) << text << told.body;
}

TEST_F(Director, S1_TheSeatsAreToldAtOnceAsAnEventStream) {
  house.now = deciding;
  const Told told = ask("GET", "seats/events");
  EXPECT_EQ(told.status, 200);
  EXPECT_EQ(told.headers.at("content-type"), "text/event-stream");
  EXPECT_TRUE(told.body.starts_with("retry: 3000\nevent: seats\ndata: {\"seats\":[{")) << told.body;
  EXPECT_TRUE(told.body.ends_with("\n\n"));
  EXPECT_TRUE(told.holds("\"ceiling_left\":4"));
}

}  // namespace
}  // namespace senkoi::tests
