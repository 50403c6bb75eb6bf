// Tables into the system over HTTP (S3, S4): a dry run first, then wholly or not at all.
#include <array>
#include <chrono>

#include "tests/server/office.hpp"

namespace senkoi::tests {
namespace {

using namespace std::string_literals;

class OfficeImport : public OfficeTest {};

TEST_F(OfficeImport, S3_ADryRunListsEveryProblemByLineAndColumnAndChangesNothing) {
  const std::string before = house.ask({"GET", "/api/v1/catalogue/01"}).body;
  const std::string csv =
      "プログラム番号,都道府県,基幹施設名,専門研修プログラム名,定員数,募集区分,統括責任者\r\n"
      ",東京,新病院,新プログラム,5,1,山田\r\n"
      ",江戸,新病院,別のプログラム,多い,1,山田\r\n"
      "999,東京都,新病院,三つ目,5,1,山田\r\n"
      ",13,=1+1,四つ目,5,1,山田\r\n"
      ",13,新病院,新プログラム,5,1,山田\r\n";
  const Told dry = sendCsv(society, "programs/import", csv);
  ASSERT_EQ(dry.status, 200) << dry.body;
  EXPECT_EQ(dry.text("/rows"), "5");
  EXPECT_EQ(dry.text("/problem_count"), "5");
  EXPECT_EQ(dry.text("/digest"), "null");
  const auto problem = [&](int number, const std::string& what) {
    return dry.text("/problems/" + std::to_string(number) + "/" + what);
  };
  EXPECT_EQ(problem(0, "line") + ':' + problem(0, "column") + ' ' + problem(0, "code"), "3:2 prefecture_unknown");
  EXPECT_EQ(problem(1, "line") + ':' + problem(1, "column") + ' ' + problem(1, "code"), "3:5 number_unreadable");
  EXPECT_EQ(problem(1, "message"), "「定員数」は数字で入力してください。");
  EXPECT_EQ(problem(2, "line") + ' ' + problem(2, "code"), "4 csv_id_unknown");
  EXPECT_EQ(problem(3, "line") + ':' + problem(3, "column") + ' ' + problem(3, "code"), "5:3 csv_formula");
  EXPECT_EQ(problem(4, "line") + ' ' + problem(4, "code"), "6 csv_row_twice");
  EXPECT_EQ(problem(4, "message"), "2行目と同じものを指しています。1行にまとめてください。");
  const std::string digest(64, 'a');
  EXPECT_EQ(sendCsv(society, "programs/import?confirm=" + digest, csv).status, 422);
  EXPECT_EQ(house.ask({"GET", "/api/v1/catalogue/01"}).body, before);
}

TEST_F(OfficeImport, S3_ConfirmedItIsDoneWhollyAndPublicAtOnce) {
  const std::string csv =
      "都道府県,基幹施設名,専門研修プログラム名,定員数,募集区分,統括責任者,問い合わせ先電話番号\n"
      "東京都,新病院,新プログラム,5,1,山田,312345678\n東京都,病院2,プログラム2,11,123,統括 責任,\n";
  const Told done = import(society, "programs", csv);
  ASSERT_EQ(done.status, 200) << done.body;
  EXPECT_EQ(done.text("/added") + done.text("/changed") + done.text("/done"), "11true");
  EXPECT_EQ(house.ask({"GET", "/api/v1/programs/2"}).text("/capacity"), "11");
  EXPECT_TRUE(house.ask({"GET", "/api/v1/catalogue/01"}).holds("新プログラム"));
  EXPECT_TRUE(ask(society, "GET", "programs").holds("03-1234-5678")) << "a spreadsheet had taken its 0";
}

TEST_F(OfficeImport, S3_S4_ADryRunSaysWhatChangesFromWhatToWhatByRow) {
  const std::string head = "都道府県,基幹施設名,専門研修プログラム名,定員数,募集区分,統括責任者\n";
  const json told =
      json::parse(sendCsv(society, "programs/import",
                          head + "東京都,病院2,プログラム2,11,123,統括 責任\n大阪,新病院,甲,5,1・2,山田\n")
                      .body);
  EXPECT_EQ(told["changes"], json::parse(R"([
    {"line": 2, "subject": "病院2 プログラム2", "added": false,
     "cells": [{"heading": "定員数", "before": "10", "after": "11"}]},
    {"line": 3, "subject": "新病院 甲", "added": true,
     "cells": [{"heading": "領域", "before": null, "after": "内科"},
               {"heading": "都道府県", "before": null, "after": "大阪府"},
               {"heading": "定員数", "before": null, "after": "5"},
               {"heading": "募集区分", "before": null, "after": "1 2"},
               {"heading": "統括責任者", "before": null, "after": "山田"}]}])"))
      << told;
  import(board, "ceilings", "領域,都道府県,年度,採用数\n小児科,東京,2020,120\n");
  const json past = json::parse(
      sendCsv(board, "ceilings/import", "領域,都道府県,年度,採用数\n小児科,東京,2020,121\n小児科,東京,2021,0\n").body);
  EXPECT_EQ(past["changes"], json::parse(R"([
    {"line": 2, "subject": "小児科 東京都 2020", "added": false,
     "cells": [{"heading": "採用数", "before": "120", "after": "121"}]},
    {"line": 3, "subject": "小児科 東京都 2021", "added": true,
     "cells": [{"heading": "採用数", "before": null, "after": "0"}]}])"))
      << past;
  EXPECT_EQ(sendCsv(board, "regional-quota/import", "医籍登録番号,都道府県\n0999999,東京\n").text("/replaced"), "0");
}

TEST_F(OfficeImport, S3_WhatTheTableHasNoColumnForStaysAndAnEmptyCellEmpties) {
  const std::string head = "都道府県,基幹施設名,専門研修プログラム名,定員数,募集区分,統括責任者";
  const auto hasPhone = [&] { return ask(society, "GET", "programs").holds("03-0000-0002"); };
  ASSERT_TRUE(hasPhone());
  EXPECT_EQ(import(society, "programs", head + "\n東京都,病院2,プログラム2,11,123,統括 責任\n").text("/changed"), "1");
  EXPECT_TRUE(hasPhone());
  import(society, "programs", head + ",問い合わせ先電話番号\n東京都,病院2,プログラム2,11,123,統括 責任,\n");
  EXPECT_FALSE(hasPhone());
}

TEST_F(OfficeImport, S3_OfManyChangesTheFirstAreTold) {
  std::string csv = "都道府県,基幹施設名,専門研修プログラム名,定員数,募集区分,統括責任者\n";
  for (int i = 0; i < 300; ++i) csv += "東京,新病院" + std::to_string(i) + ",甲,5,1,山田\n";
  const json told = json::parse(sendCsv(society, "programs/import", csv).body);
  EXPECT_EQ(told["added"], 300);
  EXPECT_EQ(told["changes"].size(), 200u);
  EXPECT_EQ(told["changes"][199]["line"], 201);
}

TEST_F(OfficeImport, S3_AListSavedUnderFormerHeadingsComesInAgain) {
  const Told japanese = sendCsv(society, "programs/import",
                                "都道府県,基幹施設名,専門研修プログラム名,定員数,募集する回,統括責任者\n"
                                "東京都,新病院,新プログラム,5,1,山田\n");
  EXPECT_EQ(japanese.text("/problem_count") + ' ' + japanese.text("/added"), "0 1") << japanese.body;
  const Told english = sendCsv(society, "programs/import",
                               "Prefecture,Facility,Program,Capacity,Rounds,Program director,Mail address\n"
                               "Tokyo,新病院,新プログラム,5,1,山田,program@example.jp\n");
  EXPECT_EQ(english.text("/problem_count") + ' ' + english.text("/added"), "0 1") << english.body;
}

TEST_F(OfficeImport, S3_WhatIsConfirmedIsWhatWasSeen) {
  const std::string csv =
      "都道府県,基幹施設名,専門研修プログラム名,定員数,募集区分,統括責任者\n東京都,病院2,プログラム2,11,1,山田\n";
  const std::string digest = sendCsv(society, "programs/import", csv).text("/digest");
  ASSERT_EQ(ask(society, "PUT", "programs/2",
                json{{"field", "01"},
                     {"prefecture", "13"},
                     {"facility", "病院2"},
                     {"name", "プログラム2"},
                     {"capacity", "30"},
                     {"rounds", "1"},
                     {"director", "山田"}}
                    .dump())
                .status,
            200);
  EXPECT_EQ(sendCsv(society, "programs/import?confirm=" + digest, csv).text("/code"), "changed_meanwhile");
  EXPECT_EQ(sendCsv(society, "programs/import?confirm=x", csv).text("/code"), "changed_meanwhile");
}

TEST_F(OfficeImport, S3_S4_OneFaultInTheLastRowOrAnotherTableAndNothingIsDone) {
  struct Table {
    const char *path, *shown, *sound, *other, *fault;
  };
  const std::array tables{
      Table{"programs", "programs",
            "都道府県,基幹施設名,専門研修プログラム名,定員数,募集区分,統括責任者\n東京都,新病院,甲,5,1,山田\n",
            "東京都,新病院,乙,5,1,山田\n", "東京都,新病院,丙,多い,1,山田\n"},
      Table{"ceilings", "ceilings", "領域,都道府県,年度,採用数\n小児科,東京,2020,120\n", "小児科,東京,2021,121\n",
            "小児科,江戸,2022,122\n"},
      Table{"regional-quota", "audit?action=quota_list_matched", "医籍登録番号,都道府県\n0999999,東京\n",
            "0999998,東京\n", "12345,東京\n"},
  };
  for (const auto& [path, shown, sound, other, fault] : tables) {
    const std::string to = std::string(path) + "/import", before = ask(board, "GET", shown).body;
    const std::string& who = to.starts_with("programs") ? society : board;
    const std::string confirmed = to + "?confirm=" + sendCsv(who, to, sound).text("/digest");
    EXPECT_EQ(sendCsv(who, confirmed, std::string(sound) + fault).text("/code"), "form_refused") << path;
    EXPECT_EQ(sendCsv(who, confirmed, std::string(sound) + other).text("/code"), "changed_meanwhile") << path;
    EXPECT_EQ(ask(board, "GET", shown).body, before) << path;
    EXPECT_EQ(sendCsv(who, confirmed, sound).text("/done"), "true") << path;
    EXPECT_NE(ask(board, "GET", shown).body, before) << path;
  }
}

TEST_F(OfficeImport, S3_EachImportRefusesWhatIsNoTable) {
  for (const char* const path : {"programs/import", "ceilings/import", "regional-quota/import"}) {
    EXPECT_EQ(sendCsv(board, path, std::string("a\0", 2)).text("/problems/0/code"), "csv_encoding") << path;
    EXPECT_EQ(sendCsv(board, path, "都道府県\n東京都\n").text("/problems/0/code"), "csv_column_missing") << path;
    EXPECT_TRUE(sendCsv(board, path, "x").holds(R"("code":"csv_column_unknown")")) << path;
    EXPECT_EQ(house.ask({"POST", std::string("/api/v1/staff/") + path, "{}", {}, {{"cookie", board}}}).status, 415);
  }
}

TEST_F(OfficeImport, S3_S4_EachImportReadsWhatAMachineCanConvert) {
  const Told programs = sendCsv(
      society, "programs/import",
      "\uFEFF\uFEFF都道府県,　基幹施設名,\"専門研修\nﾌﾟﾛｸﾞﾗﾑ名\",定員数,募集区分,統括責任者,問い合わせ先電話番号,"
      "プログラム番号\n東京　,　新病院,新プログラム,５.0,１,山田,３１２３４５６７８,－\n,　,,\u00A0,,,,\n"
      "ｔｏｋｙｏ,病院2,プログラム2,\"1,1\",1・2,山田,,'２.0\n\x1A");
  EXPECT_EQ(programs.text("/problem_count") + programs.text("/added") + programs.text("/changed"), "011")
      << programs.body;
  const Told past =
      import(board, "ceilings", "領域　,都道府県,年度,採用数\r\n小 児 科,東京 都,２０２０.0,\"1,2０\"\r\n\x1A");
  EXPECT_EQ(past.text("/added"), "1") << past.body;
  EXPECT_TRUE(ask(board, "GET", "ceilings").holds(R"("past":[{"year":2020,"adopted":120}])"));
  const Told quota =
      sendCsv(board, "regional-quota/import", "医籍登録番号\t都道府県\n０９９９９９９\tおおさか\n567890.0\t大阪\n");
  EXPECT_EQ(quota.text("/problem_count") + quota.text("/problems/0/line"), "12") << quota.body;
}

TEST_F(OfficeImport, S3_EachFaultIsToldOnce) {
  const auto told = [&](const std::string& csv) {
    const json report = json::parse(sendCsv(society, "programs/import", csv).body);
    std::string codes;
    for (const json& problem : report["problems"])
      codes += problem["code"].get<std::string>() + ' ' + std::to_string(problem["line"].get<int>()) + ' ';
    return codes;
  };
  const std::string head = "都道府県,基幹施設名,専門研修プログラム名,定員数,募集区分,統括責任者\n";
  EXPECT_EQ(told(head + "東京,甲,\"乙,5,1,山田\n東京,丙,丁,5,1,山田\n"), "csv_quote_open 2 ");
  EXPECT_EQ(told(head + "東京,甲,乙,=5,1,山田\n"), "csv_formula 2 ");
  EXPECT_EQ(told("都道府県,基幹施設名,専門研修プログラム名,定員数,募集区分\n東京,甲,乙,5,1\n東京,甲,丙,5,1\n"),
            "csv_column_missing 1 ");
  EXPECT_EQ(told(head + "東京,甲,乙,5,1,山田\n東京,甲,乙,多い,1,山田\n"), "number_unreadable 3 ");
}

TEST_F(OfficeImport, S3_TheListThatWentOutComesInAgainUnchanged) {
  for (const auto& [name, phone, address] :
       {std::array{"=SUM(A1)", "0312345678", "1-2-3"}, std::array{"3-4", "03-1234-5678（代表）", "2号館, 3階"},
        std::array{"'+甲\"乙\"", "", "="}}) {
    json sent = json::parse(entry(name));
    sent["phone"] = phone;
    sent["address"] = address;
    ASSERT_EQ(ask(society, "POST", "programs", sent.dump()).status, 201);
  }
  const std::string before = ask(society, "GET", "programs").body;
  for (const char* const language : {"ja", "en"}) {
    const std::string file = ask(society, "GET", "programs.csv?lang="s + language).body;
    const Told dry = sendCsv(society, "programs/import", file);
    EXPECT_EQ(dry.text("/problem_count") + dry.text("/added") + dry.text("/changed"), "000") << dry.body << file;
    EXPECT_EQ(dry.text("/same"), dry.text("/rows"));
  }
  EXPECT_TRUE(ask(society, "GET", "programs.csv").holds(R"("=""03-1234-5678""")")) << "its 0 survives a spreadsheet";
  EXPECT_EQ(ask(society, "GET", "programs").body, before);
}

TEST_F(OfficeImport, S3_AHundredThousandLinesAreToldInTime) {
  std::string csv = "prefecture,facility,name,capacity,rounds,director\n";
  for (int i = 0; i < 100'000; ++i) csv += "13,病院" + std::to_string(i) + ",プログラム,5,1,山田\n";
  const auto begun = std::chrono::steady_clock::now();
  const Told dry = sendCsv(society, "programs/import", csv);
  EXPECT_EQ(dry.text("/added"), "100000") << dry.body.substr(0, 300);
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(30));
}

}  // namespace
}  // namespace senkoi::tests
