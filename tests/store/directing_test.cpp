// What directors do through their accounts (S1, S2, M3.8, M5.2): whose applications, which decisions, what stays of
// them.
#include "server/database/sqlite/database.hpp"
#include "server/operations/director_store.hpp"
#include "server/operations/office_store.hpp"
#include "tests/store/world.hpp"

namespace senkoi::tests {
namespace {

using namespace season2025;

constexpr std::int64_t mine = 1, other = 2;  // staff
constexpr Instant day_ = Instant{24} * 3'600'000;

class Directing : public StoreTest {
 protected:
  Directing() {
    sqlite::Database database(folder / "senkoi.db", sqlite::Database::Access::write);
    database.script(
        "INSERT INTO staff (id, mail, name, language, role, field, invited_at) VALUES"
        " (1, 'd1@example.jp', '統括 一', 'ja', 'director', 1, 0), (2, 'd2@example.jp', '統括 二', 'ja', 'director', "
        "1, 0);"
        "INSERT INTO staff_program (staff, program) VALUES (1, 1), (1, 2), (1, 6), (2, 3)");
  }
  std::vector<std::int64_t> crowd(std::size_t count, std::int64_t program, Field field = internalMedicine) {
    std::vector<std::int64_t> ids;
    while (ids.size() < count) ids.push_back(applied(newApplicant(field), program));
    return ids;
  }
  static Decision deciding_(std::int64_t id, State to, State from = State::applied) {
    return {id, from, to, to == State::held ? "面接日の調整中" : "", to == State::held ? "髙橋" : ""};
  }
  Outcome<std::vector<DecisionOutcome>> decideAll(const std::vector<Decision>& decisions, std::int64_t staff = mine,
                                                  Instant now = deciding) {
    return step([&](Store& s) { return s.directors().decide(staff, decisions, now, director); });
  }
  DecisionOutcome decideOne(const Decision& decision, Instant now = deciding) {
    return decideAll({decision}, mine, now).value->at(0);
  }
  DirectorStore& directors() { return store->directors(); }
};
SENKOI_EVERY_ENGINE(Directing);

TEST_P(Directing, S1_ADirectorSeesTheirProgramsAndAllThatTheRegistrationHolds) {
  const std::string who = newApplicant();
  const auto id = applied(who, tokyoTenSeats, opens + 5);
  std::vector<std::int64_t> programs;
  for (const Program& program : store->programsOf(mine)) programs.push_back(program.id);
  EXPECT_EQ(programs, (std::vector<std::int64_t>{tokyoThreeSeats, tokyoTenSeats, kyotoFullCeiling}));
  const auto candidates = directors().candidates(tokyoTenSeats);
  ASSERT_EQ(candidates.size(), 1u);
  EXPECT_EQ(candidates[0].application, store->applicationsOf(tokyoTenSeats)[0]);
  EXPECT_EQ(candidates[0].application.id, id);
  EXPECT_EQ(candidates[0].account.userId, who);
  EXPECT_EQ(candidates[0].account.mail, "applicant1@example.jp");
  EXPECT_EQ(candidates[0].account.data.familyName, "髙橋");
  EXPECT_EQ(candidates[0].account.data.residencyProgram, "本郷病院臨床研修プログラム");
  EXPECT_TRUE(directors().candidate(mine, id));
  EXPECT_FALSE(directors().candidate(other, id));
  EXPECT_TRUE(store->programsOf(999).empty());
}

TEST_P(Directing, S1_WhoWithdrewIsNoCandidate) {
  const std::string who = newApplicant();
  const auto id = applied(who, tokyoTenSeats);
  step([&](Store& s) { return s.withdraw(who, id, opens + 1, applicantActor(who)); });
  EXPECT_TRUE(directors().candidates(tokyoTenSeats).empty());
  EXPECT_FALSE(directors().candidate(mine, id));
  EXPECT_EQ(decideAll({deciding_(id, State::adopted, State::withdrawn)}).code, Code::notFound);
}

TEST_P(Directing, Reliability23_AForeignApplicationIsNotFoundAndNothingIsDoneBesideIt) {
  const auto own = crowd(1, tokyoTenSeats)[0], foreign = crowd(1, kyotoTwoSeats)[0];
  for (const std::int64_t id : {foreign, std::int64_t{999}}) {
    EXPECT_EQ(decideAll({deciding_(own, State::rejected), deciding_(id, State::rejected)}).code, Code::notFound);
    EXPECT_EQ(step([&](Store& s) { return s.directors().decline(mine, id, results, director); }).code, Code::notFound);
    EXPECT_EQ(step([&](Store& s) { return s.directors().changeData(mine, id, userData(), "note", opens, director); }),
              Code::notFound);
  }
  EXPECT_EQ(stateOf(own, tokyoTenSeats), State::applied);
}

TEST_P(Directing, Reliability23_AnEarlierSeasonsApplicationIsForeignToItsDirectors) {
  const std::string who = newApplicant();
  const auto id = applied(who, tokyoTenSeats);
  EXPECT_EQ(decideOne(deciding_(id, State::rejected)).code, Code::ok);
  workflow::Season next{
      2026,
      {{1, {day(11, 1, 2025), day(11, 15, 2025)}, {day(11, 18, 2025), day(11, 26, 2025)}, day(11, 29, 2025), {}}}};
  const Instant inNext = day(11, 20, 2025);  // round 1 of the new season adopts
  ASSERT_EQ(step([&](Store& s) { return s.offices().beginSeason(next, false, day(4, 2, 2025), office); }).code,
            Code::ok);
  EXPECT_FALSE(directors().candidate(mine, id));
  EXPECT_EQ(decideAll({deciding_(id, State::adopted, State::rejected)}, mine, inNext).code, Code::notFound);
  EXPECT_EQ(step([&](Store& s) { return s.directors().decline(mine, id, inNext, director); }).code, Code::notFound);
  EXPECT_EQ(step([&](Store& s) { return s.directors().changeData(mine, id, userData(), "note", inNext, director); }),
            Code::notFound);
  EXPECT_EQ(stateOf(id, tokyoTenSeats), State::rejected);
}

TEST_P(Directing, S1_EachDecisionHasItsOwnOutcome) {
  const auto ids = crowd(4, tokyoThreeSeats);
  std::vector<Decision> all;
  for (const auto id : ids) all.push_back(deciding_(id, State::adopted));
  all.push_back(deciding_(ids[0], State::held, State::adopted));  // frees a seat for nobody in this step
  const auto outcomes = *decideAll(all).value;
  ASSERT_EQ(outcomes.size(), 5u);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(outcomes[static_cast<std::size_t>(i)].code, Code::ok);
  EXPECT_EQ(outcomes[3].code, Code::capacityReached);
  EXPECT_EQ(outcomes[3].state, State::applied);
  EXPECT_EQ(outcomes[3].seats.capacity, 3);
  EXPECT_EQ(outcomes[3].seats.adoptedInProgram, 3);
  EXPECT_EQ(outcomes[4].state, State::held);
  EXPECT_EQ(outcomes[4].seats.adoptedInProgram, 2);
  EXPECT_EQ(outcomes[4].seats.ceiling, std::int64_t{tokyoCeiling});
  EXPECT_EQ(audited("decided"), 4u);
}

TEST_P(Directing, S1_WhatAColleagueChangedMeanwhileIsNotOverwritten) {
  const auto id = crowd(1, tokyoTenSeats)[0];
  EXPECT_EQ(decideOne(deciding_(id, State::rejected)).code, Code::ok);
  const DecisionOutcome late = decideOne(deciding_(id, State::adopted));
  EXPECT_EQ(late.code, Code::changedMeanwhile);
  EXPECT_EQ(late.state, State::rejected);
  EXPECT_EQ(decideOne(deciding_(id, State::adopted, State::rejected)).code, Code::ok);
}

TEST_P(Directing, S1_AHoldKeepsItsReasonAndOwnerAndLosesThemWithItself) {
  const auto id = crowd(1, tokyoTenSeats)[0];
  EXPECT_EQ(decideOne({id, State::applied, State::held, "", "髙橋"}).code, Code::heldReasonNeeded);
  EXPECT_EQ(decideOne({id, State::applied, State::held, "調整中", ""}).code, Code::heldReasonNeeded);
  EXPECT_EQ(decideOne(deciding_(id, State::held)).code, Code::ok);
  EXPECT_EQ(directors().candidate(mine, id)->reason, "面接日の調整中");
  EXPECT_EQ(decideOne({id, State::held, State::held, "書類を待っています", "斉藤"}).code, Code::ok);
  EXPECT_EQ(directors().candidate(mine, id)->reason, "書類を待っています");
  EXPECT_EQ(directors().candidate(mine, id)->owner, "斉藤");
  EXPECT_EQ(decideOne(deciding_(id, State::applied, State::held)).code, Code::ok);
  EXPECT_EQ(directors().candidate(mine, id)->reason, "");
  for (const AuditEntry& entry : store->audit(0, 1000)) EXPECT_EQ(entry.detail.find("調整"), std::string::npos);
}

TEST_P(Directing, S1_ADecisionIsTakenBackWhileThePeriodLasts) {
  const auto id = crowd(1, tokyoTenSeats)[0];
  decideOne(deciding_(id, State::adopted));
  EXPECT_EQ(decideOne(deciding_(id, State::applied, State::adopted), decided).code, Code::notInAdoptionPeriod);
  EXPECT_EQ(decideOne(deciding_(id, State::applied, State::adopted), decided - 1).code, Code::ok);
  EXPECT_EQ(directors().seats(tokyoTenSeats).adoptedInProgram, 0);
}

// The manual's example (3.3): capacity above 220, ceiling 210, 220 applicants: 10 are not adopted, though seats are
// left.
TEST_P(Directing, M3_8_220ApplicantsUnderACeilingOf210) {
  SeasonStart start = seasonStart();
  start.programs[0].capacity = 120, start.programs[1].capacity = 110;
  start.ceilings[0].published = 210;
  step([&](Store& s) { s.begin(start); });
  step([](Store& s) { (void)s.season(); });
  sqlite::Database(folder / "senkoi.db", sqlite::Database::Access::write)
      .script("INSERT INTO staff_program (staff, program) VALUES (1, 1), (1, 2)");
  std::vector<Decision> all;
  for (const auto id : crowd(115, tokyoThreeSeats)) all.push_back(deciding_(id, State::adopted));
  for (const auto id : crowd(105, tokyoTenSeats)) all.push_back(deciding_(id, State::adopted));
  std::size_t adopted = 0, refused = 0;
  const auto outcomes = *decideAll(all).value;
  for (const DecisionOutcome& outcome : outcomes) {
    adopted += outcome.code == Code::ok;
    refused += outcome.code == Code::ceilingReached;
  }
  EXPECT_EQ(adopted, 210u);
  EXPECT_EQ(refused, 10u);
  EXPECT_EQ(directors().seats(tokyoTenSeats).adoptedInCell, 210);
  EXPECT_LT(directors().seats(tokyoTenSeats).adoptedInProgram, 110);
}

TEST_P(Directing, L1_AHoldResolvedOnceResultsAreOutSendsALetterThatDoesNotSayHow) {
  const auto ids = crowd(2, tokyoTenSeats);
  decideOne(deciding_(ids[0], State::held));
  decideOne(deciding_(ids[1], State::held));
  const auto letters = [&] {
    std::size_t count = 0;
    for (const Letter& letter : store->dueLetters(results + day_, 1000))
      count += letter.kind == LetterKind::decisionChanged;
    return count;
  };
  EXPECT_EQ(letters(), 0u);
  EXPECT_EQ(decideOne(deciding_(ids[0], State::adopted, State::held), results).code, Code::ok);
  EXPECT_EQ(letters(), 1u);
  EXPECT_EQ(decideOne({ids[1], State::held, State::held, "書類を待っています", "斉藤"}, results).code, Code::ok);
  EXPECT_EQ(letters(), 1u);  // held on: nothing new to read
  EXPECT_EQ(decideOne(deciding_(ids[1], State::rejected, State::held), results + 1).code, Code::ok);
  EXPECT_EQ(letters(), 2u);
}

TEST_P(Directing, L1_ADeclineThatIsEnteredSendsALetter) {
  const auto id = crowd(1, tokyoTenSeats)[0];
  decideOne(deciding_(id, State::adopted));
  ASSERT_EQ(step([&](Store& s) { return s.directors().decline(mine, id, results, director); }).code, Code::ok);
  const auto letters = store->dueLetters(results + day_, 1000);
  EXPECT_EQ(std::ranges::count(letters, LetterKind::declineEntered, &Letter::kind), 1);
}

TEST_P(Directing, M5_2_ADeclineIsEnteredOnceTheAdoptionIsOutAndFreesTheSeat) {
  const auto id = crowd(1, tokyoTenSeats)[0];
  decideOne(deciding_(id, State::adopted));
  const auto declined = [&](Instant now) {
    return step([&](Store& s) { return s.directors().decline(mine, id, now, director); });
  };
  EXPECT_NE(declined(results - 1).code, Code::ok);
  EXPECT_EQ(declined(results).code, Code::ok);
  EXPECT_EQ(declined(results + 1).code, Code::declineOnlyAdopted);
  EXPECT_EQ(directors().seats(tokyoTenSeats).adoptedInProgram, 0);
  EXPECT_EQ(audited("declined"), 1u);
}

TEST_P(Directing, S1_DataChangesAtTheApplicantsWordWithANoteALetterAndAnAuditWithoutPersonalData) {
  const std::string who = newApplicant();
  const auto id = applied(who, tokyoTenSeats);
  UserData data = store->account(who)->data;
  data.address = "新宿区西新宿2-8-1";
  const auto change = [&](Instant now) {
    return step(
        [&](Store& s) { return s.directors().changeData(mine, id, data, "11月20日に電話で申し出", now, director); });
  };
  EXPECT_EQ(step([&](Store& s) { return s.changeUserData(who, data, deciding, applicantActor(who)); }),
            Code::changeThroughDirector);
  EXPECT_EQ(change(deciding), Code::ok);
  const auto noted = directors().candidate(mine, id)->notes;
  ASSERT_EQ(noted.size(), 1u);
  EXPECT_EQ(noted[0].note, "11月20日に電話で申し出");
  EXPECT_EQ(noted[0].by, "統括 一");
  EXPECT_EQ(directors().candidates(tokyoTenSeats)[0].notes.size(), 1u);
  EXPECT_EQ(store->account(who)->data.address, "新宿区西新宿2-8-1");
  EXPECT_EQ(letters(LetterKind::dataChanged).size(), 1u);
  const AuditEntry last = store->audit(0, 1000).back();
  EXPECT_EQ(last.action, "data_changed");
  EXPECT_EQ(last.actor.id, director.id);
  EXPECT_EQ(last.detail, "address");
  EXPECT_EQ(change(deciding), Code::ok);
  EXPECT_EQ(letters(LetterKind::dataChanged).size(), 1u) << "nothing changed: nothing to tell";
}

TEST_P(Directing, M1_2_AnothersRegistryNumberIsRefused) {
  const std::string who = newApplicant(), another = newApplicant();
  const auto id = applied(who, tokyoTenSeats);
  UserData data = store->account(who)->data;
  data.registryNumber = store->account(another)->data.registryNumber;
  EXPECT_EQ(step([&](Store& s) { return s.directors().changeData(mine, id, data, "note", deciding, director); }),
            Code::registryNumberTaken);
}

TEST_P(Directing, D_WhoseRejectionIsOutNoLongerBelongsToTheDirector) {
  const std::string who = newApplicant();
  const auto id = applied(who, tokyoTenSeats);
  decideOne(deciding_(id, State::rejected));
  const auto change = [&](Instant now) {
    return step(
        [&](Store& s) { return s.directors().changeData(mine, id, userData("0999999"), "note", now, director); });
  };
  EXPECT_EQ(change(results), Code::moveNotAllowed);
  EXPECT_EQ(change(results - 1), Code::ok);
}

TEST_P(Directing, M3_7_SeatsWithoutACeilingAndWithoutAProgram) {
  EXPECT_EQ(directors().seats(kyotoTwoSeats).ceiling, std::nullopt);
  EXPECT_EQ(directors().seats(kyotoFullCeiling).ceiling, 0);
  EXPECT_EQ(directors().seats(999).capacity, 0);
}

}  // namespace
}  // namespace senkoi::tests
