// What a season begins with comes back as it was (S3, S4).
#include "tests/store/world.hpp"

namespace senkoi::tests {
namespace {

using SeasonStore = StoreTest;
SENKOI_EVERY_ENGINE(SeasonStore);

TEST_P(SeasonStore, S4_TheCalendarComesBackWithTheCellsThatDoNotRecruit) {
  EXPECT_EQ(store->season(), season2025::season());
}

TEST_P(SeasonStore, S3_ProgramsCeilingsAndNoticesComeBack) {
  const SeasonStart start = seasonStart();
  EXPECT_EQ(store->programs(), start.programs);
  EXPECT_EQ(store->ceilings(), start.ceilings);
  const std::vector<Notice> newestFirst{start.notices[1], start.notices[0]};
  EXPECT_EQ(store->notices(), newestFirst);
}

TEST_P(SeasonStore, AnEmptySeasonIsReplaced) {
  SeasonStart other = seasonStart();
  other.programs.resize(1);
  other.season.rounds.resize(1);
  step([&](Store& s) { s.begin(other); });
  EXPECT_EQ(store->programs().size(), 1u);
  EXPECT_EQ(store->season()->rounds.size(), 1u);
}

TEST_P(SeasonStore, ASeasonWithApplicationsIsNotReplaced) {
  applied(newApplicant(), tokyoTenSeats);
  EXPECT_THROW(step([&](Store& s) { s.begin(seasonStart()); }), Failure);
  store->rollbackToSavepoint();
  store->undoBatch();
  EXPECT_EQ(store->programs().size(), seasonStart().programs.size());
}

TEST_P(SeasonStore, AReadingStoreSeesTheSameAndWritesNothing) {
  const auto reader = GetParam().openReading(folder);
  EXPECT_EQ(reader->season(), season2025::season());
  EXPECT_THROW(reader->begin(seasonStart()), Failure);
}

TEST_P(SeasonStore, DemoApplicantsCountLikeOthersAndGetNoLetters) {
  Account account{"0109999999", "", internalMedicine, Language::ja, userData("7777777"), season2025::opens};
  Application one{0, "", 1, tokyoTenSeats, State::applied, season2025::opens, season2025::opens};
  step([&](Store& s) { s.addDemoApplicants({{account, "no password", {one}}}); });
  ASSERT_EQ(store->applicationsOf(tokyoTenSeats).size(), 1u);
  EXPECT_EQ(store->applicationsOf(tokyoTenSeats)[0].userId, "0109999999");
  EXPECT_EQ(decide(store->applicationsOf(tokyoTenSeats)[0].id, State::adopted), Code::ok);
  EXPECT_EQ(step([&](Store& s) { return s.announceResults(season2025::results); }), 1u);
  EXPECT_TRUE(store->dueLetters(season2025::results2, 10).empty());
  EXPECT_EQ(store->liveCounts(), (std::vector<CountChange>{{tokyoTenSeats, 1, std::nullopt, State::adopted}}));
}

}  // namespace
}  // namespace senkoi::tests
