// What offices ask over HTTP (S3): whose objects, what each answers, and that the public sees it at once.
#include "tests/server/office.hpp"

namespace senkoi::tests {
namespace {

class Office : public OfficeTest {};

TEST_F(Office, S3_ANewProgramIsPublicAtOnce) {
  const Told made = ask(society, "POST", "programs", entry());
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_EQ(made.text("/program/entry/capacity"), "12");
  EXPECT_EQ(made.text("/program/entry/rounds"), "12");
  EXPECT_EQ(made.text("/program/entry/url"), "https://www.example.jp");
  const std::string id = made.text("/program/id");
  EXPECT_EQ(house.ask({"GET", "/api/v1/programs/" + id}).text("/capacity"), "12");
  EXPECT_TRUE(house.ask({"GET", "/api/v1/catalogue/01"}).holds("新しいプログラム"));
  EXPECT_EQ(ask(society, "POST", "programs", entry()).text("/errors/0/code"), "program_duplicate");
}

TEST_F(Office, S3_AChangeIsPublicAtOnceAndTheCountsStay) {
  house.applied(house.applicant(), tokyoTenSeats);
  json body = json::parse(entry("改称", "20"));
  const Told told = ask(society, "PUT", "programs/2", body.dump());
  ASSERT_EQ(told.status, 200) << told.body;
  EXPECT_EQ(house.ask({"GET", "/api/v1/programs/2"}).text("/capacity"), "20");
  EXPECT_EQ(house.ask({"GET", "/api/v1/programs/2"}).text("/applicants"), "1");
  house.applied(house.applicant(), tokyoTenSeats);
  EXPECT_EQ(house.ask({"GET", "/api/v1/programs/2"}).text("/applicants"), "2");
}

TEST_F(Office, S3_WhatIsWrongIsToldAtItsItem) {
  const Told told = ask(society, "POST", "programs", entry("", "0"));
  EXPECT_EQ(told.status, 422);
  EXPECT_EQ(told.text("/errors/0/field"), "name");
  EXPECT_EQ(told.text("/errors/1/code"), "number_out_of_range");
  EXPECT_EQ(told.text("/errors/1/message"), "「定員数」は1から999までの数で入力してください。");
}

TEST_F(Office, S3_AProgramRecruitsInRoundsOfItsSeasonAlone) {
  const std::size_t rounds = seasonBody()["rounds"].size();
  const auto sent = [&](const char* method, const char* path, std::string asked) {
    json body = json::parse(entry());
    body["rounds"] = asked;
    return ask(society, method, path, body.dump());
  };
  const std::string last = std::to_string(rounds), beyond = std::to_string(rounds + 1);
  for (const Told& told : {sent("POST", "programs", "1," + beyond), sent("PUT", "programs/2", beyond)}) {
    EXPECT_EQ(told.status, 422);
    EXPECT_EQ(told.text("/errors/0/field") + ' ' + told.text("/errors/0/code"), "rounds round_not_in_season");
    EXPECT_EQ(told.text("/errors/0/message"),
              "「募集区分」には、今年度に行われる回（1から" + last + "まで）だけを入力してください。");
  }
  EXPECT_EQ(sent("POST", "programs", last).status, 201);
  const Told table =
      sendCsv(society, "programs/import",
              "都道府県,基幹施設名,専門研修プログラム名,定員数,募集区分,統括責任者\n東京,新病院,甲,5,1・" + beyond +
                  ",山田\n東京都,病院2,プログラム2,10,1・" + beyond + ",山田\n東京,新病院,乙,5," + last + ",山田\n");
  EXPECT_EQ(table.text("/problem_count"), "2") << table.body;
  for (const int problem : {0, 1}) {
    const std::string at = "/problems/" + std::to_string(problem);
    EXPECT_EQ(table.text(at + "/line") + ':' + table.text(at + "/column") + ' ' + table.text(at + "/code"),
              std::to_string(problem + 2) + ":5 round_not_in_season");
  }
}

TEST_F(Office, R23_AForeignProgramIsNotFoundAndStays) {
  const std::string before = program(tokyoTenSeats);
  EXPECT_EQ(ask(other, "PUT", "programs/2", entry()).status, 404);  // the entry says field 01, which is not theirs
  json own = json::parse(entry());
  own["field"] = "02";
  EXPECT_EQ(ask(other, "PUT", "programs/2", own.dump()).status, 404);
  EXPECT_EQ(ask(other, "DELETE", "programs/2").status, 404);
  EXPECT_EQ(ask(other, "POST", "programs", entry()).status, 404);
  EXPECT_EQ(ask(other, "GET", "programs?field=01").status, 404);
  EXPECT_EQ(program(tokyoTenSeats), before);
  EXPECT_FALSE(ask(other, "GET", "programs").holds(R"("id":2,)"));
  EXPECT_TRUE(ask(board, "GET", "programs").holds(R"("id":2,)"));
  EXPECT_EQ(ask(board, "PUT", "programs/2", entry()).status, 200);
}

TEST_F(Office, R23_TheBoardsDoorsAreTheBoardsAlone) {
  const std::string director = house.staff(Role::director, internalMedicine, {tokyoTenSeats});
  for (const char* const path : {"season", "ceilings", "release/1", "regional-quota", "audit"}) {
    EXPECT_EQ(ask(society, "GET", path).text("/code"), "not_for_you") << path;
    EXPECT_EQ(ask(director, "GET", path).text("/code"), "not_for_you") << path;
    EXPECT_EQ(ask("", "GET", path).status, 401) << path;
    EXPECT_EQ(ask(board, "GET", path).status, 200) << path;
  }
  for (const char* const path : {"programs", "notices", "progress", "statistics", "programs.csv", "statistics.csv"}) {
    EXPECT_EQ(ask(director, "GET", path).text("/code"), "not_for_you") << path;
    EXPECT_EQ(ask(society, "GET", path).status, 200) << path;
  }
}

TEST_F(Office, S3_AProgramWithApplicantsIsNotClosedOneWithoutIs) {
  house.applied(house.applicant(), tokyoTenSeats);
  EXPECT_EQ(ask(society, "DELETE", "programs/2").text("/code"), "program_in_use");
  EXPECT_EQ(ask(society, "DELETE", "programs/1").status, 204);
  EXPECT_EQ(house.ask({"GET", "/api/v1/programs/1"}).status, 404);
}

TEST_F(Office, S3_TheTableThatGoesOutComesInAgainAsItWas) {
  const Told out = ask(society, "GET", "programs.csv");
  EXPECT_EQ(out.headers.at("content-type"), "text/csv; charset=utf-8");
  ASSERT_TRUE(out.holds("プログラム番号,領域,都道府県,基幹施設名"));
  const Told dry = sendCsv(society, "programs/import", out.body);
  EXPECT_EQ(dry.text("/problem_count"), "0") << dry.body;
  EXPECT_EQ(dry.text("/same"), "4");
  EXPECT_EQ(dry.text("/changed"), "0");
}

TEST_F(Office, S3_NoticesAppearAtTheirTimeAndInTheirField) {
  const std::string body =
      json{{"field", ""}, {"published_at", "2024/11/2 9:00"}, {"title_ja", "説明会"}, {"body_ja", "本文"}}.dump();
  const Told made = ask(society, "POST", "notices", body);
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_EQ(made.text("/notice/entry/published_at"), "2024-11-02 09:00");
  const auto shown = [&](const std::string& field) { return house.ask({"GET", "/api/v1/notices?field=" + field}); };
  EXPECT_FALSE(shown("01").holds("説明会"));
  house.now = day(11, 2) - 3 * hours;
  EXPECT_TRUE(shown("01").holds("説明会"));
  EXPECT_FALSE(shown("02").holds("説明会"));
  const std::string path = "notices/" + made.text("/notice/id");
  society = house.staff(Role::society, internalMedicine);  // sessions do not last until the next day
  other = house.staff(Role::society, paediatrics);
  EXPECT_EQ(ask(other, "PUT", path, body).status, 404);
  EXPECT_EQ(ask(other, "DELETE", path).status, 404);
  EXPECT_FALSE(ask(other, "GET", "notices").holds("説明会"));
  EXPECT_EQ(ask(society, "DELETE", path).status, 204);
  EXPECT_FALSE(shown("01").holds("説明会"));
}

TEST_F(Office, S3_ProgressPutsCellsWithTooFewSeatsFirstAndCallsOnlyAdoptionsAbove) {
  house.applied(house.applicant(), kyotoTwoSeats);
  for (int i = 0; i < 5; ++i) house.applied(house.applicant(), tokyoTenSeats);
  const Told told = ask(society, "GET", "progress");
  EXPECT_EQ(told.text("/cells/0/prefecture"), "13");
  EXPECT_EQ(told.text("/cells/0/seats_short"), "1");
  EXPECT_EQ(told.text("/cells/0/above_ceiling"), "0") << "nobody is adopted yet";
  EXPECT_EQ(told.text("/cells/0/applicants"), "5");
  EXPECT_EQ(told.text("/cells/0/ceiling"), "4");
  EXPECT_EQ(told.text("/cells/1/prefecture"), "26");
  EXPECT_EQ(told.text("/cells/1/ceiling"), "null");
  EXPECT_FALSE(told.holds(R"("field":"02")"));
  EXPECT_TRUE(ask(board, "GET", "statistics").holds(R"("field":"02")"));
  EXPECT_TRUE(ask(board, "GET", "statistics.csv").holds("内科,東京都,2,5,0,0,0,5,0,13,4\r\n"));
}

}  // namespace
}  // namespace senkoi::tests
