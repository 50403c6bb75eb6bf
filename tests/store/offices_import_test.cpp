// Imports in slices: nothing of one is seen before it is decided, all of it from then on, whatever happens between two
// steps (S3, S4, reliability 37, 44).
#include <set>

#include "server/operations/import_run.hpp"
#include "server/operations/office_store.hpp"
#include "server/operations/staff_store.hpp"
#include "tests/store/world.hpp"

namespace senkoi::tests {
namespace {

using namespace season2025;

class OfficeImport : public StoreTest {
 protected:
  OfficeStore& offices() { return store->offices(); }
  Program known(std::int64_t id) { return offices().program({}, id)->program; }

  // So many new programs, and a capacity for one that is there.
  std::vector<ProgramRow> table(std::size_t added, std::uint32_t capacity) {
    std::vector<ProgramRow> rows;
    Program program = known(tokyoTenSeats);
    for (std::size_t i = 0; i < added; ++i) {
      program.name = "プログラム " + std::to_string(++names) + " 号";
      rows.push_back({0, program});
    }
    program = known(tokyoTenSeats);
    program.capacity = capacity;
    rows.push_back({tokyoTenSeats, program});
    return rows;
  }
  Code import(const std::vector<ProgramRow>& rows) {
    return importRun().programs({}, rows, offices().planPrograms({}, rows).digest, opens, office).code;
  }
  // Up to the decision; as a server that dies there leaves it.
  std::int64_t staged(const std::vector<ProgramRow>& rows) {
    const ProgramPlan planned = offices().planProgramSteps({}, rows);
    const auto id = step([&](Store& s) { return s.imports().begin(underway, opens, office); });
    EXPECT_EQ(step([&](Store& s) { return s.imports().stage(id, planned.steps); }), Code::ok);
    return id;
  }
  Code decideImport(std::int64_t import) {
    return step([&](Store& s) { return s.imports().decidePrograms(import, {1, 1, 0, {}, {}}); });
  }
  // What a kill -9 and a start do.
  void restart() {
    store.reset();
    store = GetParam().openWriting(folder);
  }
  std::size_t count() { return store->programs().size(); }
  Code changeSomething() {
    Program program = known(kyotoTwoSeats);
    program.department = "医局" + std::to_string(++names);
    return step([&](Store& s) { return s.offices().changeProgram({}, program, opens, office); });
  }

