// After deletion no byte of the person is left in the files, and the statistics still stand (M6.2, reliability 42).
#include <fstream>
#include <sstream>

#include "server/database/sqlite/database.hpp"
#include "server/operations/open.hpp"
#include "tests/store/world.hpp"

namespace senkoi::tests {
namespace {

using namespace season2025;

const std::vector<std::string> traces{"erika-kuroyanagi", "黒柳",           "衣里香",
                                      "7654321",          "麻布十番9-9-9",  "090-8765-4321",
                                      "麻布臨床研修",     "argon-of-erika", "介護のため時短"};

class SqliteDeletion : public testing::Test {
 protected:
  SqliteDeletion() {
    step([](Store& s) { s.begin(seasonStart()); });
  }
  template <class Operation>
  void step(Operation operation) {
    store->startBatch();
    store->savepoint();
    operation(*store);
    store->releaseSavepoint();
    store->commitBatch();
  }
  void registerErika() {
    UserData data = userData("7654321");
    data.familyName = "黒柳";
    data.givenName = "衣里香";
    data.address = "麻布十番9-9-9";
    data.phone = "090-8765-4321";
    data.residencyProgram = "麻布臨床研修";
    data.curriculumReasonText = "介護のため時短";
    step([](Store& s) {
      s.requestRegistration("erika-kuroyanagi@example.jp", internalMedicine, Language::ja, hash(1), hash(2), opens, {});
    });
    step([](Store& s) { s.openRegistration(hash(2), opens, {}); });
    step([&](Store& s) { s.registerApplicant(hash(2), data, userId(1), "argon-of-erika", opens, {}); });
  }
  std::string bytes(const char* file) {
    std::ostringstream all;
    all << std::ifstream(folder / file, std::ios::binary).rdbuf();
    return all.str();
  }
  std::size_t tracesLeft() {
    const std::string all = bytes("senkoi.db") + bytes("senkoi.db-wal");
    std::size_t left = 0;
    for (const std::string& trace : traces) {
      if (all.find(trace) == all.npos) continue;
      ++left;
      last = trace;
    }
    return left;
  }
  ScratchFolder folder;
  std::unique_ptr<Store> store = openWriting(folder / "senkoi.db");
  std::string last;
};

TEST_F(SqliteDeletion, Reliability42_RowsOutboxLogAndFreePagesAreCleared) {
  registerErika();
  step([](Store& s) { s.apply(userId(1), tokyoTenSeats, "key", opens, {}); });
  step([](Store& s) { s.requestRecovery("erika-kuroyanagi@example.jp", Language::ja, hash(3), hash(4), opens, {}); });
  step([](Store& s) { s.withdraw(userId(1), 1, opens + 1, {}); });
  for (const Letter& letter : store->dueLetters(opens + 2, 100)) {
    if (letter.kind == LetterKind::registrationLink) step([&](Store& s) { s.letterSent(letter.id, opens + 2); });
  }
  EXPECT_EQ(tracesLeft(), traces.size());
  step([](Store& s) { EXPECT_EQ(s.deleteAccount(userId(1), opens + 3, {}), Code::ok); });
  const auto left = store->dueLetters(results2, 100);  // the last letter still needs address and name
  ASSERT_EQ(left.size(), 1u);
  EXPECT_EQ(left[0].kind, LetterKind::accountDeleted);
  step([&](Store& s) { s.letterSent(left[0].id, opens + 4); });
  EXPECT_EQ(tracesLeft(), 0u) << last;
  EXPECT_EQ(store->liveCounts().size(), 1u);
  EXPECT_EQ(store->firstBrokenAudit(), std::nullopt);
}

TEST_F(SqliteDeletion, Reliability42_AReaderInTheLogDelaysTheClearingToTheNextBatch) {
  registerErika();
  for (const Letter& letter : store->dueLetters(opens + 2, 100))
    step([&](Store& s) { s.letterSent(letter.id, opens + 2); });
  {
    sqlite::Database reader{folder / "senkoi.db", sqlite::Database::Access::read};
    auto rows = reader.query("SELECT * FROM account");
    ASSERT_TRUE(rows.next());
    step([](Store& s) { EXPECT_EQ(s.deleteAccount(userId(1), opens + 3, {}), Code::ok); });
  }
  const auto letter = store->dueLetters(results2, 10);
  ASSERT_EQ(letter.size(), 1u);
  step([&](Store& s) { s.letterRefused(letter[0].id, opens + 4, "550 unknown"); });  // not kept as others are
  EXPECT_EQ(tracesLeft(), 0u) << last;
}

}  // namespace
}  // namespace senkoi::tests
