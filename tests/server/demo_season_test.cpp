// The demo's season as data: the scale that the specification names, sound by core's own rules, the same on every run.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "senkoi/forms/forms.hpp"
#include "senkoi/rules/ceiling.hpp"
#include "senkoi/rules/user_id.hpp"
#include "senkoi/workflow/calendar.hpp"
#include "server/demo/applicants.hpp"
#include "server/demo/season_data.hpp"

namespace senkoi::server::demo {
namespace {

using workflow::State;

constexpr std::uint32_t fullCrowd = 8000;

const SeasonData& fullSeason() {
  static const SeasonData data = makeSeasonData(fullCrowd, "crowd", "known");
  return data;
}

// Live applications by program.
std::map<std::int64_t, std::int64_t> applicantsByProgram() {
  std::map<std::int64_t, std::int64_t> count;
  for (const auto& applicant : fullSeason().applicants) {
    for (const auto& one : applicant.applications) count[one.program] += one.state == State::applied;
  }
  return count;
}

std::int64_t applicantsOf(Field field, Prefecture prefecture) {
  auto byProgram = applicantsByProgram();
  std::int64_t sum = 0;
  for (const auto& program : fullSeason().start.programs) {
    if (program.field == field && program.prefecture == prefecture) sum += byProgram[program.id];
  }
  return sum;
}

TEST(DemoSeason, S4_ItsCalendarMayBePublished) {
  EXPECT_EQ(workflow::checkSeason(seasonOf2019()).code, Code::ok);
  EXPECT_EQ(workflow::present(seasonOf2019(), opening()).period, workflow::Period::registration);
}

TEST(DemoSeason, M3_5_TheThirdRoundIsClosedInTheFivePrefecturesAlone) {
  const workflow::Round third = seasonOf2019().rounds.back();
  EXPECT_EQ(third.closed.size(), 5 * fieldCount);
  EXPECT_FALSE(third.recruits({Field{5}, Prefecture::tokyo}));
  EXPECT_TRUE(third.recruits({Field{5}, Prefecture::hokkaido}));
}

TEST(DemoSeason, M3_3_HasTheRealNumbersOfPrograms) {
  const auto& programs = fullSeason().start.programs;
  EXPECT_EQ(programs.size(), 3205u);
  EXPECT_EQ(std::ranges::count(programs, Field::internalMedicine, &store::Program::field), 542);
  std::set<std::pair<Field, Prefecture>> cells;
  std::set<std::int64_t> ids;
  std::set<std::string> names;
  for (const auto& program : programs) {
    cells.insert({program.field, program.prefecture});
    ids.insert(program.id);
    names.insert(program.name);
    EXPECT_GE(program.capacity, 1u);
    EXPECT_TRUE(program.recruitsIn(1));
    EXPECT_FALSE(program.recruitsIn(3) && program.prefecture == Prefecture::tokyo);
  }
  EXPECT_EQ(cells.size(), fieldCount * prefectureCount);
  EXPECT_EQ(ids.size(), programs.size());
  EXPECT_EQ(names.size(), programs.size());
}

TEST(DemoSeason, M3_4_NobodyRealCanBeCalledOrWrittenTo) {
  for (const auto& program : fullSeason().start.programs) {
    EXPECT_EQ(program.phone.substr(0, 8), "03-0000-");
    EXPECT_TRUE(program.mail.ends_with("example.jp"));
    EXPECT_TRUE(program.url.starts_with("https://hospital.example.jp/"));
  }
  for (const auto& applicant : fullSeason().applicants) {
    EXPECT_TRUE(applicant.account.mail.empty() || applicant.account.mail.ends_with("example.jp"));
    EXPECT_EQ(applicant.account.data.phone.substr(0, 7), "0900000");
    EXPECT_EQ(applicant.account.data.postalCode.substr(0, 4), "000-");
  }
}

TEST(DemoSeason, M3_7_CeilingsFollowTheRuleOf2018) {
  const auto& ceilings = fullSeason().start.ceilings;
  const auto rule = rules::CeilingRule::of2018();
  EXPECT_EQ(ceilings.size(), rule.cells.size());
  for (const auto& ceiling : ceilings) {
    EXPECT_EQ(ceiling.pastAdoptions.size(), 5u);
    EXPECT_EQ(rules::proposedCeiling(rule, {ceiling.field, ceiling.prefecture}, ceiling.pastAdoptions),
              std::int64_t{ceiling.published});
  }
}

TEST(DemoSeason, M3_7_TokyosPediatricsHas148ApplicantsAgainstACeilingOf124) {
  const auto& ceilings = fullSeason().start.ceilings;
  const auto tokyo = std::ranges::find_if(
      ceilings, [](const auto& one) { return one.field == Field{2} && one.prefecture == Prefecture::tokyo; });
  ASSERT_NE(tokyo, ceilings.end());
  EXPECT_EQ(tokyo->published, 124u);
  EXPECT_EQ(applicantsOf(Field{2}, Prefecture::tokyo), 148);
}

TEST(DemoSeason, M3_4_SomeProgramsAreOverCapacityAndMostAreNot) {
  auto byProgram = applicantsByProgram();
  int over = 0, empty = 0;
  for (const auto& program : fullSeason().start.programs) {
    over += rules::overCapacity(byProgram[program.id], program.capacity);
    empty += byProgram[program.id] == 0;
  }
  EXPECT_GT(over, 100);
  EXPECT_LT(over, 1000);
  EXPECT_GT(empty, 0);
}

TEST(DemoSeason, M1_2_EveryAccountHasItsOwnUserIdAndRegistryNumber) {
  std::set<std::string> userIds, registryNumbers;
  for (const auto& applicant : fullSeason().applicants) {
    std::string id = applicant.account.userId;
    EXPECT_EQ(rules::userId(id, {}), Code::ok);
    EXPECT_EQ(id.substr(0, 2), digits(applicant.account.field).view());
    userIds.insert(id);
    registryNumbers.insert(applicant.account.data.registryNumber);
  }
  EXPECT_EQ(userIds.size(), fullCrowd + knownLogIns().size());
  EXPECT_EQ(registryNumbers.size(), userIds.size());
}

TEST(DemoSeason, M2_3_EveryAccountsDataPassesTheFormAsItStands) {
  const rules::Context formContext{opening(), 2019, {}, {}};
  for (const auto& applicant : fullSeason().applicants) {
    store::UserData data = applicant.account.data;
    for (const Code code : forms::check(data, formContext)) {
      EXPECT_EQ(code, Code::ok) << data.registryNumber << " " << static_cast<int>(code);
    }
    EXPECT_EQ(data.address, applicant.account.data.address);
    EXPECT_EQ(data.phone, applicant.account.data.phone);
    EXPECT_EQ(data.registryNumber, applicant.account.data.registryNumber);
  }
}

TEST(DemoSeason, M3_5_NobodyHasTwoLiveApplicationsOrAppliedOutsideThePeriod) {
  const workflow::Window registration = seasonOf2019().rounds.front().registration;
  for (const auto& applicant : fullSeason().applicants) {
    EXPECT_LE(std::ranges::count(applicant.applications, State::applied, &store::Application::state), 1);
    for (const auto& one : applicant.applications) {
      EXPECT_TRUE(registration.contains(one.appliedAt));
      EXPECT_LE(applicant.account.registeredAt, one.appliedAt);
      EXPECT_LE(one.appliedAt, one.changedAt);
      EXPECT_LT(one.changedAt, opening());
    }
  }
}

TEST(DemoSeason, M3_1_NoticesComeInBothLanguagesBeforeTheOpening) {
  for (const auto& notice : fullSeason().start.notices) {
    EXPECT_FALSE(notice.titleJa.empty() || notice.titleEn.empty() || notice.bodyJa.empty() || notice.bodyEn.empty());
    EXPECT_LT(notice.publishedAt, opening());
  }
}

TEST(DemoSeason, R3_IsTheSameOnEveryRunAndAtEveryScaleHasTheSamePrograms) {
  const SeasonData again = makeSeasonData(fullCrowd, "crowd", "known");
  EXPECT_EQ(again.start.programs, fullSeason().start.programs);
  EXPECT_EQ(again.start.ceilings, fullSeason().start.ceilings);
  ASSERT_EQ(again.applicants.size(), fullSeason().applicants.size());
  for (std::size_t i = 0; i < again.applicants.size(); ++i) {
    EXPECT_EQ(again.applicants[i].applications, fullSeason().applicants[i].applications);
  }
  for (const std::uint32_t few : {0u, 1u, 50u, 777u}) {
    const SeasonData small = makeSeasonData(few, "crowd", "known");
    EXPECT_EQ(small.start.programs, fullSeason().start.programs);
    EXPECT_EQ(small.applicants.size(), few + knownLogIns().size());
  }
}

}  // namespace
}  // namespace senkoi::server::demo
