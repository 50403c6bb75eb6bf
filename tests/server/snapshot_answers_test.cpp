// How the answers of the snapshot are kept and packed (reliability 36; RFC 9110).
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

TEST_F(SnapshotTest, TheCatalogueIsPackedByBrotliOffTheHotPath) {
  SeasonStart start = seasonStart();
  for (int i = 10; i < 60; ++i) {
    start.programs.push_back(start.programs[0]);
    start.programs.back().id = i;
  }
  commit(opens, [&](Store& s) {
    s.begin(start);
    return 0;
  });
  snapshot->reload();
  http::Response response = snapshot->catalogue(internalMedicine, accepting("br, gzip"));
  EXPECT_EQ(response.header("content-encoding"), "gzip");
  for (int i = 0; i < 500 && response.header("content-encoding") != "br"; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    io.restart();
    io.poll();
    response = snapshot->catalogue(internalMedicine, accepting("br, gzip"));
  }
  EXPECT_EQ(response.header("content-encoding"), "br");
}

}  // namespace
}  // namespace senkoi::tests
