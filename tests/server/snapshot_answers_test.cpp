// How the answers of the snapshot are kept and packed (reliability 36; RFC 9110).
#include "server/operations/office_store.hpp"
#include "server/snapshot/compression.hpp"
#include "tests/server/snapshot_world.hpp"

namespace senkoi::tests {
namespace {

TEST_F(SnapshotTest, AnAnswerIsMadeOnceUntilSomethingVisibleChanges) {
  const auto first = snapshot->figures(internalMedicine, plain, opens);
  EXPECT_EQ(snapshot->figures(internalMedicine, plain, opens).body, first.body);
  const auto found = snapshot->search({internalMedicine, tokyo, {}, {}}, plain, opens);
  EXPECT_EQ(snapshot->search({internalMedicine, tokyo, {}, {}}, plain, opens).body, found.body);
  apply(1, tokyoTenSeats);
  EXPECT_NE(snapshot->figures(internalMedicine, plain, opens).header("etag"), first.header("etag"));
  EXPECT_NE(snapshot->search({internalMedicine, tokyo, {}, {}}, plain, opens).header("etag"), found.header("etag"));
}

TEST_F(SnapshotTest, AnotherFieldsChangeLeavesAnAnswerAsItIs) {
  const auto other = snapshot->figures(paediatrics, plain, opens);
  apply(1, tokyoTenSeats);
  EXPECT_EQ(snapshot->figures(paediatrics, plain, opens).body, other.body);
}

TEST_F(SnapshotTest, VariantsHaveTheirOwnTagAndTheSameContent) {
  const auto identity = snapshot->figures(internalMedicine, plain, opens);
  const auto packed = snapshot->figures(internalMedicine, accepting("gzip"), opens);
  EXPECT_EQ(packed.header("content-encoding"), "gzip");
  EXPECT_EQ(identity.header("content-encoding"), "");
  EXPECT_NE(packed.header("etag"), identity.header("etag"));
  EXPECT_EQ(packed.header("vary"), "accept-encoding");
  EXPECT_LT(packed.body->size(), identity.body->size());
  EXPECT_EQ(gzip(*identity.body, 6), *packed.body);
}

class PackedCatalogue : public SnapshotTest {
 protected:
  // Enough programs of each field that packing their catalogue is worth it.
  PackedCatalogue() {
    SeasonStart start = seasonStart();
    for (int i = 10; i < 110; ++i) {
      start.programs.push_back(start.programs[0]);
      start.programs.back().id = i;
      if (i >= 60) start.programs.back().field = paediatrics;
    }
    fill(start);
  }
  void fill(const SeasonStart& start) {
    commit(opens, [&](Store& s) {
      s.begin(start);
      return 0;
    });
    snapshot->reload();
  }
  std::string coding(Field field) {
    return std::string(snapshot->catalogue(field, accepting("br, gzip")).header("content-encoding"));
  }
  bool becomesPacked(Field field) {
    for (int i = 0; i < 500 && coding(field) != "br"; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
      io.restart();
      io.poll();
    }
    return coding(field) == "br";
  }
};

TEST_F(PackedCatalogue, IsPackedByBrotliOffTheHotPath) {
  EXPECT_EQ(coding(internalMedicine), "gzip");
  EXPECT_TRUE(becomesPacked(internalMedicine));
}

// A table of programs that is larger than any real one is not even gzipped on the HTTP thread (reliability 44).
TEST_F(PackedCatalogue, ALargeOneIsGivenPlainUntilItIsPackedBesideTheHttpThread) {
  SeasonStart start = seasonStart();
  start.programs.assign(3'000, start.programs[0]);
  for (std::size_t i = 0; i < start.programs.size(); ++i) {
    start.programs[i].id = static_cast<std::int64_t>(1'000 + i);
    start.programs[i].name = std::string(1'000, 'x') + std::to_string(i);
  }
  fill(start);
  EXPECT_EQ(coding(internalMedicine), "");
  EXPECT_TRUE(becomesPacked(internalMedicine));
  const auto gzipped = snapshot->catalogue(internalMedicine, accepting("gzip"));
  EXPECT_EQ(gzipped.header("content-encoding"), "gzip") << "packed as well";
}

TEST_F(PackedCatalogue, StaysPackedWhenAnotherFieldChanges) {
  ASSERT_TRUE(becomesPacked(internalMedicine));
  ASSERT_TRUE(becomesPacked(paediatrics));
  Program changed = store->offices().program({}, tokyoTenSeats)->program;
  changed.capacity = 11;
  commit(opens, [&](Store& s) { return s.offices().changeProgram({}, changed, opens, office); });
  snapshot->refresh();
  EXPECT_EQ(coding(paediatrics), "br") << "nothing of it has changed";
  EXPECT_EQ(coding(internalMedicine), "gzip");
  EXPECT_TRUE(becomesPacked(internalMedicine));
}

// Each change makes the searches anew; the memory that they take is counted once, and another search stays kept.
TEST_F(PackedCatalogue, ASearchThatIsMadeAnewIsCountedOnce) {
  const ProgramQuery all{internalMedicine, {}, {}, {}}, some{internalMedicine, kyoto, {}, {}};
  std::int64_t application = apply(1, tokyoTenSeats);
  for (int i = 0; i < 400; ++i) {
    commit(opens, [&](Store& s) { return s.withdraw(userId(1), application, opens, {}); });
    application = apply(1, tokyoTenSeats);
    const http::Body kept = snapshot->search(some, plain, opens).body;
    snapshot->search(all, plain, opens);
    ASSERT_EQ(snapshot->search(some, plain, opens).body, kept) << i;
  }
}

}  // namespace
}  // namespace senkoi::tests
