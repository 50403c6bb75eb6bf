// Kinds of seats, offers, limits and classes in the store (T1–T6, T10, S2): what passes, what is refused and by which
// limit, and that a season without kinds is none of this.
#include <random>

#include "server/operations/director_store.hpp"
#include "server/operations/seat_store.hpp"
#include "tests/store/world.hpp"

namespace senkoi::tests {
namespace {

using namespace season2025;
using rules::LimitNode;

constexpr Instant before = opens - 3 * 24 * hours;

SeatKind kind(const std::string& code) {
  return {code, false, code + "枠", code + " seats", "", ""};
}
SeatKind group(const std::string& code) {
  return {code, true, code, code, "", ""};
}

std::vector<LimitEntry> inTokyo(std::vector<LimitNode> nodes) {
  std::vector<LimitEntry> entries;
  for (LimitNode& node : nodes) entries.push_back({internalMedicine, tokyo, std::move(node), {}});
  return entries;
}

class Seats : public StoreTest {
 protected:
  Seats() {
    step([](Store& s) { return s.seats().change(kinds(), before, office); });
  }

  static SeasonSeats kinds() {
    return {{group("all"), kind("ordinary"), group("linked"), kind("partnership"), kind("special")},
            {{"quota", "地域枠", "Regional quota", {false, true}, true},
             {"double", "ダブルボード", "Double board", {false, false}, false}}};
  }
  // 4 in all: 2 ordinary, 3 linked of which 2 partnership and 2 special.
  static std::vector<LimitNode> tree() {
    return {{"all", "", 4},
            {"ordinary", "all", 2},
            {"linked", "all", 3},
            {"partnership", "linked", 2},
            {"special", "linked", 2}};
  }
  Code offer(std::vector<OfferRow> rows) {
    return step([&](Store& s) {
      const Hash digest = s.seats().planOffers({}, rows).plan.digest;
      return s.seats().importOffers({}, rows, digest, before, office).code;
    });
  }
  Code publish(const std::vector<LimitEntry>& entries, Instant now = before) {
    return step([&](Store& s) {
      const Hash digest = s.seats().planLimits(entries).plan.digest;
      return s.seats().publishLimits(entries, digest, now, office).code;
    });
  }
  void furnish() {
    ASSERT_EQ(offer({{tokyoTenSeats, "ordinary", 5}, {tokyoTenSeats, "partnership", 3}, {tokyoTenSeats, "special", 4}}),
              Code::ok);
    ASSERT_EQ(publish(inTokyo(tree())), Code::ok);
  }
  std::int64_t appliedTo(const std::string& who, const std::string& kind, std::int64_t program = tokyoTenSeats) {
    const auto made = step([&](Store& s) { return s.apply(who, program, {}, opens, applicantActor(who), kind); });
    EXPECT_EQ(made.code, Code::ok) << kind;
    return made.value ? made.value->id : 0;
  }
  std::int64_t appliedTo(const std::string& kind) { return appliedTo(newApplicant(), kind); }
  DecisionOutcome adopt(std::int64_t application) {
    return step([&](Store& s) {
      return s.directors().decide({application, std::nullopt, State::adopted, "", ""}, deciding, director);
    });
  }
  SeatStore::Answer classify(const std::string& who, const std::string& code) {
    return step([&](Store& s) { return s.seats().classify(who, code, "名簿", deciding, office); });
  }
  std::vector<rules::LimitFault> faults(const std::vector<LimitEntry>& entries) {
    std::vector<rules::LimitFault> found;
    for (const LimitNotice& one : store->seats().planLimits(entries).faults) found.push_back(one.fault);
    return found;
  }
};

TEST_P(Seats, T1_KindsAndClassesComeBackInTheirOrder) {
  EXPECT_EQ(store->seats().read(), kinds());
  EXPECT_EQ(audited("kinds_changed"), 1u);
}

TEST_P(Seats, T2_OneAppliesToAnOfferOfTheProgramAndToNoOther) {
  furnish();
  const std::string who = newApplicant();
  const auto apply = [&](const std::string& kind, std::int64_t program = tokyoTenSeats) {
    return step([&](Store& s) { return s.apply(who, program, {}, opens, applicantActor(who), kind).code; });
  };
  EXPECT_EQ(apply(""), Code::offerUnknown) << "three are offered: which?";
  EXPECT_EQ(apply("designated"), Code::offerUnknown);
  EXPECT_EQ(apply("special", tokyoThreeSeats), Code::offerUnknown) << "a plain program has ordinary seats";
  const std::int64_t id = appliedTo(who, "special");
  EXPECT_EQ(store->applications(who)[0].kind, "special");
  EXPECT_EQ(store->takeCountChanges().back(),
            (CountChange{tokyoTenSeats, 1, std::nullopt, State::applied, "special", {}}));
  const auto again = step([&](Store& s) { return s.switchTo(who, id, tokyoTenSeats, {}, opens, {}, "special").code; });
  EXPECT_EQ(again, Code::sameProgram);
  const auto other = step([&](Store& s) { return s.switchTo(who, id, tokyoTenSeats, {}, opens, {}, "ordinary"); });
  ASSERT_EQ(other.code, Code::ok) << "another kind of the same program is another offer";
  EXPECT_EQ(other.value->kind, "");
  EXPECT_TRUE(store->verifyAudit({}).beside.empty()) << "the log says of which kind";
}

TEST_P(Seats, T2_APlainProgramIsAppliedToWithoutAWordAboutKinds) {
  furnish();
  EXPECT_EQ(appliedTo(newApplicant(), "", tokyoThreeSeats), 1);
  EXPECT_EQ(appliedTo(newApplicant(), "ordinary", tokyoThreeSeats), 2);
}

TEST_P(Seats, T2_AKeyIsForOneKind) {
  furnish();
  const std::string who = newApplicant();
  const auto ask = [&](const std::string& kind) {
    return step([&](Store& s) { return s.apply(who, tokyoTenSeats, "key", opens, applicantActor(who), kind); });
  };
  const auto first = ask("special");
  EXPECT_EQ(ask("special").value->id, first.value->id);
  EXPECT_EQ(ask("ordinary").code, Code::idempotencyKeyReused);
}

TEST_P(Seats, T5_TheFirstFullNodeRefusesByNameAndNumber) {
  furnish();
  EXPECT_EQ(adopt(appliedTo("special")).code, Code::ok);
  EXPECT_EQ(adopt(appliedTo("partnership")).code, Code::ok);
  EXPECT_EQ(adopt(appliedTo("partnership")).code, Code::ok);
  const DecisionOutcome full = adopt(appliedTo("partnership"));
  EXPECT_EQ(full.code, Code::limitReached);
  EXPECT_EQ(full.refusedBy, "partnership");
  EXPECT_EQ(full.limit, 2);
  const DecisionOutcome group = adopt(appliedTo("special"));
  EXPECT_EQ(group.refusedBy, "linked") << "special has room, the group has not";
  EXPECT_EQ(group.limit, 3);
  EXPECT_EQ(adopt(appliedTo("ordinary")).code, Code::ok);
  const DecisionOutcome whole = adopt(appliedTo("ordinary"));
  EXPECT_EQ(whole.refusedBy, "all");
  EXPECT_EQ(whole.seats.ceiling, 4);
  EXPECT_EQ(whole.seats.adoptedByNode, (std::vector<std::int64_t>{4, 1, 3, 2, 1}));
  EXPECT_EQ(whole.seats.offers[2].adopted, 1);
}

TEST_P(Seats, T5_SeatsOfAnOfferAreTheirOwnLimit) {
  ASSERT_EQ(offer({{tokyoTenSeats, "ordinary", 9}, {tokyoTenSeats, "special", 1}}), Code::ok);
  EXPECT_EQ(adopt(appliedTo("special")).code, Code::ok);
  const DecisionOutcome full = adopt(appliedTo("special"));
  EXPECT_EQ(full.code, Code::offerReached);
  EXPECT_EQ(full.refusedBy, "special");
  EXPECT_EQ(full.limit, 1);
  EXPECT_EQ(adopt(appliedTo("ordinary")).code, Code::ok);
}

TEST_P(Seats, T5_ADecisionTakenBackFreesEveryNode) {
  furnish();
  const auto first = appliedTo("special");
  adopt(first), adopt(appliedTo("special"));
  const auto third = appliedTo("special");
  EXPECT_EQ(adopt(third).code, Code::limitReached);
  step([&](Store& s) {
    return s.directors().decide({first, std::nullopt, State::rejected, "", ""}, deciding, director).code;
  });
  EXPECT_EQ(adopt(third).code, Code::ok);
}

TEST_P(Seats, T4_TheRegionalQuotaPassesAFullTreeAndNotAFullOffer) {
  ASSERT_EQ(offer({{tokyoTenSeats, "ordinary", 3}, {tokyoTenSeats, "special", 1}}), Code::ok);
  ASSERT_EQ(publish(inTokyo({{"all", "", 2}, {"ordinary", "all", 2}, {"special", "all", 1}})), Code::ok);
  adopt(appliedTo("ordinary")), adopt(appliedTo("ordinary"));
  const std::string one = newApplicant(), another = newApplicant();
  ASSERT_EQ(classify(one, "quota").code, Code::ok);
  ASSERT_EQ(classify(another, "quota").code, Code::ok);
  EXPECT_EQ(adopt(appliedTo("ordinary")).code, Code::limitReached);
  EXPECT_EQ(adopt(appliedTo(one, "ordinary")).code, Code::ok);
  const DecisionOutcome full = adopt(appliedTo(another, "ordinary"));
  EXPECT_EQ(full.code, Code::offerReached);
  EXPECT_EQ(full.seats.adoptedByNode, (std::vector<std::int64_t>{2, 2, 0}));
}

TEST_P(Seats, T5_AClassThatWouldPassALimitIsRefusedForWhoWasAdopted) {
  furnish();
  const std::string who = newApplicant();
  ASSERT_EQ(classify(who, "quota").code, Code::ok);
  EXPECT_EQ(adopt(appliedTo(who, "ordinary")).code, Code::ok);
  adopt(appliedTo("ordinary")), adopt(appliedTo("ordinary"));
  const auto answer = classify(who, "");
  EXPECT_EQ(answer.code, Code::limitReached);
  EXPECT_EQ(answer.refusedBy, "ordinary");
  EXPECT_EQ(store->seats().countingOf(who), (rules::Counting{false, true})) << "nothing was written";
  EXPECT_EQ(classify(who, "double").code, Code::ok) << "counts at less";
  EXPECT_EQ(audited("class_changed"), 2u);
  EXPECT_EQ(letters(LetterKind::classChanged).size(), 2u);
  EXPECT_EQ(store->seats().classed().size(), 1u);
}

TEST_P(Seats, T4_AnAdoptedApplicantKeepsTheirOwnSeatWhereTheirClassCountsAlike) {
  ASSERT_EQ(publish(inTokyo({{"all", "", 1}})), Code::ok);
  const std::string who = newApplicant();
  EXPECT_EQ(adopt(appliedTo(who, "")).code, Code::ok);
  EXPECT_EQ(classify(who, "double").code, Code::ok);
  EXPECT_EQ(classify(who, "").code, Code::ok) << "into the seat that they left";
}

TEST_P(Seats, T4_TheRegionalQuotaListFillsItsClass) {
  UserData data = userData("0000001");
  const std::string who = newApplicant();
  data.regionalQuota = "yes";
  data.regionalQuotaConsent = "yes";
  ASSERT_EQ(step([&](Store& s) { return s.changeUserData(who, data, before, applicantActor(who)); }), Code::ok);
  const std::vector<QuotaRow> rows{{"0000001", kyoto}};
  const Hash digest = store->offices().planQuota(rows).digest;
  ASSERT_EQ(importRun().quota(rows, digest, opens, office).code, Code::ok);
  EXPECT_EQ(store->seats().countingOf(who), (rules::Counting{false, true}));
  EXPECT_EQ(letters(LetterKind::classChanged).size(), 1u);
}

TEST_P(Seats, T6_PublishingRefusesWhatWouldNotHold) {
  furnish();
  adopt(appliedTo("special"));
  using Faults = std::vector<rules::LimitFault>;
  auto nodes = tree();
  nodes[4].limit = 0;
  EXPECT_EQ(faults(inTokyo(nodes)), (Faults{{Code::limitBelowAdopted, "special", "", 0, 1}}));
  nodes = tree();
  nodes[4].limit = 9;
  EXPECT_EQ(faults(inTokyo(nodes)), (Faults{{Code::limitAboveParent, "special", "linked", 9, 3}}));
  nodes = tree();
  nodes[0].parent = "linked";
  EXPECT_EQ(faults(inTokyo(nodes)).size(), 5u) << "a ring, and all that hangs on it";
  nodes = tree();
  nodes.pop_back();
  EXPECT_EQ(faults(inTokyo(nodes)), (Faults{{Code::kindWithoutLimit, "special", "", 0, 0}}));
  nodes = tree();
  nodes[3].key = "designated";
  EXPECT_EQ(faults(inTokyo(nodes)).size(), 2u) << "an unknown kind, and partnership without a node";
  EXPECT_EQ(publish(inTokyo(nodes)), Code::formRefused);
  EXPECT_EQ(store->seats().limits()[0].nodes, tree()) << "all or nothing";
}

TEST_P(Seats, T10_APlanTellsOldAndNewAndWhoStandsAgainstEachNode) {
  furnish();
  adopt(appliedTo("special"));
  appliedTo("special");
  auto nodes = tree();
  nodes[4].limit = 1;
  const LimitsPlan plan = store->seats().planLimits(inTokyo(nodes));
  EXPECT_TRUE(plan.sound());
  ASSERT_EQ(plan.changes.size(), 5u);
  EXPECT_EQ(plan.changes[4].before, 2);
  EXPECT_EQ(plan.changes[4].after, 1);
  EXPECT_EQ(plan.changes[4].adopted, 1);
  EXPECT_EQ(plan.changes[4].seeking, 1);
  EXPECT_EQ(plan.changes[2].seeking, 1) << "counted at the group as well";
  ASSERT_EQ(plan.warnings.size(), 1u);
  EXPECT_EQ(plan.warnings[0].fault, (rules::LimitFault{Code::limitSumDiffers, "all", "", 4, 5}));
}

TEST_P(Seats, T6_WhatWasConfirmedIsWhatIsDone) {
  const auto entries = inTokyo(tree());
  const Hash digest = store->seats().planLimits(entries).plan.digest;
  ASSERT_EQ(publish(inTokyo({{"all", "", 3}})), Code::ok);
  EXPECT_EQ(step([&](Store& s) { return s.seats().publishLimits(entries, digest, before, office).code; }),
            Code::changedMeanwhile);
}

TEST_P(Seats, T3_ATableTakesACeilingAwayToo) {
  furnish();
  ASSERT_EQ(publish({{internalMedicine, tokyo, {}, {}}}), Code::ok);
  EXPECT_EQ(store->directors().seats(tokyoTenSeats).ceiling, std::nullopt);
  for (const CellLimits& cell : store->seats().limits())
    EXPECT_FALSE(cell.field == internalMedicine && cell.prefecture == tokyo);
}

TEST_P(Seats, T2_OffersAreCheckedAgainstKindsLimitsAndApplications) {
  furnish();
  appliedTo("special");
  const auto codes = [&](const std::vector<OfferRow>& rows) {
    std::vector<Code> found;
    for (const LimitNotice& one : store->seats().planOffers({}, rows).faults) found.push_back(one.fault.code);
    return found;
  };
  EXPECT_EQ(codes({{tokyoTenSeats, "ordinary", 5}}), std::vector{Code::kindInUse});
  EXPECT_EQ(codes({{tokyoTenSeats, "special", 5}, {tokyoTenSeats, "linked", 1}}), std::vector{Code::kindUnknown});
  EXPECT_EQ(store->seats().planOffers({}, std::vector<OfferRow>{{999, "ordinary", 5}}).plan.faults[0].code,
            Code::csvIdUnknown);
  EXPECT_EQ(
      store->seats().planOffers(paediatrics, std::vector<OfferRow>{{tokyoTenSeats, "special", 5}}).plan.faults[0].code,
      Code::csvIdUnknown)
      << "another society's";
  ASSERT_EQ(offer({{tokyoTenSeats, "special", 5}, {tokyoTenSeats, "ordinary", 2}}), Code::ok);
  EXPECT_EQ(store->offices().program({}, tokyoTenSeats)->program.capacity, 7u) << "the sum of its offers";
  Program changed = store->offices().program({}, tokyoTenSeats)->program;
  changed.capacity = 20;
  EXPECT_EQ(step([&](Store& s) { return s.offices().changeProgram({}, changed, before, office); }),
            Code::capacityByOffers);
}

TEST_P(Seats, T1_AKindInUseStays) {
  furnish();
  SeasonSeats fewer = kinds();
  fewer.kinds.pop_back();
  EXPECT_EQ(step([&](Store& s) { return s.seats().change(fewer, before, office); }), Code::kindInUse);
  EXPECT_EQ(step([&](Store& s) { return s.seats().change({}, before, office); }), Code::kindInUse);
  SeasonSeats stricter = kinds();
  stricter.classes[0].counts = {};
  const std::string who = newApplicant();
  classify(who, "quota");
  adopt(appliedTo(who, "ordinary"));
  EXPECT_EQ(step([&](Store& s) { return s.seats().change(stricter, before, office); }), Code::kindInUse);
}

TEST_P(Seats, T1_ATreeThatHasALimitOverAllOfItLeavesTheKindsOpenToCorrection) {
  SeasonSeats seats = kinds();
  seats.kinds.erase(seats.kinds.begin());  // nobody has ticked "all"
  ASSERT_EQ(step([&](Store& s) { return s.seats().change(seats, before, office); }), Code::ok);
  furnish();
  seats.kinds[0].nameJa = "通常プログラム";
  EXPECT_EQ(step([&](Store& s) { return s.seats().change(seats, before, office); }), Code::ok);
}

TEST_P(Seats, T1_TheOrdinaryKindStaysWhileAProgramOffersNothingElse) {
  SeasonSeats seats = kinds();
  std::erase_if(seats.kinds, [](const SeatKind& one) { return one.code == "ordinary"; });
  EXPECT_EQ(step([&](Store& s) { return s.seats().change(seats, before, office); }), Code::kindInUse);
}

TEST_P(Seats, T1_WithoutKindsAProgramsCapacityIsItsOwnAgain) {
  ASSERT_EQ(offer({{tokyoTenSeats, "ordinary", 7}}), Code::ok);
  ASSERT_EQ(step([&](Store& s) { return s.seats().change({}, before, office); }), Code::ok);
  EXPECT_TRUE(store->seats().offers().empty());
  Program program = store->offices().program({}, tokyoTenSeats)->program;
  EXPECT_EQ(program.capacity, 7u);
  program.capacity = 8;
  EXPECT_EQ(step([&](Store& s) { return s.offices().changeProgram({}, program, before, office); }), Code::ok);
}

TEST_P(Seats, T2_OffersSumToACapacityThatAProgramMayHave) {
  EXPECT_EQ(offer({{tokyoTenSeats, "ordinary", 600}, {tokyoTenSeats, "special", 600}}), Code::formRefused);
  EXPECT_EQ(offer({{tokyoTenSeats, "ordinary", 0}}), Code::formRefused);
  EXPECT_EQ(offer({{tokyoTenSeats, "ordinary", 999}, {tokyoTenSeats, "special", 0}}), Code::ok);
}

TEST_P(Seats, T4_TheReasonOfAClassIsCorrectedWithoutALetter) {
  const std::string who = newApplicant();
  classify(who, "quota");
  const auto letters = store->lettersWaiting().waiting;
  step([&](Store& s) { return s.seats().classify(who, "quota", "名簿 第2版", deciding, office); });
  ASSERT_EQ(store->seats().classed().size(), 1u);
  EXPECT_EQ(store->seats().classed()[0].reason, "名簿 第2版");
  EXPECT_EQ(store->lettersWaiting().waiting, letters);
}

TEST_P(Seats, T4_WhoDoesNotCountStandsAgainstNoCeiling) {
  const auto publishNone = [&] {
    return step([&](Store& s) {
      return s.offices().publishCeiling({internalMedicine, kyoto}, 0, "国の通知", deciding, office);
    });
  };
  const std::string who = newApplicant();
  adopt(appliedTo(who, "ordinary", kyotoTwoSeats));
  EXPECT_EQ(publishNone(), Code::ceilingBelowAdopted);
  classify(who, "quota");
  EXPECT_EQ(publishNone(), Code::ok);
}

TEST_P(Seats, T6_TheReasonOfANumberStaysWhereATableLeavesTheNumber) {
  step([&](Store& s) { return s.offices().publishCeiling({internalMedicine, tokyo}, 9, "国の通知", before, office); });
  const auto reason = [&] {
    for (const CellCeiling& cell : store->offices().ceilings()) {
      if (cell.field == internalMedicine && cell.prefecture == tokyo) return cell.reason;
    }
    return std::string("none");
  };
  ASSERT_EQ(publish(inTokyo({{"all", "", 9}, {"ordinary", "all", 9}})), Code::ok);
  EXPECT_EQ(reason(), "国の通知");
  ASSERT_EQ(publish(inTokyo({{"all", "", 8}, {"ordinary", "all", 8}})), Code::ok);
  EXPECT_EQ(reason(), "");
}

// The writer's order of a season: adoptions, reversals and classes in any order never pass a node.
TEST_P(Seats, S2_NoOrderOfDecisionsAndClassChangesPassesAnyNode) {
  furnish();
  std::mt19937 random(14);
  const std::vector<std::string> kindsOffered{"ordinary", "partnership", "special"};
  std::vector<std::pair<std::string, std::int64_t>> people;
  for (int i = 0; i < 14; ++i) {
    const std::string who = newApplicant();
    people.emplace_back(who, appliedTo(who, kindsOffered[random() % 3]));
  }
  for (int turn = 0; turn < 250; ++turn) {
    const auto& [who, application] = people[random() % people.size()];
    if (random() % 3 == 0) {
      classify(who, std::vector<std::string>{"", "quota", "double"}[random() % 3]);
    } else {
      decide(application, random() % 3 == 0 ? State::applied : State::adopted);
    }
    const SeatsLeft now = store->directors().seats(tokyoTenSeats);
    for (std::size_t node = 0; node < now.adoptedByNode.size(); ++node)
      ASSERT_LE(now.adoptedByNode[node], now.limits.nodes()[node].limit);
    for (const SeatsLeft::Offer& offer : now.offers) ASSERT_LE(offer.adopted, offer.seats);
  }
}

SENKOI_EVERY_ENGINE(Seats);

}  // namespace
}  // namespace senkoi::tests
