// Programs, their import and notices as offices keep them (S3).
#include "server/operations/office_store.hpp"
#include "server/operations/staff_store.hpp"
#include "tests/store/world.hpp"

namespace senkoi::tests {
namespace {

using namespace season2025;

constexpr Scope board{};

class OfficePrograms : public StoreTest {
 protected:
  OfficeStore& offices() { return store->offices(); }
  Program known(std::int64_t id) { return offices().program(board, id)->program; }
  Program fresh(const std::string& name = "新しいプログラム") {
    Program made = known(tokyoTenSeats);
    made.id = 0;
    made.name = name;
    return made;
  }
  Code change(const Program& program, Scope scope = board) {
    return step([&](Store& s) { return s.offices().changeProgram(scope, program, opens, office); });
  }
  Code close(std::int64_t id, Scope scope = board) {
    return step([&](Store& s) { return s.offices().closeProgram(scope, id, opens, office); });
  }
  ImportPlan plan(const std::vector<ProgramRow>& rows, Scope scope = board) {
    return offices().planPrograms(scope, rows);
  }
  Code import(const std::vector<ProgramRow>& rows, const Hash& digest, Scope scope = board) {
    return importRun().programs(scope, rows, digest, opens, office).code;
  }
  std::vector<ProgramRow> rowsOf(std::vector<Program> programs) {
    std::vector<ProgramRow> rows;
    for (Program& program : programs) {
      const std::int64_t id = program.id;
      rows.push_back({id, std::move(program)});
    }
    return rows;
  }
  std::string lastDetail() { return store->audit(0, 100'000).back().detail; }
};
SENKOI_EVERY_ENGINE(OfficePrograms);

TEST_P(OfficePrograms, S3_ASocietySeesItsOwnFieldOnlyAndTheBoardAll) {
  EXPECT_EQ(offices().programs(internalMedicine).size(), 4u);
  EXPECT_EQ(offices().programs(paediatrics).size(), 2u);
  EXPECT_EQ(offices().programs(board).size(), 6u);
  EXPECT_FALSE(offices().program(paediatrics, tokyoTenSeats));
  EXPECT_TRUE(offices().program(internalMedicine, tokyoTenSeats));
}

TEST_P(OfficePrograms, S3_AForeignProgramIsNotThereToChangeOrClose) {
  Program program = known(tokyoTenSeats);
  program.capacity = 99;
  EXPECT_EQ(change(program, paediatrics), Code::notFound);
  EXPECT_EQ(close(tokyoTenSeats, paediatrics), Code::notFound);
  EXPECT_EQ(known(tokyoTenSeats).capacity, 10u);
}

TEST_P(OfficePrograms, S3_ANewProgramIsThereForEverybodyOnceMade) {
  const auto made = step([&](Store& s) { return s.offices().createProgram(fresh(), opens, office); });
  ASSERT_TRUE(made.value);
  EXPECT_EQ(known(*made.value).name, "新しいプログラム");
  EXPECT_EQ(store->programs().size(), 7u);
  EXPECT_EQ(audited("program_created"), 1u);
  const auto again = step([&](Store& s) { return s.offices().createProgram(fresh(), opens, office); });
  EXPECT_EQ(again.code, Code::programDuplicate);
}

TEST_P(OfficePrograms, S5_AChangeIsAuditedWithNumbersAndWithoutPersons) {
  Program program = known(tokyoTenSeats);
  program.capacity = 12;
  program.director = "別の 人";
  EXPECT_EQ(change(program), Code::ok);
  EXPECT_EQ(lastDetail(), "capacity 10 to 12, director");
  EXPECT_EQ(store->audit(0, 100'000).back().actor.id, "7");
  EXPECT_EQ(change(program), Code::ok);
  EXPECT_EQ(audited("program_changed"), 1u);  // nothing changed: nothing said
}

TEST_P(OfficePrograms, S3_WhoeverAppliedIsNotMovedToAnotherCell) {
  applied(newApplicant(), tokyoTenSeats);
  Program program = known(tokyoTenSeats);
  program.prefecture = kyoto;
  EXPECT_EQ(change(program), Code::programInUse);
  program = known(kyotoTwoSeats);
  program.prefecture = tokyo;
  EXPECT_EQ(change(program), Code::ok);
}

TEST_P(OfficePrograms, S2_TheCapacityStaysAtThoseAdoptedOrAbove) {
  for (int i = 0; i < 2; ++i) decide(applied(newApplicant(), tokyoTenSeats), State::adopted);
  Program program = known(tokyoTenSeats);
  program.capacity = 1;
  EXPECT_EQ(change(program), Code::numberOutOfRange);
  program.capacity = 2;
  EXPECT_EQ(change(program), Code::ok);
}

TEST_P(OfficePrograms, S3_AProgramWithLiveApplicantsIsNotClosed) {
  const std::string who = newApplicant();
  const auto id = applied(who, tokyoTenSeats);
  EXPECT_EQ(close(tokyoTenSeats), Code::programInUse);
  step([&](Store& s) { return s.withdraw(who, id, opens + 1, applicantActor(who)); });
  EXPECT_EQ(close(tokyoTenSeats), Code::ok);
  EXPECT_EQ(close(tokyoTenSeats), Code::ok);
  EXPECT_EQ(audited("program_closed"), 1u);
}

TEST_P(OfficePrograms, M5_1_ClosingAProgramTellsNobodyTheirResultEarly) {
  decide(applied(newApplicant(), tokyoTenSeats), State::rejected);
  const auto closed = [&](Instant now) {
    return step([&](Store& s) { return s.offices().closeProgram(board, tokyoTenSeats, now, office); });
  };
  EXPECT_EQ(closed(results - 1), Code::programInUse);
  EXPECT_FALSE(offices().program(board, tokyoTenSeats)->closedAt);
  EXPECT_EQ(closed(results), Code::ok);
}

TEST_P(OfficePrograms, S3_AProgramOfAnotherFieldLeavesTheDirectorsOfTheOldOne) {
  const auto invited = step([&](Store& s) {
    return s.staff().invite(
        {"d@example.jp", "統括", Language::ja, Role::director, internalMedicine, {tokyoTenSeats, kyotoTwoSeats}},
        hash(1), hash(2), opens, office);
  });
  ASSERT_TRUE(invited.value);
  const auto theirs = [&] { return store->staff().programsOf(invited.value->id); };
  Program program = known(tokyoTenSeats);
  program.capacity = 11;
  EXPECT_EQ(change(program), Code::ok);
  EXPECT_EQ(theirs(), (std::vector<std::int64_t>{tokyoTenSeats, kyotoTwoSeats}));
  program.field = paediatrics;
  EXPECT_EQ(change(program), Code::ok);
  EXPECT_EQ(theirs(), (std::vector<std::int64_t>{kyotoTwoSeats}));
  program = known(kyotoTwoSeats);
  program.field = paediatrics;
  EXPECT_EQ(import(rowsOf({program}), plan(rowsOf({program})).digest), Code::ok);
  EXPECT_TRUE(theirs().empty());
}

TEST_P(OfficePrograms, S3_AClosedProgramRecruitsNoMore) {
  EXPECT_EQ(close(tokyoTenSeats), Code::ok);
  EXPECT_EQ(apply(newApplicant(), tokyoTenSeats, opens).code, Code::programNotRecruiting);
  EXPECT_EQ(store->programs().size(), 5u);  // nobody had applied: it is gone from the catalogue
  EXPECT_TRUE(offices().program(board, tokyoTenSeats)->closedAt);
}

TEST_P(OfficePrograms, S3_WhoOnceAppliedToAClosedProgramStillFindsIt) {
  const std::string who = newApplicant();
  const auto id = applied(who, tokyoTenSeats);
  step([&](Store& s) { return s.withdraw(who, id, opens + 1, applicantActor(who)); });
  close(tokyoTenSeats);
  ASSERT_EQ(store->programs().size(), 6u);
  EXPECT_EQ(store->programs()[1].rounds, 0);
}

TEST_P(OfficePrograms, S3_ADryRunCountsAndChangesNothing) {
  Program changed = known(tokyoTenSeats);
  changed.capacity = 11;
  const auto rows = rowsOf({fresh(), changed, known(kyotoTwoSeats)});
  const auto audit = store->audit(0, 100'000).size();
  const ImportPlan made = plan(rows);
  EXPECT_TRUE(made.faults.empty());
  EXPECT_EQ(made.added, 1u);
  EXPECT_EQ(made.changed, 1u);
  EXPECT_EQ(made.same, 1u);
  EXPECT_EQ(store->programs().size(), 6u);
  EXPECT_EQ(store->audit(0, 100'000).size(), audit);
  EXPECT_EQ(import(rows, made.digest), Code::ok);
  EXPECT_EQ(store->programs().size(), 7u);
  EXPECT_EQ(known(tokyoTenSeats).capacity, 11u);
  const auto entries = store->audit(0, 100'000);
  EXPECT_EQ(std::ranges::count(entries, "1 added, 1 changed, 1 same", &AuditEntry::detail), 1);
  EXPECT_EQ(entries.size(), audit + 3);  // the import, and each program that it made or changed
}

TEST_P(OfficePrograms, S3_AProgramIsFoundByItsNameWhereTheNumberIsMissing) {
  Program program = known(tokyoTenSeats);
  program.id = 0;
  program.capacity = 11;
  const auto rows = rowsOf({program});
  EXPECT_EQ(plan(rows).changed, 1u);
  EXPECT_EQ(import(rows, plan(rows).digest), Code::ok);
  EXPECT_EQ(known(tokyoTenSeats).capacity, 11u);
  EXPECT_EQ(store->programs().size(), 6u);
}

TEST_P(OfficePrograms, S3_AProgramKeepsARoundThatItsSeasonHasNoMoreButGetsNone) {
  const unsigned beyond = 1U << store->season()->rounds.size();
  Program program = known(tokyoTenSeats);
  program.rounds = static_cast<std::uint8_t>(program.rounds | beyond);
  EXPECT_EQ(change(program), Code::roundNotInSeason);
  EXPECT_EQ(plan(rowsOf({program})).faults[0].code, Code::roundNotInSeason);
  workflow::Season shorter = *store->season();
  shorter.rounds.pop_back();
  ASSERT_EQ(step([&](Store& s) { return s.offices().changeSeason(shorter, false, opens - 1, office); }).code, Code::ok);
  program = known(tokyoTenSeats);
  ASSERT_NE(program.rounds & (beyond >> 1), 0);
  program.capacity += 1;
  EXPECT_EQ(change(program), Code::ok);
  EXPECT_TRUE(plan(rowsOf({program})).faults.empty());
}

TEST_P(OfficePrograms, S3_OneRowAtFaultAndNothingIsImported) {
  applied(newApplicant(), tokyoTenSeats);
  Program moved = known(tokyoTenSeats);
  moved.prefecture = kyoto;
  Program unknown = fresh("別");
  unknown.id = 999;
  const auto rows = rowsOf({fresh(), moved, unknown, fresh()});
  const ImportPlan made = plan(rows);
  EXPECT_EQ(made.faults, (std::vector<ImportPlan::Fault>{{1, Code::programInUse, Item::prefecture},
                                                         {2, Code::csvIdUnknown},
                                                         {3, Code::csvRowTwice, {}, 0, 0, 0}}));
  EXPECT_EQ(import(rows, made.digest), Code::formRefused);
  EXPECT_EQ(store->programs().size(), 6u);
}

TEST_P(OfficePrograms, S3_ASocietyImportsItsOwnFieldOnly) {
  Program stolen = known(paediatricsTokyo);
  stolen.field = internalMedicine;  // with the number of another field's program
  const auto rows = rowsOf({known(tokyoTenSeats), known(paediatricsTokyo), stolen});
  const ImportPlan made = plan(rows, internalMedicine);
  EXPECT_EQ(made.faults,
            (std::vector<ImportPlan::Fault>{{1, Code::csvNotYours, Item::programField}, {2, Code::csvIdUnknown}}));
}

TEST_P(OfficePrograms, S3_ATakenNameIsToldUnlessItsHolderGetsAnother) {
  Program first = known(tokyoTenSeats), second = known(tokyoThreeSeats);
  second.facility = first.facility;
  second.name = first.name;
  EXPECT_EQ(plan(rowsOf({second})).faults,
            (std::vector<ImportPlan::Fault>{{0, Code::programDuplicate, Item::programName}}));
  first.name = "改称";
  const auto rows = rowsOf({second, first});
  EXPECT_TRUE(plan(rows).faults.empty());
  EXPECT_EQ(import(rows, plan(rows).digest), Code::ok);
  EXPECT_EQ(known(tokyoTenSeats).name, "改称");
}

TEST_P(OfficePrograms, S3_WhatIsConfirmedIsWhatWasSeen) {
  Program program = known(tokyoTenSeats);
  program.capacity = 11;
  const auto rows = rowsOf({program});
  const Hash seen = plan(rows).digest;
  Program other = known(tokyoTenSeats);
  other.capacity = 20;
  ASSERT_EQ(change(other), Code::ok);
  EXPECT_EQ(import(rows, seen), Code::changedMeanwhile);
  EXPECT_EQ(known(tokyoTenSeats).capacity, 20u);
}

TEST_P(OfficePrograms, S3_ACapacityBelowThoseAdoptedIsToldWithTheNumber) {
  for (int i = 0; i < 2; ++i) decide(applied(newApplicant(), tokyoTenSeats), State::adopted);
  Program program = known(tokyoTenSeats);
  program.capacity = 1;
  EXPECT_EQ(plan(rowsOf({program})).faults,
            (std::vector<ImportPlan::Fault>{{0, Code::numberOutOfRange, Item::capacity, 2, 999}}));
}

TEST_P(OfficePrograms, S3_AHundredThousandRowsArePlanned) {
  std::vector<ProgramRow> rows;
  Program program = fresh();
  for (int i = 0; i < 100'000; ++i) {
    program.name = "プログラム " + std::to_string(i) + " 号";
    rows.push_back({0, program});
  }
  EXPECT_EQ(plan(rows).added, 100'000u);
}

TEST_P(OfficePrograms, S3_NoticesBelongToTheirField) {
  Notice notice{0, internalMedicine, opens, "件名", "", "本文", ""};
  notice.id = step([&](Store& s) { return s.offices().createNotice(notice, opens, office); });
  EXPECT_EQ(offices().notices(internalMedicine).size(), 2u);
  EXPECT_EQ(offices().notices(paediatrics).size(), 0u);
  EXPECT_EQ(offices().notices(board).size(), 3u);
  notice.titleJa = "改題";
  const auto changed = [&](Scope scope) {
    return step([&](Store& s) { return s.offices().changeNotice(scope, notice, opens, office); });
  };
  EXPECT_EQ(changed(paediatrics), Code::notFound);
  EXPECT_EQ(changed(internalMedicine), Code::ok);
  EXPECT_EQ(store->notices().front().titleJa, "改題");
  const auto removed = [&](Scope scope, std::int64_t id) {
    return step([&](Store& s) { return s.offices().removeNotice(scope, id, opens, office); });
  };
  EXPECT_EQ(removed(internalMedicine, 1), Code::notFound);  // the board's
  EXPECT_EQ(removed(internalMedicine, notice.id), Code::ok);
  EXPECT_EQ(offices().notices(board).size(), 2u);
  EXPECT_EQ(audited("notice_created") + audited("notice_changed") + audited("notice_removed"), 3u);
}

}  // namespace
}  // namespace senkoi::tests
