// Progress, statistics, regional quotas and the search in the audit log (S3, S4, S5).
#include <algorithm>

#include "server/operations/office_store.hpp"
#include "tests/store/world.hpp"

namespace senkoi::tests {
namespace {

using namespace season2025;

constexpr Scope all{};

class OfficeFigures : public StoreTest {
 protected:
  OfficeStore& offices() { return store->offices(); }
  Code publish(rules::Cell cell, std::optional<std::uint32_t> number, const std::string& reason = {}) {
    return step([&](Store& s) { return s.offices().publishCeiling(cell, number, reason, opens, office); });
  }
  CellProgress cell(Field field, Prefecture prefecture, int round = 0) {
    for (const CellProgress& one : offices().progress(all, round)) {
      if (one.field == field && one.prefecture == prefecture) return one;
    }
    return {};
  }
};
SENKOI_EVERY_ENGINE(OfficeFigures);

TEST_P(OfficeFigures, M2_3e_OnlyThoseWhoAgreedAreComparedAndOnlyMatchesAreKept) {
  const std::string agreed = newApplicant(), other = newApplicant(), silent = newApplicant(), unlisted = newApplicant();
  const auto enter = [&](const std::string& who, int number, const std::string& quota,
                         const std::string& consent = {}) {
    UserData data = userData(registryNumber(number));
    data.regionalQuota = quota;
    data.regionalQuotaConsent = consent;
    EXPECT_EQ(step([&](Store& s) { return s.changeUserData(who, data, opens, applicantActor(who)); }), Code::ok);
  };
  enter(agreed, 1, "yes", "yes");
  enter(other, 2, "yes");
  enter(silent, 3, "no");
  enter(unlisted, 4, "yes", "yes");
  const std::vector<QuotaRow> list{
      {registryNumber(1), kyoto}, {registryNumber(2), kyoto}, {registryNumber(3), kyoto}, {"9999999", tokyo}};
  const auto match = [&](const std::vector<QuotaRow>& rows) {
    const Hash digest = offices().planQuota(rows).digest;
    return importRun().quota(rows, digest, opens, office);
  };
  const auto result = match(list);
  ASSERT_TRUE(result.value);
  EXPECT_EQ(result.value->rows, 4u);
  EXPECT_EQ(result.value->matched, 1u);
  EXPECT_EQ(result.value->unmatched, 1u);
  EXPECT_EQ(match({list[0], list[0]}).code, Code::formRefused);
  const auto matches = step([&](Store& s) { return s.offices().quotaMatches(); });
  ASSERT_EQ(matches.size(), 1u);
  EXPECT_EQ(matches[0].userId, agreed);
  EXPECT_EQ(matches[0].prefecture, kyoto);
  EXPECT_EQ(audited("quota_list_matched"), 1u);
  step([&](Store& s) { s.offices().noteQuotaViewed(matches.size(), opens, office); });
  EXPECT_EQ(audited("quota_matches_viewed"), 1u);
  match({});
  EXPECT_TRUE(step([&](Store& s) { return s.offices().quotaMatches(); }).empty());
}

TEST_P(OfficeFigures, S3_ProgressCountsByCellAndRound) {
  decide(applied(newApplicant(), tokyoTenSeats), State::adopted);
  decide(applied(newApplicant(), tokyoThreeSeats), State::rejected);
  decide(applied(newApplicant(), tokyoThreeSeats), State::held);
  applied(newApplicant(), tokyoThreeSeats);
  const CellProgress found = cell(internalMedicine, tokyo);
  EXPECT_EQ(found.programs, 2);
  EXPECT_EQ(found.capacity, 13);
  EXPECT_EQ(found.applicants(), 4);
  EXPECT_EQ(found.seeking(), 3);
  EXPECT_EQ(found.adopted, 1);
  EXPECT_EQ(found.rejected, 1);
  EXPECT_EQ(found.held, 1);
  EXPECT_EQ(found.undecided, 1);
  EXPECT_EQ(found.ceiling, tokyoCeiling);
  EXPECT_EQ(cell(internalMedicine, tokyo, 2).applicants(), 0);
  EXPECT_EQ(cell(internalMedicine, tokyo, 2).adoptedInSeason, 1);
  EXPECT_TRUE(
      std::ranges::all_of(offices().progress(paediatrics, 0), [](auto& one) { return one.field == paediatrics; }));
}

TEST_P(OfficeFigures, S5_TheAuditLogIsSearchedNewestFirst) {
  publish({internalMedicine, tokyo}, 6, "理由");
  publish({internalMedicine, tokyo}, 7, "理由");
  AuditQuery query;
  query.action = "ceiling_published";
  auto found = offices().searchAudit(query);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].detail, "6 to 7, computed 4");
  query.before = found[0].number;
  EXPECT_EQ(offices().searchAudit(query).size(), 1u);
  query.actor = "8";
  EXPECT_TRUE(offices().searchAudit(query).empty());
  query = {};
  query.subject = "01-13";
  query.from = opens;
  EXPECT_EQ(offices().searchAudit(query).size(), 2u);
  query.until = opens;
  EXPECT_TRUE(offices().searchAudit(query).empty());
}

}  // namespace
}  // namespace senkoi::tests
