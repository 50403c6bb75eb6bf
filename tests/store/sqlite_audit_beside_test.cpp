// Rows of applications that are not what the audit log says of them are found (reliability 41).
#include "server/database/sqlite/database.hpp"
#include "server/operations/director_store.hpp"
#include "server/operations/open.hpp"
#include "tests/store/world.hpp"

namespace senkoi::tests {
namespace {

using namespace season2025;
using sqlite::Database;

class SqliteAuditBeside : public testing::Test {
 protected:
  SqliteAuditBeside() {
    step([&](Store& s) {
      s.begin(seasonStart());
      std::vector<DemoApplicant> people;
      for (int i = 1; i <= 9; ++i) {
        people.push_back({{userId(i), "", internalMedicine, Language::ja, userData(registryNumber(i)), 0}, "hash", {}});
      }
      people.back().applications = {{0, "", 1, kyotoTwoSeats, State::withdrawn, opens - 9, opens - 8}};
      s.addDemoApplicants(people);
    });
    for (int i = 1; i <= 8; ++i) applications.push_back(apply(i));
    step([&](Store& s) { s.withdraw(userId(6), id(6), opens + 5, applicantActor(userId(6))); });
    step([&](Store& s) { s.switchTo(userId(7), id(7), kyotoTwoSeats, {}, opens + 5, applicantActor(userId(7))); });
    step([&](Store& s) { tests::decide(s, id(1), State::adopted, deciding); });
    step([&](Store& s) { tests::decide(s, id(2), State::rejected, deciding); });
    step([&](Store& s) { tests::decide(s, id(3), State::held, deciding); });
    step([&](Store& s) { tests::decide(s, id(3), State::held, deciding + 5); });
    step([&](Store& s) { tests::decide(s, id(4), State::held, deciding); });
    step([&](Store& s) { tests::decide(s, id(4), State::adopted, deciding + 5); });
    step([&](Store& s) { tests::decide(s, id(8), State::adopted, deciding); });
    step([&](Store& s) { EXPECT_EQ(s.deleteAccount(userId(6), opens + 9, {}), Code::ok); });
  }

  template <class Operation>
  void step(Operation operation) {
    store->startBatch();
    operation(*store);
    store->commitBatch();
  }
  std::int64_t apply(int person) {
    std::int64_t made = 0;
    step([&](Store& s) {
      made = s.apply(userId(person), tokyoTenSeats, {}, opens, applicantActor(userId(person))).value->id;
    });
    return made;
  }
  std::int64_t id(int person) const { return applications.at(static_cast<std::size_t>(person) - 1); }

  // What is found of one change beside the log, which is taken back.
  std::string found(const std::string& sql) {
    dynamic_cast<Database&>(store->database())
        .script("PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE; DROP INDEX application_of_user; " + sql);
    std::string all;
    const AuditReport report = store->verifyAudit({});
    for (const auto& [application, what, log, row] : report.beside)
      all += std::to_string(application) + ' ' + what + ": " + log + " / " + row + '\n';
    if (report.firstBroken) all += "log";
    dynamic_cast<Database&>(store->database()).script("ROLLBACK");
    return all;
  }
  std::string set(int person, const std::string& what) {
    return "UPDATE application SET " + what + " WHERE id = " + std::to_string(id(person));
  }
  std::string expected(int person, const std::string& difference) const {
    return std::to_string(id(person)) + ' ' + difference + '\n';
  }

  ScratchFolder folder;
  std::unique_ptr<Store> store = openWriting(folder / "senkoi.db");
  std::vector<std::int64_t> applications;
};

TEST_F(SqliteAuditBeside, Reliability41_EveryDeedOfASeasonIsAsTheLogSays) {
  const AuditReport report = store->verifyAudit({});
  EXPECT_TRUE(report.sound());
  EXPECT_EQ(report.applications, 10u);
}

TEST_F(SqliteAuditBeside, Reliability41_AChangedStateIsFound) {
  EXPECT_EQ(found(set(5, "state = 'adopted'")), expected(5, "state: applied / adopted"));
  EXPECT_EQ(found(set(1, "state = 'rejected'")), expected(1, "state: adopted / rejected"));
  EXPECT_EQ(found(set(6, "state = 'applied'")), expected(6, "state: withdrawn / applied"));
  EXPECT_EQ(found(set(7, "state = 'declined'")), expected(7, "state: withdrawn / declined")) << "switched away from";
  EXPECT_EQ(found("UPDATE application SET state = 'adopted' WHERE applied_at = " + std::to_string(opens - 9)),
            "1 state: withdrawn / adopted\n");
}

TEST_F(SqliteAuditBeside, Reliability41_AnotherHolderIsFound) {
  EXPECT_EQ(found(set(1, "user_id = '" + userId(2) + "'")), expected(1, "user_id: " + userId(1) + " / " + userId(2)));
  EXPECT_EQ(found(set(1, "user_id = '" + userId(6) + "'")), expected(1, "user_id: " + userId(1) + " / " + userId(6)));
  EXPECT_EQ(found(set(1, "user_id = NULL")), expected(1, "user_id: " + userId(1) + " / "));
  EXPECT_EQ(found(set(6, "user_id = '" + userId(6) + "'")), expected(6, "user_id:  / " + userId(6)));
}

TEST_F(SqliteAuditBeside, Reliability41_AnotherProgramRoundSeasonOrTimeIsFound) {
  EXPECT_EQ(found(set(1, "program = 1")), expected(1, "program: 2 / 1"));
  EXPECT_EQ(found(set(1, "round = 2")), expected(1, "round: 1 / 2"));
  EXPECT_EQ(found(set(1, "start_year = 2024")), expected(1, "start_year: its program's / another"));
  EXPECT_EQ(found(set(1, "applied_at = 5")), expected(1, "applied_at: " + std::to_string(opens) + " / 5"));
  EXPECT_EQ(found(set(1, "changed_at = 5")), expected(1, "changed_at: " + std::to_string(deciding) + " / 5"));
}

TEST_F(SqliteAuditBeside, Reliability41_AnotherReasonOrHolderOfAHeldOneIsFound) {
  const std::string three = std::to_string(id(3)), four = std::to_string(id(4));
  EXPECT_EQ(found("UPDATE held SET owner = 'x' WHERE application = " + three),
            expected(3, "held: another reason or holder / x"));
  EXPECT_NE(found("UPDATE held SET reason = 'x' WHERE application = " + three), "");
  EXPECT_EQ(found("DELETE FROM held WHERE application = " + three),
            expected(3, "held: another reason or holder / nothing"));
  EXPECT_EQ(found("INSERT INTO held VALUES (" + four + ", 'x', 'y')"), expected(4, "held: nothing / y"));
}

TEST_F(SqliteAuditBeside, Reliability41_ARowPutInOrTakenOutIsFound) {
  EXPECT_EQ(found("DELETE FROM application WHERE id = " + std::to_string(id(8))),
            expected(8, "application: adopted / nothing"));
  EXPECT_EQ(found("INSERT INTO application (id, user_id, start_year, round, program, state, applied_at, changed_at)"
                  " VALUES (777, NULL, 2025, 1, 1, 'adopted', 5, 5)"),
            "777 application: nothing / adopted\n");
}

}  // namespace
}  // namespace senkoi::tests
