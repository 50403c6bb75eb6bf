// What the board asks over HTTP (S4, S5, M3.7, M5.1): season, ceilings, release, regional quotas, audit log.
#include "tests/server/office.hpp"

namespace senkoi::tests {
namespace {

class Board : public OfficeTest {};

TEST_F(Board, S4_TheSeasonIsChangedWithItsFaultsAtTheirPlace) {
  json body = seasonBody();
  body["rounds"][1]["registration_from"] = "2024年12月3日 12:00";
  body["rounds"][2]["closed"] = json::array({"01-13"});
  const Told told = ask(board, "PUT", "season", body.dump());
  ASSERT_EQ(told.status, 200) << told.body;
  EXPECT_EQ(house.ask({"GET", "/api/v1/season"}).text("/schedule/rounds/1/registration_from"),
            std::to_string(day(12, 3)));
  body["rounds"][1]["adoption_until"] = "soon";
  EXPECT_EQ(ask(board, "PUT", "season", body.dump()).text("/errors/0/field"), "2.adoption_until");
  body["rounds"][1]["adoption_until"] = "2024-11-01 12:00";
  const Told backwards = ask(board, "PUT", "season", body.dump());
  EXPECT_EQ(backwards.text("/errors/0/field"), "2");
  EXPECT_EQ(backwards.text("/errors/0/code"), "periods_out_of_order");
  body = seasonBody();
  body["rounds"][0]["registration_from"] = "2024-11-01 11:00";
  EXPECT_EQ(ask(board, "PUT", "season", body.dump()).text("/code"), "round_has_begun");
  body["rounds"][0]["closed"] = json::array({"99-99"});
  EXPECT_EQ(ask(board, "PUT", "season", body.dump()).text("/errors/0/field"), "1.closed");
  EXPECT_EQ(ask(board, "POST", "season", seasonBody().dump()).text("/code"), "season_exists");
}

TEST_F(Board, M3_7_ACeilingIsImportedComputedAndPublishedWithAReason) {
  std::string csv = "領域,都道府県,年度,採用数\n";
  for (int year = 2020; year < 2025; ++year)
    csv += "小児科,東京," + std::to_string(year) + ",12" + std::to_string(year % 5) + "\n";
  const Told done = import(board, "ceilings", csv);
  ASSERT_EQ(done.text("/added"), "5") << done.body;
  EXPECT_TRUE(ask(board, "GET", "ceilings").holds(R"("proposed":122,"published":null)"));
  const auto publish = [&](const char* number, const char* reason) {
    return ask(board, "PUT", "ceilings/02-13", json{{"published", number}, {"reason", reason}}.dump());
  };
  EXPECT_EQ(publish("124", "").text("/errors/0/code"), "ceiling_reason_needed");
  EXPECT_EQ(publish("１２４", "国の通知による").status, 200);
  EXPECT_TRUE(house.ask({"GET", "/api/v1/figures/02"}).holds(R"("ceiling":124)"));
  EXPECT_EQ(ask(board, "PUT", "ceilings/20-13", "{}").status, 404);
  EXPECT_EQ(ask(board, "POST", "ceilings/proposals", "{}").text("/published"), "0");
}

TEST_F(Board, S4_TwoPeopleReleaseAndNobodySeesAnythingBefore) {
  json body = seasonBody();
  body["release_needed"] = true;
  ASSERT_EQ(ask(board, "PUT", "season", body.dump()).status, 200);
  const std::string who = house.registered("0123456");
  house.decide(house.applied(house.loggedIn(who), tokyoTenSeats), State::adopted, deciding);
  house.now = decided - 1;
  const std::string first = house.staff(Role::board, std::nullopt);  // sessions do not last for weeks
  EXPECT_EQ(ask(first, "POST", "release/1", "{}").text("/code"), "release_too_early");
  house.now = decided;
  const Told dry = ask(first, "GET", "release/1");
  EXPECT_EQ(dry.text("/release/applications/adopted"), "1");
  EXPECT_EQ(dry.text("/release/letters/0/count"), "1");
  EXPECT_EQ(dry.text("/release/may_approve"), "null");
  EXPECT_TRUE(dry.text("/release/letters/0/text").starts_with("（姓） （名） 様\n\n一次募集の応募結果を")) << dry.body;
  EXPECT_TRUE(
      dry.text("/release/letters/1/text").starts_with("Dear (family name) (given name),\n\nApplication results"));
  EXPECT_TRUE(dry.holds(R"("recipients":[{"state":"adopted","language":"ja","count":1}])"));
  EXPECT_TRUE(dry.holds(R"("undecided_programs":[])"));
  EXPECT_EQ(ask(first, "POST", "release/1", "{}").text("/release/released"), "false");
  EXPECT_EQ(ask(first, "GET", "release/1").text("/release/may_approve"), "release_by_another");
  EXPECT_EQ(ask(first, "POST", "release/1", "{}").text("/code"), "release_by_another");
  house.now = results + hours;
  const std::string cookie = house.loggedIn(who);
  const auto seen = [&] { return house.ask({"GET", "/api/v1/me", {}, cookie}).text("/applications/0/state"); };
  EXPECT_EQ(seen(), "applied") << "held back past its time";
  const std::string second = house.staff(Role::board, std::nullopt);
  EXPECT_TRUE(house.headsTold.empty());
  EXPECT_EQ(ask(second, "POST", "release/1", "{}").text("/release/released"), "true");
  EXPECT_EQ(house.headsTold, std::vector<std::string>{"results released"}) << "reliability 41";
  EXPECT_EQ(seen(), "adopted");
  EXPECT_EQ(ask(second, "GET", "release/9").status, 404);
}

TEST_F(Board, S4_AnApprovalIsTakenBackByWhoGaveItUntilTheSecond) {
  json body = seasonBody();
  body["release_needed"] = true;
  ASSERT_EQ(ask(board, "PUT", "season", body.dump()).status, 200);
  house.now = decided;
  const std::string first = house.staff(Role::board, std::nullopt), second = house.staff(Role::board, std::nullopt);
  EXPECT_EQ(ask(first, "DELETE", "release/1").status, 404) << "nothing was given";
  ask(first, "POST", "release/1", "{}");
  EXPECT_EQ(ask(second, "DELETE", "release/1").status, 404) << "another's";
  const Told back = ask(first, "DELETE", "release/1");
  EXPECT_EQ(back.status, 200) << back.body;
  EXPECT_TRUE(back.holds(R"("approvals":[])"));
  EXPECT_EQ(back.text("/release/may_approve"), "null");
  ask(second, "POST", "release/1", "{}");
  EXPECT_EQ(ask(first, "POST", "release/1", "{}").text("/release/released"), "true");
  EXPECT_EQ(ask(first, "DELETE", "release/1").text("/code"), "already_released");
  EXPECT_EQ(ask(first, "GET", "audit?action=release_approval_taken_back").text("/entries/0/subject"), "1");
}

TEST_F(Board, S4_WhoWillBeToldIsAFileAndEachLookIsInTheAuditLog) {
  const std::string who = house.registered("0123456");
  house.decide(house.applied(house.loggedIn(who), tokyoTenSeats), State::adopted, deciding);
  house.applied(house.applicant(), tokyoTenSeats);
  house.now = decided;
  const std::string looking = house.staff(Role::board, std::nullopt);
  const Told undecided = ask(looking, "GET", "release/1");
  EXPECT_EQ(undecided.text("/release/undecided_programs/0/id"), std::to_string(tokyoTenSeats)) << undecided.body;
  EXPECT_EQ(undecided.text("/release/undecided_programs/0/undecided"), "1");
  const Told file = ask(looking, "GET", "release/1/recipients.csv");
  EXPECT_TRUE(
      file.holds("ユーザID,姓,名,メールアドレス,メールの言語,採否,領域,都道府県,基幹施設,専門研修プログラム\r\n"))
      << file.body;
  EXPECT_TRUE(file.holds(",ja,採用,内科,東京都,")) << file.body;
  EXPECT_TRUE(file.holds(",ja,未処理,内科,東京都,")) << file.body;
  EXPECT_EQ(ask(looking, "GET", "audit?action=recipients_viewed").text("/entries/0/detail"), "2 applicants");
  EXPECT_EQ(ask(looking, "GET", "release/9/recipients.csv").status, 404);
  const std::string foreign = house.staff(Role::society, internalMedicine);
  EXPECT_EQ(ask(foreign, "GET", "release/1/recipients.csv").status, 403);
}

TEST_F(Board, M2_3e_EachLookAtTheMatchesIsInTheAuditLog) {
  const Told done = import(board, "regional-quota", "医籍登録番号,都道府県\n999999,東京\n");
  EXPECT_EQ(done.text("/matched"), "0") << done.body;
  EXPECT_EQ(sendCsv(board, "regional-quota/import", "医籍登録番号,都道府県\n999999,東京\n0999999,京都\n")
                .text("/problems/0/code"),
            "csv_row_twice");
  ask(board, "GET", "regional-quota");
  const Told log = ask(board, "GET", "audit?action=quota_matches_viewed");
  EXPECT_EQ(log.text("/entries/0/who"), "office");
  EXPECT_EQ(log.text("/entries/0/subject"), "2025");
  EXPECT_EQ(log.text("/entries/1"), "");
}

TEST_F(Board, S5_TheAuditLogIsSearched) {
  ask(society, "PUT", "programs/2", entry());
  const Told found = ask(board, "GET", "audit?subject=2&action=program_changed");
  EXPECT_TRUE(found.holds("capacity 10 to 12")) << found.body;
  EXPECT_FALSE(found.holds("山田"));
  EXPECT_EQ(ask(board, "GET", "audit?before=1").text("/entries/0"), "");
  EXPECT_EQ(ask(board, "GET", "audit?before=x").status, 422);
}

}  // namespace
}  // namespace senkoi::tests
