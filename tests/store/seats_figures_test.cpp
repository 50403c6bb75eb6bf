// The numbers of tests/figures adopted to their last seat through the operations themselves (T3, T5, M3.8).
#include "senkoi/rules/limit_table.hpp"
#include "server/operations/director_store.hpp"
#include "server/operations/seat_store.hpp"
#include "tests/store/world.hpp"

namespace senkoi::tests {
namespace {

using namespace season2025;

class SeatsFigures : public StoreTest {
 protected:
  // One cell with these limits; its program offers more of every kind than they allow.
  void publish(const rules::LimitRow& row) {
    SeasonSeats seats;
    for (const char* const code : {"with_special", "all", "linked"})
      seats.kinds.push_back({code, true, code, code, {}, {}});
    for (const char* const code : {"ordinary", "partnership", "partnership_limited", "special"})
      seats.kinds.push_back({code, false, code, code, {}, {}});
    seats.classes = {{"quota", "地域枠", "Regional quota", {false, true}, true}};
    std::vector<LimitEntry> limits;
    std::vector<OfferRow> offers;
    for (rules::LimitNode& node : rules::nodesOf(row)) {
      const bool group = seats.find(node.key)->group;
      const auto more = static_cast<std::uint32_t>(node.limit.value_or(150)) + 5;  // the limit refuses, not the offer
      if (!group) offers.push_back({tokyoTenSeats, node.key, more});
      limits.push_back({internalMedicine, tokyo, std::move(node), {}});
    }
    // The small program offers ordinary seats: they need a node as well.
    step([&](Store& s) {
      EXPECT_EQ(s.seats().change(seats, opens, office), Code::ok);
      const Hash ofOffers = s.seats().planOffers({}, offers).plan.digest;
      EXPECT_EQ(s.seats().importOffers({}, offers, ofOffers, opens, office).code, Code::ok);
      const Hash ofLimits = s.seats().planLimits(limits).plan.digest;
      EXPECT_EQ(s.seats().publishLimits(limits, ofLimits, opens, office).code, Code::ok);
    });
  }
  DecisionOutcome adoptOne(const std::string& kind, const std::string& ofClass = {}) {
    const std::string who = newApplicant();
    return step([&](Store& s) {
      if (!ofClass.empty()) s.seats().classify(who, ofClass, "名簿", deciding, office);
      const auto made = s.apply(who, tokyoTenSeats, {}, opens, applicantActor(who), kind);
      EXPECT_EQ(made.code, Code::ok);
      return s.directors().decide({made.value->id, std::nullopt, State::adopted, {}, {}}, deciding, director);
    });
  }
  // How many more of a kind pass until a limit refuses, and which: "42 ordinary 42".
  std::string fill(const std::string& kind) {
    for (int adopted = 0;; ++adopted) {
      const DecisionOutcome outcome = adoptOne(kind);
      if (outcome.code == Code::ok) continue;
      EXPECT_EQ(outcome.code, Code::limitReached);
      return std::to_string(adopted) + ' ' + outcome.refusedBy + ' ' + std::to_string(outcome.limit);
    }
  }
};

TEST_P(SeatsFigures, T5_SkinInTokyo2027RefusesThe43rdOrdinaryAndThe7thSpecialByName) {
  publish({36, 5, 0, 41, 25, 6, 19, {}, 66, 1});
  EXPECT_EQ(fill("ordinary"), "42 ordinary 42");
  EXPECT_EQ(fill("special"), "6 special 6") << "other kinds still pass";
  EXPECT_EQ(fill("partnership"), "19 partnership 19");
  EXPECT_EQ(adoptOne("ordinary", "quota").code, Code::ok) << "a regional quota passes a full tree";
}

TEST_P(SeatsFigures, T5_WherePartsAreNotPublishedTheGroupRefuses) {
  publish({{}, {}, {}, 30, 23, {}, {}, {}, 53, {}});
  fill("special");
  EXPECT_EQ(fill("partnership"), "0 linked 23");
  EXPECT_EQ(fill("ordinary"), "30 ordinary 30");
}

TEST_P(SeatsFigures, T5_InternalMedicineInTokyo2025RefusesThe53rdSpecialThoughTheTotalHasRoom) {
  publish({{}, {}, {}, 398, {}, 52, 123, 31, 573, {}});
  EXPECT_EQ(fill("special"), "52 special 52");
  EXPECT_EQ(fill("partnership_limited"), "31 partnership_limited 31");
  EXPECT_EQ(fill("partnership"), "92 partnership 92");
  EXPECT_EQ(fill("ordinary"), "398 ordinary 398");
}

TEST_P(SeatsFigures, M3_8_PaediatricsInTokyo2019Adopts124Of148) {
  step([](Store& s) {
    const std::vector<LimitEntry> one{{internalMedicine, tokyo, {"all", "", 124}, {}}};
    EXPECT_EQ(s.seats().publishLimits(one, s.seats().planLimits(one).plan.digest, opens, office).code, Code::ok);
    Program many = s.offices().program({}, tokyoTenSeats)->program;
    many.capacity = 200;
    EXPECT_EQ(s.offices().changeProgram({}, many, opens, office), Code::ok);
  });
  int adopted = 0, refused = 0;
  for (int applicant = 0; applicant < 148; ++applicant) {
    const DecisionOutcome outcome = adoptOne("");
    adopted += outcome.code == Code::ok;
    refused += outcome.code == Code::ceilingReached && outcome.limit == 124 && outcome.refusedBy.empty();
  }
  EXPECT_EQ(adopted, 124);
  EXPECT_EQ(refused, 24);
}

SENKOI_EVERY_ENGINE(SeatsFigures);

}  // namespace
}  // namespace senkoi::tests
