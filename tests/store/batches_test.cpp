// Batches of steps, as the writer uses them: a step undone leaves the others; a batch undone leaves nothing (38).
#include "tests/store/world.hpp"

namespace senkoi::tests {
namespace {

using namespace season2025;

class Batches : public StoreTest {
 protected:
  const std::string first = newApplicant(), second = newApplicant();
  void applyInStep(const std::string& who) {
    store->savepoint();
    EXPECT_EQ(store->apply(who, tokyoTenSeats, {}, opens, {}).code, Code::ok);
  }
};
SENKOI_EVERY_ENGINE(Batches);

TEST_P(Batches, AnUndoneStepTakesItsRowsLettersAuditAndCountsWithIt) {
  store->takeCountChanges();
  store->startBatch();
  applyInStep(first);
  store->rollbackToSavepoint();
  applyInStep(second);
  store->releaseSavepoint();
  store->commitBatch();
  EXPECT_TRUE(store->applications(first).empty());
  EXPECT_EQ(store->applications(second).size(), 1u);
  EXPECT_EQ(store->takeCountChanges().size(), 1u);
  EXPECT_EQ(letters(LetterKind::applied).size(), 1u);
  EXPECT_EQ(audited("applied"), 1u);
  EXPECT_EQ(store->firstBrokenAudit(), std::nullopt);
}

TEST_P(Batches, AnUndoneBatchLeavesNothing) {
  store->takeCountChanges();
  store->startBatch();
  applyInStep(first);
  store->releaseSavepoint();
  store->undoBatch();
  EXPECT_TRUE(store->applications(first).empty());
  EXPECT_TRUE(store->takeCountChanges().empty());
  EXPECT_EQ(apply(first, tokyoTenSeats, opens).code, Code::ok);
}

TEST_P(Batches, WhatIsNotCommittedIsSeenByNobodyElse) {
  const auto reader = GetParam().openReading(folder);
  store->startBatch();
  applyInStep(first);
  store->releaseSavepoint();
  EXPECT_TRUE(reader->applications(first).empty());
  store->commitBatch();
  EXPECT_EQ(reader->applications(first).size(), 1u);
}

TEST_P(Batches, CountChangesAreGivenOnce) {
  applied(first, tokyoTenSeats);
  EXPECT_EQ(store->takeCountChanges().size(), 1u);
  EXPECT_TRUE(store->takeCountChanges().empty());
}

TEST_P(Batches, WhatWasCommittedIsThereWhenOpenedAgain) {
  applied(first, tokyoTenSeats);
  store.reset();
  store = GetParam().openWriting(folder);
  EXPECT_EQ(store->applications(first).size(), 1u);
  EXPECT_EQ(store->season(), season2025::season());
  EXPECT_EQ(store->firstBrokenAudit(), std::nullopt);
}

}  // namespace
}  // namespace senkoi::tests
