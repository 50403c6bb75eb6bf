// What everybody may read (M3.3, M3.4, M3.7, D at M3.7) and what nobody may see before its time (M5.1, reliability 28).
#include "tests/server/snapshot_world.hpp"

namespace senkoi::tests {
namespace {

TEST_F(SnapshotTest, TheCatalogueHoldsTheFieldsPrograms) {
  const json catalogue = body(snapshot->catalogue(internalMedicine, plain));
  EXPECT_EQ(catalogue.at("season"), 2025);
  EXPECT_EQ(catalogue.at("field"), "01");
  EXPECT_EQ(ids(catalogue.at("programs")), (std::vector{1, 2, 3, 5}));
  const json expected =
      json::parse(R"({"id":5,"name":"プログラム5","facility":"病院5","prefecture":"26","capacity":5,"rounds":[1]})");
  EXPECT_EQ(catalogue.at("programs").at(3), expected);
}

TEST_F(SnapshotTest, M3_5_RoundsInWhichTheCellIsClosedAreNotOffered) {
  const json programs = body(snapshot->catalogue(internalMedicine, plain)).at("programs");
  EXPECT_EQ(programs.at(1).at("rounds"), json::parse("[1, 2]"));     // Tokyo: closed in the third
  EXPECT_EQ(programs.at(2).at("rounds"), json::parse("[1, 2, 3]"));  // Kyoto
}

TEST_F(SnapshotTest, M3_3_SearchJoinsPrefectureFacilityAndNameByAnd) {
  EXPECT_EQ(ids(search({internalMedicine, kyoto, {}, {}}).at("programs")), (std::vector{3, 5}));
  EXPECT_EQ(ids(search({internalMedicine, kyoto, "病院5", {}}).at("programs")), (std::vector{5}));
  EXPECT_EQ(ids(search({internalMedicine, tokyo, "病院5", {}}).at("programs")), (std::vector<int>{}));
  EXPECT_EQ(ids(search({internalMedicine, {}, "病院", "グラム2"}).at("programs")), (std::vector{2}));
}

TEST_F(SnapshotTest, M3_4_AnEmptySearchListsTheFieldAndMatchingIsBlindToWidthKanaAndCase) {
  EXPECT_EQ(ids(search({internalMedicine, {}, {}, {}}).at("programs")).size(), 4u);
  EXPECT_EQ(ids(search({internalMedicine, {}, {}, "ぷろぐらむ２"}).at("programs")), (std::vector{2}));
}

TEST_F(SnapshotTest, M3_4_SearchAndPageShowApplicantsAtOnce) {
  EXPECT_EQ(search({internalMedicine, {}, {}, "2"}).at("programs").at(0).at("applicants"), 0);
  apply(1, tokyoTenSeats);
  EXPECT_EQ(search({internalMedicine, {}, {}, "2"}).at("programs").at(0).at("applicants"), 1);
  EXPECT_EQ(body(*snapshot->program(tokyoTenSeats, plain, opens)).at("applicants"), 1);
}

TEST_F(SnapshotTest, M3_4_TheProgramPageHoldsContactCapacityAndThePrefecturesCeiling) {
  apply(1, tokyoTenSeats);
  apply(2, tokyoThreeSeats);
  const json page = body(*snapshot->program(tokyoTenSeats, plain, opens));
  EXPECT_EQ(page.at("field"), "01");
  EXPECT_EQ(page.at("contact").at("phone"), "03-0000-0002");
  EXPECT_EQ(page.at("director"), "統括 責任");
  EXPECT_EQ(page.at("url"), nullptr);
  EXPECT_EQ(page.at("capacity"), 10);
  EXPECT_EQ(page.at("ceiling"), tokyoCeiling);
  EXPECT_EQ(page.at("prefecture_applicants"), 2);
  EXPECT_EQ(body(*snapshot->program(kyotoTwoSeats, plain, opens)).at("ceiling"), nullptr);
  EXPECT_FALSE(snapshot->program(999, plain, opens));
}

TEST_F(SnapshotTest, M3_4_OverCapacityMeansStrictlyAbove) {
  apply(1, kyotoTwoSeats);
  apply(2, kyotoTwoSeats);
  EXPECT_EQ(body(*snapshot->program(kyotoTwoSeats, plain, opens)).at("over_capacity"), false);
  apply(3, kyotoTwoSeats);
  EXPECT_EQ(body(*snapshot->program(kyotoTwoSeats, plain, opens)).at("over_capacity"), true);
}

TEST_F(SnapshotTest, M3_4_ARejectionThatIsOutFreesItsSeatAndAnAdoptionTakesOne) {
  const auto first = apply(1, kyotoTwoSeats), second = apply(2, kyotoTwoSeats);
  apply(3, kyotoTwoSeats);
  decide(first, State::rejected);
  decide(second, State::adopted);
  const json before = body(*snapshot->program(kyotoTwoSeats, plain, results - 1));
  EXPECT_EQ(before.at("seeking"), 3);
  EXPECT_EQ(before.at("seats_left"), nullptr);
  EXPECT_EQ(before.at("over_capacity"), true);
  const json after = body(*snapshot->program(kyotoTwoSeats, plain, results));
  EXPECT_EQ(after.at("applicants"), 3);
  EXPECT_EQ(after.at("seeking"), 2);
  EXPECT_EQ(after.at("prefecture_seeking"), 2);
  EXPECT_EQ(after.at("seats_left"), 1);
  EXPECT_EQ(after.at("ceiling_left"), nullptr);
  EXPECT_EQ(after.at("over_capacity"), false);
  EXPECT_EQ(after.at("over_ceiling"), false);
  const json found = search({internalMedicine, kyoto, {}, {}}).at("programs").at(0);
  EXPECT_EQ(found.at("seeking"), 3);
  EXPECT_EQ(found.at("over_capacity"), true);
}

TEST_F(SnapshotTest, M3_7_APrefectureWithoutCeilingIsOverItsCapacityWhileMoreSeekASeat) {
  const auto over = [&](Instant now) { return figures(now).at("prefectures").at(25).at("over").get<bool>(); };
  const auto first = apply(1, kyotoTwoSeats);
  for (int person = 2; person <= 7; ++person) apply(person, kyotoTwoSeats);
  EXPECT_FALSE(over(opens)) << "as many as the seats of both programs";
  apply(8, kyotoTwoSeats);
  EXPECT_TRUE(over(opens));
  decide(first, State::rejected);
  EXPECT_TRUE(over(results - 1));
  EXPECT_FALSE(over(results));
}

TEST_F(SnapshotTest, M3_7_APrefectureWithoutCeilingShowsNoneAndNotZero) {
  const json prefectures = figures(opens).at("prefectures");
  ASSERT_EQ(prefectures.size(), 47u);
  EXPECT_EQ(prefectures.at(12).at("prefecture"), "13");
  EXPECT_EQ(prefectures.at(12).at("ceiling"), tokyoCeiling);
  EXPECT_EQ(prefectures.at(12).at("capacity"), 13);
  EXPECT_EQ(prefectures.at(25).at("ceiling"), nullptr);
  EXPECT_EQ(prefectures.at(0).at("capacity"), 0);
}

TEST_F(SnapshotTest, M3_7_WithdrawnOnesAreNotCounted) {
  const auto id = apply(1, tokyoTenSeats);
  apply(2, tokyoTenSeats);
  commit(opens, [&](Store& s) { return s.withdraw(userId(1), id, opens, {}).code; });
  EXPECT_EQ(figures(opens).at("prefectures").at(12).at("applicants"), 1);
  EXPECT_EQ(figures(opens).at("programs").at(1), json::parse("[2, 1, null, null, 1, null]"));
}

TEST_F(SnapshotTest, M5_1_FiguresChangeAtTheNotificationInstantByTheClockAlone) {
  const auto first = apply(1, tokyoTenSeats), second = apply(2, tokyoTenSeats);
  apply(3, tokyoTenSeats);
  decide(first, State::adopted);
  decide(second, State::rejected);
  EXPECT_EQ(figures(results - 1).at("programs").at(1), json::parse("[2, 3, null, null, 3, null]"));
  EXPECT_EQ(figures(results - 1).at("notified_round"), 0);
  EXPECT_EQ(figures(results).at("programs").at(1), json::parse("[2, 3, 1, 1, 2, 9]"));
  const json tokyoThen = figures(results).at("prefectures").at(12);
  EXPECT_EQ(tokyoThen.at("undecided"), 1);
  EXPECT_EQ(tokyoThen.at("seeking"), 2);
  EXPECT_EQ(tokyoThen.at("seats_left"), 12);
  EXPECT_EQ(tokyoThen.at("over"), false);
  EXPECT_EQ(tokyoThen.at("ceiling_left"), tokyoCeiling - 1);
  EXPECT_EQ(figures(results).at("prefectures").at(25).at("ceiling_left"), nullptr);
  EXPECT_EQ(figures(results - 1).at("programs").at(1), json::parse("[2, 3, null, null, 3, null]"));  // a clock set back
}

TEST_F(SnapshotTest, Reliability28_NoAnswerNorTagDiffersByADecisionBeforeTheNotification) {
  const auto first = apply(1, kyotoTwoSeats), second = apply(2, kyotoTwoSeats), third = apply(3, tokyoTenSeats);
  const auto everything = [&](Instant now) {
    std::vector<http::Response> all{snapshot->figures(internalMedicine, plain, now),
                                    snapshot->catalogue(internalMedicine, plain),
                                    snapshot->search({internalMedicine, {}, {}, {}}, plain, now),
                                    snapshot->search({internalMedicine, kyoto, {}, {}}, plain, now),
                                    *snapshot->program(kyotoTwoSeats, plain, now),
                                    *snapshot->program(tokyoTenSeats, plain, now),
                                    snapshot->notices(internalMedicine, plain, now)};
    std::string text;
    for (const auto& response : all) text.append(response.header("etag")).append(*response.body);
    return text;
  };
  const std::string before = everything(deciding);
  const auto madeBefore = snapshot->figures(internalMedicine, plain, deciding).body;
  for (const State state : {State::adopted, State::rejected, State::held}) {
    decide(first, state);
    decide(second, state);
    EXPECT_EQ(everything(deciding), before);
    EXPECT_EQ(everything(results - 1), before);
  }
  // The very same bytes in memory: a decision makes nothing anew, so that no timing tells of it.
  EXPECT_EQ(snapshot->figures(internalMedicine, plain, results - 1).body, madeBefore);
  decide(third, State::adopted);
  EXPECT_NE(everything(results), before);
}

TEST_F(SnapshotTest, Reliability28_ARestartShowsNoMoreThanTheRunningServer) {
  const auto first = apply(1, kyotoTwoSeats);
  apply(2, kyotoTwoSeats);
  const std::string before = *snapshot->figures(internalMedicine, plain, deciding).body;
  decide(first, State::adopted);
  const Snapshot restarted(*reader, io);
  EXPECT_EQ(*const_cast<Snapshot&>(restarted).figures(internalMedicine, plain, deciding).body, before);
}

TEST_F(SnapshotTest, ADecisionAfterTheNotificationShowsAtOnce) {
  const auto first = apply(1, tokyoTenSeats);
  EXPECT_EQ(figures(results).at("programs").at(1), json::parse("[2, 1, 0, 0, 1, 10]"));
  decide(first, State::adopted, results);
  EXPECT_EQ(figures(results).at("programs").at(1), json::parse("[2, 1, 1, 0, 1, 9]"));
  decide(first, State::declined, results);
  EXPECT_EQ(figures(results).at("programs").at(1), json::parse("[2, 0, 0, 0, 0, 10]"));
}

TEST_F(SnapshotTest, CountsEqualTheRowsAfterARestart) {
  const auto first = apply(1, tokyoTenSeats);
  apply(2, kyotoTwoSeats);
  commit(opens, [&](Store& s) { return s.switchTo(userId(1), first, kyotoTwoSeats, {}, opens, {}).code; });
  const json running = figures(results);
  snapshot->reload();
  json restarted = figures(results);
  restarted["generation"] = running.at("generation");
  EXPECT_EQ(restarted, running);
}

TEST_F(SnapshotTest, M3_1_NoticesAreThoseOfTheFieldAndOfAllNewestFirstAndInTheirTime) {
  const auto notices = [&](std::optional<Field> field, Instant now) {
    return ids(body(snapshot->notices(field, plain, now)).at("notices"));
  };
  EXPECT_EQ(notices(internalMedicine, opens), (std::vector{2, 1}));
  EXPECT_EQ(notices(paediatrics, opens), (std::vector{1}));
  EXPECT_EQ(notices(std::nullopt, opens), (std::vector{1}));
  EXPECT_EQ(notices(internalMedicine, day(10, 2) - 1), (std::vector{1}));
  const json both = body(snapshot->notices(internalMedicine, plain, opens)).at("notices");
  EXPECT_EQ(both.at(0).at("from"), "01");
  EXPECT_EQ(both.at(1).at("from"), "board");
}

}  // namespace
}  // namespace senkoi::tests
