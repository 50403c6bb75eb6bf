// The season, its ceilings and the release of its results as the board has them (S4).
#include "server/operations/office_store.hpp"
#include "server/operations/staff_store.hpp"
#include "tests/store/world.hpp"

namespace senkoi::tests {
namespace {

using namespace season2025;
using workflow::Season;

class OfficeSeason : public StoreTest {
 protected:
  OfficeStore& offices() { return store->offices(); }
  workflow::SeasonFault change(const Season& season, Instant now, bool release = false) {
    return step([&](Store& s) { return s.offices().changeSeason(season, release, now, office); });
  }
  Code changeCode(const Season& season, Instant now, bool release = false) { return change(season, now, release).code; }
  workflow::SeasonFault begin(const Season& season, Instant now) {
    return step([&](Store& s) { return s.offices().beginSeason(season, true, now, office); });
  }
  Code publish(rules::Cell cell, std::optional<std::uint32_t> number, const std::string& reason = {}) {
    return step([&](Store& s) { return s.offices().publishCeiling(cell, number, reason, opens, office); });
  }
  CellCeiling ceiling(Field field, Prefecture prefecture) {
    for (CellCeiling& cell : offices().ceilings()) {
      if (cell.field == field && cell.prefecture == prefecture) return std::move(cell);
    }
    return {};
  }
  Code importPast(const std::vector<PastAdoptionRow>& rows) {
    const Hash digest = offices().planPastAdoptions(rows).digest;
    return importRun().pastAdoptions(rows, digest, opens, office).code;
  }
  std::int64_t member(const std::string& mail) {
    return step([&](Store& s) {
             return s.staff().invite({mail, "山田", Language::ja, Role::board, std::nullopt, {}}, hash(1),
                                     hash(++secrets), opens, office);
           })
        .value->id;
  }
  Code approve(std::int64_t staff, Instant now, int round = 1) {
    return step([&](Store& s) { return s.offices().approveRelease(round, staff, now, office); });
  }
};
SENKOI_EVERY_ENGINE(OfficeSeason);

TEST_P(OfficeSeason, S4_WhatLiesAheadMayMove) {
  Season changed = season();
  changed.rounds[1].registration.from += hours;
  changed.rounds[2].notification += hours;
  EXPECT_EQ(changeCode(changed, closes), Code::ok);
  EXPECT_EQ(*store->season(), changed);
  EXPECT_EQ(audited("season_changed"), 1u);
}

TEST_P(OfficeSeason, S4_WhatHasBegunStands) {
  Season changed = season();
  changed.rounds[0].registration.from += hours;
  EXPECT_EQ(changeCode(changed, opens - 1), Code::ok);
  EXPECT_EQ(changeCode(season(), opens - 1), Code::ok);
  EXPECT_EQ(changeCode(changed, opens), Code::roundHasBegun);
  changed = season();
  changed.rounds[0].registration.until = opens + hours;  // an end that is past already
  EXPECT_EQ(changeCode(changed, opens + hours), Code::roundHasBegun);
  EXPECT_EQ(changeCode(changed, opens + hours - 1), Code::ok);
  changed = *store->season();
  changed.rounds[1].registration.from = results;  // where it goes is past, too
  EXPECT_EQ(change(changed, results).round, 2);
}

TEST_P(OfficeSeason, S4_ASeasonThatRunsBackwardsIsRefusedWithItsRound) {
  Season changed = season();
  changed.rounds[1].adoption.from = changed.rounds[1].registration.from;
  const workflow::SeasonFault fault = change(changed, opens);
  EXPECT_EQ(fault.code, Code::periodsOutOfOrder);
  EXPECT_EQ(fault.round, 2);
  EXPECT_EQ(*store->season(), season());
}

TEST_P(OfficeSeason, S4_RoundsThatHaveNotBegunComeAndGo) {
  Season changed = season();
  changed.rounds.pop_back();
  EXPECT_EQ(changeCode(changed, opens2), Code::ok);
  EXPECT_EQ(store->season()->rounds.size(), 2u);
  EXPECT_EQ(changeCode(season(), opens2), Code::ok);
  EXPECT_EQ(*store->season(), season());  // with the cells that do not recruit
  EXPECT_EQ(changeCode(changed, opens3), Code::roundHasBegun);
}

TEST_P(OfficeSeason, S4_CellsCloseBeforeARoundOpens) {
  Season changed = season();
  changed.rounds[1].closed.insert({internalMedicine, kyoto});
  EXPECT_EQ(changeCode(changed, opens2 - 1), Code::ok);
  EXPECT_TRUE(store->season()->rounds[1].closed.contains({internalMedicine, kyoto}));
  EXPECT_EQ(apply(newApplicant(), kyotoTwoSeats, opens2).code, Code::programNotRecruiting);
  EXPECT_EQ(changeCode(season(), opens2), Code::roundHasBegun);
}

TEST_P(OfficeSeason, S4_ANewSeasonBeginsOnceThePresentOneIsOver) {
  Season next{
      2026,
      {{1, {day(11, 1, 2025), day(11, 15, 2025)}, {day(11, 18, 2025), day(11, 26, 2025)}, day(11, 29, 2025), {}}}};
  EXPECT_EQ(begin(next, day(3, 1, 2025)).code, Code::seasonExists);
  EXPECT_EQ(begin(next, day(4, 2, 2025)).code, Code::ok);
  EXPECT_EQ(store->season()->startYear, 2026);
  EXPECT_TRUE(offices().releaseNeeded());
  EXPECT_TRUE(store->programs().empty());
  EXPECT_EQ(begin(next, day(4, 2, 2025)).code, Code::seasonExists);
}

TEST_P(OfficeSeason, S4_ASeasonBelongsToAYearAhead) {
  Season next = season();
  next.startYear = 2024;
  EXPECT_EQ(begin(next, day(4, 2, 2025)).code, Code::seasonYearOutOfRange);
  next.startYear = 2030;
  EXPECT_EQ(begin(next, day(4, 2, 2025)).code, Code::seasonYearOutOfRange);
}

TEST_P(OfficeSeason, M3_7_TheMeanOfFiveYearsIsProposed) {
  const CellCeiling known = ceiling(internalMedicine, tokyo);
  EXPECT_EQ(known.past.size(), 5u);
  EXPECT_EQ(known.past.front(), (CellCeiling::Year{2020, 3}));
  EXPECT_EQ(known.proposed, 4);  // (3 + 4 + 5 + 4 + 4) / 5
  EXPECT_EQ(known.published, tokyoCeiling);
  EXPECT_EQ(importPast({{internalMedicine, tokyo, 2024, 9}, {internalMedicine, tokyo, 2019, 99}}), Code::ok);
  EXPECT_EQ(ceiling(internalMedicine, tokyo).proposed, 5);  // 25 / 5: the sixth year back does not count
  EXPECT_EQ(ceiling(internalMedicine, tokyo).published, tokyoCeiling);
}

TEST_P(OfficeSeason, M3_7_OnlyCellsOfTheRuleAreProposed) {
  EXPECT_EQ(importPast({{internalMedicine, kyoto, 2024, 9}, {Field{7}, tokyo, 2024, 9}}), Code::ok);
  EXPECT_FALSE(ceiling(internalMedicine, kyoto).proposed);
  EXPECT_FALSE(ceiling(Field{7}, tokyo).proposed);
}

TEST_P(OfficeSeason, M3_7_AnotherNumberThanTheMeanNeedsAReason) {
  EXPECT_EQ(publish({internalMedicine, tokyo}, 6), Code::ceilingReasonNeeded);
  EXPECT_EQ(publish({internalMedicine, tokyo}, 6, "国の通知による"), Code::ok);
  EXPECT_EQ(ceiling(internalMedicine, tokyo).published, 6);
  EXPECT_EQ(ceiling(internalMedicine, tokyo).reason, "国の通知による");
  EXPECT_EQ(publish({internalMedicine, tokyo}, 4), Code::ok);
  EXPECT_EQ(ceiling(internalMedicine, tokyo).reason, "");
  EXPECT_EQ(publish({internalMedicine, tokyo}, std::nullopt), Code::ceilingReasonNeeded);
  EXPECT_EQ(publish({internalMedicine, tokyo}, std::nullopt, "対象外"), Code::ok);
  EXPECT_FALSE(ceiling(internalMedicine, tokyo).published);
  EXPECT_EQ(ceiling(internalMedicine, tokyo).reason, "対象外");
  EXPECT_EQ(step([&](Store& s) { return s.offices().publishProposals(opens, office); }), 0u) << "somebody decided so";
  EXPECT_FALSE(ceiling(internalMedicine, tokyo).published);
  EXPECT_EQ(ceiling(internalMedicine, tokyo).past.size(), 5u);
  EXPECT_EQ(audited("ceiling_published"), 3u);
  EXPECT_EQ(publish({internalMedicine, tokyo}, 4), Code::ok);
  EXPECT_EQ(ceiling(internalMedicine, tokyo).reason, "") << "the mean again: nothing to explain";
}

TEST_P(OfficeSeason, S2_ACeilingStaysAtThoseAdoptedOrAbove) {
  for (int i = 0; i < 3; ++i) decide(applied(newApplicant(), tokyoTenSeats), State::adopted);
  EXPECT_EQ(publish({internalMedicine, tokyo}, 2, "理由"), Code::ceilingBelowAdopted);
  EXPECT_EQ(publish({internalMedicine, tokyo}, 3, "理由"), Code::ok);
  const auto next = applied(newApplicant(), tokyoTenSeats);
  EXPECT_EQ(decide(next, State::adopted), Code::ceilingReached);
}

TEST_P(OfficeSeason, M3_7_AllProposalsAreTakenAtOnceWhereNothingIsPublished) {
  EXPECT_EQ(importPast({{paediatrics, tokyo, 2024, 124}, {paediatrics, tokyo, 2023, 125}}), Code::ok);
  EXPECT_EQ(step([&](Store& s) { return s.offices().publishProposals(opens, office); }), 1u);
  EXPECT_EQ(ceiling(paediatrics, tokyo).published, 125);
  EXPECT_EQ(ceiling(internalMedicine, tokyo).published, tokyoCeiling);
}

TEST_P(OfficeSeason, S4_PastAdoptionsOfTheSameYearTwiceOrOfTheFutureAreTold) {
  const std::vector<PastAdoptionRow> rows{
      {paediatrics, tokyo, 2024, 1}, {paediatrics, tokyo, 2024, 2}, {paediatrics, tokyo, 2025, 2}};
  EXPECT_EQ(offices().planPastAdoptions(rows).faults,
            (std::vector<ImportPlan::Fault>{{1, Code::csvRowTwice, {}, 0, 0, 0},
                                            {2, Code::numberOutOfRange, Item::pastYear, 2000, 2024}}));
  EXPECT_EQ(importPast(rows), Code::formRefused);
  EXPECT_TRUE(ceiling(paediatrics, tokyo).past.empty());
}

TEST_P(OfficeSeason, S4_TwoPeopleReleaseTheResults) {
  ASSERT_EQ(changeCode(season(), opens, true), Code::ok);
  const auto first = member("a@example.jp"), second = member("b@example.jp");
  decide(applied(newApplicant(), tokyoTenSeats), State::adopted);
  applied(newApplicant(), tokyoTenSeats);
  EXPECT_EQ(approve(first, decided - 1), Code::releaseTooEarly);
  EXPECT_EQ(approve(first, decided), Code::ok);
  EXPECT_EQ(approve(first, decided), Code::releaseByAnother);
  EXPECT_FALSE(store->season()->rounds[0].released);
  EXPECT_EQ(step([&](Store& s) { return s.announceResults(results + hours); }), 0u);  // held back past its time
  EXPECT_EQ(approve(second, decided + 1), Code::ok);
  EXPECT_EQ(approve(second, decided + 2), Code::alreadyReleased);
  EXPECT_TRUE(store->season()->rounds[0].released);
  EXPECT_FALSE(store->season()->rounds[1].released);
  EXPECT_EQ(step([&](Store& s) { return s.announceResults(results - 1); }), 0u);  // nor before its time
  EXPECT_EQ(step([&](Store& s) { return s.announceResults(results); }), 2u);
  EXPECT_EQ(audited("release_approved") + audited("results_released"), 2u);
}

TEST_P(OfficeSeason, S4_AnApprovalThatWasTakenBackDoesNotCount) {
  ASSERT_EQ(changeCode(season(), opens, true), Code::ok);
  const auto first = member("a@example.jp"), second = member("b@example.jp");
  const auto takeBack = [&](std::int64_t staff) {
    return step([&](Store& s) { return s.offices().takeApprovalBack(1, staff, decided, office); });
  };
  EXPECT_EQ(approve(first, decided), Code::ok);
  EXPECT_EQ(takeBack(second), Code::notFound);
  EXPECT_EQ(takeBack(first), Code::ok);
  EXPECT_EQ(takeBack(first), Code::notFound);
  EXPECT_EQ(audited("release_approval_taken_back"), 1u);
  EXPECT_EQ(approve(second, decided), Code::ok);
  EXPECT_FALSE(store->season()->rounds[0].released);
  EXPECT_EQ(approve(first, decided), Code::ok);
  EXPECT_TRUE(store->season()->rounds[0].released);
  EXPECT_EQ(takeBack(first), Code::alreadyReleased);
}

TEST_P(OfficeSeason, S4_TheDryRunCountsWhatWillGoOut) {
  ASSERT_EQ(changeCode(season(), opens, true), Code::ok);
  decide(applied(newApplicant(), tokyoTenSeats), State::adopted);
  decide(applied(newApplicant(), tokyoTenSeats), State::rejected);
  decide(applied(newApplicant(), tokyoTenSeats), State::held);
  applied(newApplicant(), tokyoTenSeats);
  const std::string gone = newApplicant();
  step([&, id = applied(gone, tokyoTenSeats)](Store& s) {
    return s.withdraw(gone, id, opens + 1, applicantActor(gone));
  });
  const auto release = offices().release(1);
  ASSERT_TRUE(release);
  EXPECT_TRUE(release->needed);
  EXPECT_FALSE(release->released);
  for (const State state : {State::adopted, State::rejected, State::held, State::applied})
    EXPECT_EQ(release->count(state), 1);
  EXPECT_EQ(release->count(State::withdrawn), 0);
  EXPECT_EQ(release->letters(Language::ja), 4);
  EXPECT_EQ(release->letters({}), 0);
  EXPECT_EQ(offices().recipients(1).size(), 4u);
  ASSERT_EQ(release->undecided.size(), 1u);
  EXPECT_EQ(release->undecided[0].program.id, tokyoTenSeats);
  EXPECT_EQ(release->undecided[0].undecided, 1);
  EXPECT_EQ(release->undecided[0].held, 1);
  EXPECT_FALSE(offices().release(9));
}

TEST_P(OfficeSeason, S4_WhetherTwoMustReleaseIsSettledBeforeAnybodyDecides) {
  EXPECT_EQ(changeCode(season(), deciding - 1, true), Code::ok);
  EXPECT_EQ(changeCode(season(), deciding, false), Code::roundHasBegun);
  EXPECT_TRUE(offices().releaseNeeded());
}

TEST(OfficeWithoutSeason, S4_ProgramsAndPastAdoptionsNeedASeasonAndAreToldSo) {
  for (const Engine& engine : engines()) {
    const ScratchFolder empty;
    const auto store = engine.openWriting(empty);
    OfficeStore& offices = store->offices();
    const Program program = seasonStart().programs[0];
    store->startBatch();
    store->savepoint();
    EXPECT_EQ(offices.createProgram(program, opens, office).code, Code::seasonWithoutRound);
    const std::vector<ProgramRow> rows{{0, program}};
    const std::vector<PastAdoptionRow> past{{internalMedicine, tokyo, 2024, 3}};
    const std::vector<ImportPlan::Fault> told{{0, Code::seasonWithoutRound}};
    EXPECT_EQ(offices.planPrograms({}, rows).faults, told);
    EXPECT_EQ(offices.planPastAdoptions(past).faults, told);
    EXPECT_TRUE(offices.planPrograms({}, {}).faults.empty());
    store->rollbackToSavepoint();
    store->undoBatch();
  }
}

}  // namespace
}  // namespace senkoi::tests
