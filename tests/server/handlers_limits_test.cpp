// Limits, offers and kinds over HTTP (T1–T6, T10): the published tables of tests/figures load as they are, what would
// change is told first, and what goes out comes in again as it was.
#include <fstream>
#include <sstream>

#include "tests/server/office.hpp"

namespace senkoi::tests {
namespace {

using namespace std::string_literals;

// The rows of one block of the published tables, as rows of the present season.
std::string figures(const std::string& season, const std::string& status) {
  std::ifstream file(FIGURES_FOLDER "/ceilings-2025-2027.csv");
  std::string line, found;
  for (bool head = true; std::getline(file, line); head = false) {
    if (head) found = line + '\n';
    if (line.starts_with(season + ',' + status)) found += "2025" + line.substr(4) + '\n';
  }
  return found;
}

class OfficeLimits : public OfficeTest {
 protected:
  OfficeLimits() {
    const json known = json::parse(ask(board, "GET", "kinds").body)["known"];
    json kinds = json::array();
    for (const json& one : known) {
      kinds.push_back({{"code", one["code"]},
                       {"group", one["group"]},
                       {"name_ja", one["name"]["ja"]},
                       {"name_en", one["name"]["en"]},
                       {"sentence_ja", one["sentence"]["ja"]},
                       {"sentence_en", one["sentence"]["en"]}});
    }
    EXPECT_EQ(ask(board, "PUT", "kinds", json{{"kinds", kinds}}.dump()).status, 200);
  }
  // Limits of the nodes of a cell in order: "all=67 ordinary=42 …".
  std::string nodesOf(const std::string& field, const std::string& prefecture) {
    std::string text;
    const json limits = json::parse(ask(board, "GET", "limits").body);
    for (const json& cell : limits["cells"]) {
      if (cell["field"] != field || cell["prefecture"] != prefecture) continue;
      for (const json& node : cell["nodes"])
        text += (text.empty() ? "" : " ") + node["node"].get<std::string>() + '=' + node["limit"].dump();
    }
    return text;
  }
};

TEST_F(OfficeLimits, T6_EveryRowOfThePublishedTablesLoadsAndUnfolds) {
  const std::array<std::array<std::string, 3>, 4> blocks{{{"2025", "published", "1"},
                                                          {"2026", "published", "8"},
                                                          {"2027", "draft-as-reported", "6"},
                                                          {"2027", "draft-second-block", "6"}}};
  for (const auto& [season, status, cells] : blocks) {
    const Told dry = sendCsv(board, "limits/import", figures(season, status));
    EXPECT_EQ(dry.text("/problem_count"), "0") << season << dry.body;
    EXPECT_EQ(json::parse(dry.body)["warnings"], json::array()) << season << status;
    const Told done = import(board, "limits", figures(season, status));
    EXPECT_EQ(done.text("/done"), "true") << done.body;
    int loaded = 0;
    for (const char* const count : {"/added", "/changed", "/same"}) loaded += std::stoi(done.text(count));
    EXPECT_EQ(std::to_string(loaded), cells) << season << status;
    if (season == "2025") {
      EXPECT_EQ(nodesOf("01", "13"),
                "with_special=573 all=521 ordinary=398 linked=123 partnership=92 partnership_limited=31 special=52");
    }
    if (season == "2026") {
      EXPECT_EQ(nodesOf("01", "13"),
                "all=531 ordinary=383 linked=148 partnership=null partnership_limited=null special=null");
    }
    if (status == "draft-as-reported") {
      EXPECT_EQ(nodesOf("03", "13"), "all=67 ordinary=42 linked=25 partnership=19 special=6");
    }
    if (status == "draft-second-block") {
      EXPECT_EQ(nodesOf("03", "23"), "all=28 ordinary=25 linked=3 partnership=2 special=1");
    }
  }
}

TEST_F(OfficeLimits, T10_ADryRunTellsOldAndNewOfEachNodeAndChangesNothing) {
  import(board, "limits", figures("2027", "draft-as-reported"));
  const Told dry = sendCsv(board, "limits/import", figures("2027", "draft-second-block"));
  std::string told;
  const json report = json::parse(dry.body);
  for (const json& one : report["limits"]) {
    if (one["prefecture"] != "23" || one["before"] == one["after"]) continue;
    told += one["node"].get<std::string>() + ' ' + one["before"].dump() + "->" + one["after"].dump() + ' ';
  }
  EXPECT_EQ(told, "all 25->28 ordinary 19->25 linked 6->3 partnership 4->2 special 2->1 ");
  EXPECT_EQ(nodesOf("03", "23"), "all=25 ordinary=19 linked=6 partnership=4 special=2");
}

TEST_F(OfficeLimits, T6_WhatGoesOutComesInAgainAsItWas) {
  import(board, "limits", figures("2027", "draft-as-reported"));
  const std::string before = ask(board, "GET", "limits").body;
  for (const char* const language : {"ja", "en"}) {
    const Told file = ask(board, "GET", "limits.csv?lang="s + language);
    const Told again = import(board, "limits", file.body);
    EXPECT_EQ(again.text("/problem_count") + again.text("/changed") + again.text("/added"), "000") << again.body;
  }
  EXPECT_EQ(ask(board, "GET", "limits").body, before);
}

TEST_F(OfficeLimits, T6_ACellWithATreeIsNotPublishedAsOneNumber) {
  import(board, "limits", "領域,都道府県,枠,上位の枠,上限\n内科,東京,all,,9\n内科,東京,ordinary,all,9\n");
  const Told refused = ask(board, "PUT", "ceilings/01-13", json{{"published", "8"}, {"reason", "国の通知"}}.dump());
  EXPECT_EQ(refused.status, 422) << refused.body;
  EXPECT_EQ(refused.text("/code"), "ceiling_by_limits");
  EXPECT_EQ(nodesOf("01", "13"), "all=9 ordinary=9");
}

TEST_F(OfficeLimits, T6_ARowWhosePartsDoNotAddUpIsWarnedOfAndLoads) {
  const std::string csv = "prefecture,field,ordinary,partnership_all,ceiling\n東京都,皮膚科,41,25,65\n";
  const Told dry = sendCsv(board, "limits/import", csv);
  EXPECT_EQ(dry.text("/problem_count"), "0");
  EXPECT_EQ(dry.text("/warnings/0/code"), "total_differs") << dry.body;
  EXPECT_EQ(dry.text("/warnings/0/line"), "2");
}

TEST_F(OfficeLimits, T3_APublishedRowWithoutAnyNumberTakesTheLimitsOfItsCellAway) {
  import(board, "limits", "prefecture,field,ordinary,partnership_all,ceiling\n東京都,皮膚科,42,25,67\n");
  ASSERT_NE(nodesOf("03", "13"), "");
  import(board, "limits", "prefecture,field,ordinary,partnership_all,ceiling\n東京都,皮膚科,―,―,―\n");
  EXPECT_EQ(nodesOf("03", "13"), "");
}

TEST_F(OfficeLimits, T2_OffersGoOutAndComeInAgain) {
  const Told done = import(board, "offers", "プログラム番号,枠の種類,募集枠\n2,通常枠,6\n2,special,3\n");
  EXPECT_EQ(done.text("/changed") + done.text("/done"), "1true") << done.body;
  EXPECT_EQ(json::parse(program(2))["capacity"], 9) << "the sum of its offers";
  const Told file = ask(board, "GET", "offers.csv?lang=ja");
  const Told again = import(board, "offers", file.body);
  EXPECT_EQ(again.text("/problem_count") + again.text("/changed"), "00") << file.body << again.body;
}

}  // namespace
}  // namespace senkoi::tests