  std::shared_ptr<const int> underway = std::make_shared<const int>(0);
  int names = 0;
};
SENKOI_EVERY_ENGINE(OfficeImport);

TEST_P(OfficeImport, S3_NothingOfAnImportIsSeenBeforeItIsDecided) {
  const std::set<std::int64_t> before = [&] {
    std::set<std::int64_t> ids;
    for (const Program& program : store->programs()) ids.insert(program.id);
    return ids;
  }();
  const CellProgress cellBefore = offices().progress(internalMedicine, 0).front();
  staged(table(3, 7));
  EXPECT_EQ(count(), before.size());
  EXPECT_EQ(offices().programs({}).size(), before.size());
  EXPECT_EQ(known(tokyoTenSeats).capacity, 10u);
  EXPECT_EQ(offices().progress(internalMedicine, 0).front(), cellBefore);
  EXPECT_EQ(audited("program_created"), 0u);
  const std::string who = newApplicant();
  for (std::int64_t id = *before.rbegin() + 1; id < *before.rbegin() + 4; ++id) {
    EXPECT_EQ(apply(who, id, opens).code, Code::programUnknown) << "a number can be guessed";
    EXPECT_FALSE(offices().program({}, id));
  }
}

TEST_P(OfficeImport, S3_AnUndecidedOneIsGoneAfterAStart) {
  const std::size_t before = count();
  staged(table(3, 7));
  restart();
  EXPECT_EQ(count(), before);
  settleImports(*store);
  EXPECT_EQ(count(), before);
  EXPECT_EQ(known(tokyoTenSeats).capacity, 10u);
  EXPECT_EQ(audited("program_created") + audited("program_changed") + audited("programs_imported"), 0u);
  EXPECT_EQ(changeSomething(), Code::ok);
  EXPECT_EQ(import(table(3, 7)), Code::ok);
  EXPECT_EQ(count(), before + 3);
}

TEST_P(OfficeImport, S3_ADecidedOneIsSeenWholeAtOnceAndAfterAStart) {
  const std::size_t before = count();
  const auto id = staged(table(3, 12));
  ASSERT_EQ(decideImport(id), Code::ok);
  const auto whole = [&] {
    EXPECT_EQ(count(), before + 3);
    EXPECT_EQ(offices().programs({}).size(), before + 3);
    EXPECT_EQ(known(tokyoTenSeats).capacity, 12u);
    EXPECT_EQ(audited("programs_imported"), 1u);
  };
  whole();
  restart();
  whole();
  settleImports(*store);
  whole();
  EXPECT_EQ(audited("program_created"), 3u);
  EXPECT_EQ(audited("program_changed"), 1u);
  EXPECT_FALSE(store->firstBrokenAudit());
  EXPECT_EQ(changeSomething(), Code::ok);
}

// Stops before each step in turn, as a full disk or a kill does; what is found afterwards is all or nothing.
TEST_P(OfficeImport, Reliability37_StoppedAtAnyStepItIsWhollyThereOrNotAtAll) {
  constexpr std::size_t rows = 600;
  bool done = false;
  int whole = 0, none = 0;
  for (int stop = 0; !done; ++stop) {
    const std::size_t before = count(), lines = audited("program_created");
    const std::uint32_t capacity = known(tokyoTenSeats).capacity, wanted = capacity == 10 ? 11 : 10;
    const auto sent = table(rows, wanted);
    int steps = 0;
    ImportRun run(
        *store,
        [&](const ImportRun::Operation& operation) {
          if (steps++ >= stop) throw Failure("the disk is full");
          step(operation);
        },
        [](auto) {});
    try {
      done = run.programs({}, sent, offices().planPrograms({}, sent).digest, opens, office).code == Code::ok;
    } catch (const Failure&) {
    }
    restart();
    settleImports(*store);
    const bool all = count() == before + rows;
    EXPECT_TRUE(all || count() == before) << stop;
    EXPECT_EQ(audited("program_created"), all ? lines + rows : lines) << stop;
    EXPECT_EQ(known(tokyoTenSeats).capacity, all ? wanted : capacity) << stop;
    ++(all ? whole : none);
    ASSERT_LT(stop, 100);
  }
  EXPECT_GT(none, 4);
  EXPECT_GT(whole, 4) << "from the decision on it is finished by the next start";
  EXPECT_FALSE(store->firstBrokenAudit());
}

TEST_P(OfficeImport, S3_ProgramsAndSeasonsAreNotEditedWhileOneIsUnderway) {
  const auto id = staged(table(1, 12));
  EXPECT_EQ(changeSomething(), Code::busy);
  EXPECT_EQ(step([&](Store& s) { return s.offices().createProgram(known(tokyoTenSeats), opens, office); }).code,
            Code::busy);
  EXPECT_EQ(step([&](Store& s) { return s.offices().closeProgram({}, kyotoTwoSeats, opens, office); }), Code::busy);
  ASSERT_EQ(decideImport(id), Code::ok);
  EXPECT_EQ(changeSomething(), Code::busy) << "not settled yet";
  underway.reset();  // whoever ran it is gone
  Program program = known(tokyoTenSeats);
  program.department = "新しい医局";
  EXPECT_EQ(step([&](Store& s) { return s.offices().changeProgram({}, program, opens, office); }), Code::ok);
  EXPECT_EQ(known(tokyoTenSeats).department, "新しい医局") << "what it owes is settled before the edit";
  EXPECT_EQ(known(tokyoTenSeats).capacity, 12u);
}

TEST_P(OfficeImport, Reliability44_AnEditWaitsForALargeLeftoverInSlices) {
  const auto id = staged(table(6'000, 12));
  ASSERT_EQ(decideImport(id), Code::ok);
  underway.reset();
  Code code = changeSomething();
  EXPECT_EQ(code, Code::busy) << "one edit does not settle all of it";
  for (int tries = 0; tries < 10 && code == Code::busy; ++tries) code = changeSomething();
  EXPECT_EQ(code, Code::ok);
}

TEST_P(OfficeImport, S3_AnAdoptionIntoAProgramThatBecomesSmallerRefusesTheImport) {
  const auto application = applied(newApplicant(), tokyoTenSeats);
  const auto id = staged(table(1, 1));
  ASSERT_EQ(decide(application, State::adopted), Code::ok);
  EXPECT_EQ(decideImport(id), Code::changedMeanwhile);
  EXPECT_EQ(known(tokyoTenSeats).capacity, 10u);
}

TEST_P(OfficeImport, S3_ApplicationsGoOnWhileAnImportIsUnderway) {
  const auto id = staged(table(1, 1));
  EXPECT_EQ(apply(newApplicant(), tokyoTenSeats, opens).code, Code::ok);
  EXPECT_EQ(decideImport(id), Code::ok) << "who applies has no seat yet";
  EXPECT_EQ(known(tokyoTenSeats).capacity, 1u);
}

TEST_P(OfficeImport, S3_AnApplicationToAProgramThatMovesRefusesTheImport) {
  Program moved = known(kyotoTwoSeats);
  moved.prefecture = tokyo;
  const std::vector<ProgramRow> rows{{kyotoTwoSeats, moved}};
  const auto id = staged(rows);
  ASSERT_EQ(apply(newApplicant(), kyotoTwoSeats, opens).code, Code::ok);
  EXPECT_EQ(decideImport(id), Code::changedMeanwhile);
  EXPECT_EQ(known(kyotoTwoSeats).prefecture, kyoto);
}

TEST_P(OfficeImport, S3_WhoeverAppliesMeanwhileDoesNotVoidWhatWasSeen) {
  const auto rows = table(1, 12);
  const Hash seen = offices().planPrograms({}, rows).digest;
  applied(newApplicant(), tokyoTenSeats);
  EXPECT_EQ(importRun().programs({}, rows, seen, opens, office).code, Code::ok);
}

TEST_P(OfficeImport, S4_PastAdoptionsAndQuotasLeaveNothingBehind) {
  const std::vector<PastAdoptionRow> past{{internalMedicine, tokyo, 2023, 3}, {internalMedicine, tokyo, 2024, 4}};
  EXPECT_EQ(importRun().pastAdoptions(past, offices().planPastAdoptions(past).digest, opens, office).code, Code::ok);
  const std::vector<QuotaRow> list{{registryNumber(1), kyoto}};
  EXPECT_EQ(importRun().quota(list, offices().planQuota(list).digest, opens, office).code, Code::ok);
  for (const char* const table :
       {"import", "import_line", "program_change", "past_adoption_staged", "regional_quota_staged"}) {
    EXPECT_EQ(store->database().number("SELECT count(*) FROM " + std::string(table)), 0) << table;
  }
}

}  // namespace
}  // namespace senkoi::tests
