// The tree of a cell's limits (T3, T5, T6), and that it is the ceiling of 2018 where it has one node.
#include "senkoi/rules/limit_tree.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <map>
#include <random>

#include "senkoi/codes/code_table.hpp"

namespace senkoi::rules {
namespace {

using Nodes = std::vector<LimitNode>;
using Limit = std::optional<std::int64_t>;

constexpr OfferSeats room{0, 1000};

Nodes skin2027() {
  return {{"all", "", 67},
          {"ordinary", "all", 42},
          {"linked", "all", 25},
          {"partnership", "linked", 19},
          {"special", "linked", 6}};
}

std::vector<Code> codesOf(Nodes nodes, std::vector<std::string_view> const& used = {}) {
  std::vector<Code> codes;
  for (LimitFault const& fault : LimitTree(std::move(nodes)).check(used)) codes.push_back(fault.code);
  return codes;
}

/// Adopts one after the other and keeps the counts.
struct Cell {
  explicit Cell(Nodes nodes) : tree(std::move(nodes)) {}

  AdoptionAnswer adopt(std::string_view kind, Counting counting = {}, OfferSeats offer = room) {
    auto const sums = tree.adopted(counts);
    AdoptionAnswer const answer = mayAdopt(offer, tree, sums, kind, counting);
    if (answer.code == Code::ok && counting.atCeiling) counts.push_back({kind, 1});
    return answer;
  }
  int adoptUntilRefused(std::string_view kind) {
    int adopted = 0;
    while (adopted < 10'000 && adopt(kind).code == Code::ok) ++adopted;
    return adopted;
  }
  std::string refusing(std::string_view kind) {
    AdoptionAnswer const answer = adopt(kind);
    return answer.code == Code::limitReached ? tree.nodes()[answer.node].key : std::string(key(answer.code));
  }

  LimitTree tree;
  std::vector<KindCount> counts;
};

TEST(LimitTree, T5_SkinInTokyo2027Takes42OrdinaryAndGoesOnWithLinked) {
  Cell cell(skin2027());
  EXPECT_EQ(cell.adoptUntilRefused("ordinary"), 42);
  EXPECT_EQ(cell.refusing("ordinary"), "ordinary");
  EXPECT_EQ(cell.adoptUntilRefused("special"), 6);
  EXPECT_EQ(cell.refusing("special"), "special");
  EXPECT_EQ(cell.adoptUntilRefused("partnership"), 19);
  EXPECT_EQ(cell.refusing("partnership"), "partnership");
}

TEST(LimitTree, T5_TheGroupRefusesWhereItsKindsAreNotFull) {
  Nodes nodes = skin2027();
  nodes[3].limit = 25;
  Cell cell(nodes);
  EXPECT_EQ(cell.adoptUntilRefused("partnership"), 25);
  EXPECT_EQ(cell.refusing("partnership"), "partnership");
  EXPECT_EQ(cell.refusing("special"), "linked") << "the first full node on the way up";
  EXPECT_EQ(cell.adopt("ordinary").code, Code::ok);
}

TEST(LimitTree, T5_MedicineInTokyo2025StandsBesideItsSpecialSeats) {
  Nodes const nodes{{"with_special", "", 573},      {"all", "with_special", 521},
                    {"ordinary", "all", 398},       {"linked", "all", 123},
                    {"partnership", "linked", 92},  {"partnership_limited", "linked", 31},
                    {"special", "with_special", 52}};
  Cell special(nodes);
  EXPECT_EQ(special.adoptUntilRefused("special"), 52);
  EXPECT_EQ(special.refusing("special"), "special") << "though all has room";
  Cell whole(nodes);
  whole.adoptUntilRefused("ordinary"), whole.adoptUntilRefused("partnership");
  whole.adoptUntilRefused("partnership_limited");
  EXPECT_EQ(whole.tree.adopted(whole.counts)[1], 521);
  EXPECT_EQ(whole.adoptUntilRefused("special"), 52) << "a full ceiling does not stop special";
}

TEST(LimitTree, T4_WhoDoesNotCountPassesAFullTreeAndNotAFullOffer) {
  Cell cell(skin2027());
  cell.adoptUntilRefused("ordinary");
  Counting const quota{false, true};
  EXPECT_EQ(cell.adopt("ordinary", quota).code, Code::ok);
  EXPECT_EQ(cell.adopt("ordinary", quota, {3, 3}).code, Code::capacityReached);
  EXPECT_EQ(cell.adopt("ordinary", quota, {3, 3, false}).code, Code::offerReached);
  EXPECT_EQ(cell.adopt("ordinary", {false, false}, {3, 3}).code, Code::ok) << "a double board counts nowhere";
  EXPECT_EQ(cell.refusing("ordinary"), "ordinary");
}

TEST(LimitTree, T5_AKindWithoutNodeIsNeverUnlimited) {
  EXPECT_EQ(Cell(skin2027()).adopt("designated_physician").code, Code::kindWithoutLimit);
  EXPECT_EQ(Cell({}).adopt("designated_physician").code, Code::ok) << "the cell has no ceiling";
}

TEST(LimitTree, T3_ANodeWithoutLimitOnlyGroups) {
  Cell cell({{"all", "", {}}, {"ordinary", "all", 1}, {"special", "all", 1}});
  EXPECT_EQ(cell.adoptUntilRefused("ordinary"), 1);
  EXPECT_EQ(cell.adoptUntilRefused("special"), 1);
  EXPECT_EQ(cell.tree.limitOfAll(), Limit());
  EXPECT_EQ(leftBelow(std::nullopt, 2), Limit());
  EXPECT_EQ(leftBelow(1, 2), Limit(0)) << "never below zero";
}

TEST(LimitTree, T3_TheLimitOfAllIsTheOnlyRoots) {
  EXPECT_EQ(LimitTree(skin2027()).limitOfAll(), Limit(67));
  EXPECT_EQ(LimitTree({{"all", "", 5}, {"special", "", 2}}).limitOfAll(), Limit());
  EXPECT_EQ(LimitTree().limitOfAll(), Limit());
  EXPECT_EQ(LimitTree::ofOne(4).limitOfAll(), Limit(4));
}

TEST(LimitTree, T6_ASoundTreeHasNoFault) {
  EXPECT_TRUE(LimitTree(skin2027()).check(std::vector<std::string_view>{"ordinary", "partnership", "special"}).empty());
  EXPECT_TRUE(LimitTree().check(std::vector<std::string_view>{"ordinary"}).empty());
  EXPECT_TRUE(LimitTree::ofOne(4).check(std::vector<std::string_view>{"ordinary"}).empty());
}

TEST(LimitTree, T6_EachFaultHasItsCode) {
  EXPECT_EQ(codesOf({{"a", "b", 1}}), std::vector{Code::limitParentUnknown});
  EXPECT_EQ(codesOf({{"a", "a", 1}}), std::vector{Code::limitCycle});
  EXPECT_EQ(codesOf({{"a", "b", 1}, {"b", "a", 1}}), (std::vector{Code::limitCycle, Code::limitCycle}));
  EXPECT_EQ(codesOf({{"x", "a", 1}, {"a", "b", 1}, {"b", "a", 1}}).size(), 3u) << "what hangs on a ring as well";
  EXPECT_EQ(codesOf({{"a", "", 1}, {"b", "a", 1}, {"c", "b", 1}, {"d", "c", 1}}), std::vector<Code>{});
  EXPECT_EQ(codesOf({{"a", "", 1}, {"b", "a", 1}, {"c", "b", 1}, {"d", "c", 1}, {"e", "d", 1}}),
            std::vector{Code::limitTooDeep});
  EXPECT_EQ(codesOf({{"a", "", 1}, {"a", "", 2}}), std::vector{Code::limitNodeTwice});
  EXPECT_EQ(codesOf({{"a", "", 5}, {"b", "a", 6}}, {"b"}),
            (std::vector{Code::limitSumDiffers, Code::limitAboveParent}));
  EXPECT_EQ(codesOf({{"a", "", 5}, {"g", "a", {}}, {"b", "g", 6}}), std::vector{Code::limitAboveParent})
      << "past a node that only groups";
  EXPECT_EQ(codesOf(skin2027(), {"ordinary", "designated_physician"}), std::vector{Code::kindWithoutLimit});
  Nodes many;
  for (std::size_t i = 0; i <= mostLimits; ++i) many.push_back({"k" + std::to_string(i), "", 1});
  EXPECT_EQ(codesOf(many), std::vector{Code::limitTooMany});
}

TEST(LimitTree, T6_ChildrenThatDoNotAddUpAreWarnedOfWithTheirSum) {
  Nodes nodes = skin2027();
  nodes[1].limit = 40;
  auto const faults = LimitTree(nodes).check({});
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_EQ(faults[0], (LimitFault{Code::limitSumDiffers, "all", "", 67, 65}));
  EXPECT_FALSE(refuses(faults[0].code));
}

TEST(LimitTree, T6_NoLimitGoesBelowThoseAdopted) {
  LimitTree const tree(skin2027());
  auto const adopted = tree.adopted(std::vector<KindCount>{{"ordinary", 43}, {"special", 2}});
  auto const faults = tree.checkAdopted(adopted);
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_EQ(faults[0], (LimitFault{Code::limitBelowAdopted, "ordinary", "", 42, 43}));
}

AdoptionAnswer underCeiling(OfferSeats offer, std::int64_t inCell, Limit ceiling) {
  LimitTree const tree = LimitTree::ofOne(ceiling);
  return mayAdopt(offer, tree, tree.adopted(std::vector<KindCount>{{ordinaryKind, inCell}}), ordinaryKind);
}

TEST(LimitTree, M3_8_Of220ApplicantsUnderACeilingOf210TenAreNotAdopted) {
  Cell cell({{"all", "", 210}});
  int refused = 0;
  for (int applicant = 0; applicant < 220; ++applicant) {
    AdoptionAnswer const answer = cell.adopt(ordinaryKind, {}, {static_cast<std::int64_t>(cell.counts.size()), 230});
    refused += answer.code == Code::ceilingReached;
  }
  EXPECT_EQ(refused, 10);
  EXPECT_EQ(cell.counts.size(), 210u);
}

TEST(LimitTree, S2_StopsAtTheCapacityOfTheProgram) {
  EXPECT_EQ(underCeiling({4, 5}, 0, {}).code, Code::ok);
  EXPECT_EQ(underCeiling({5, 5}, 0, {}).code, Code::capacityReached);
  EXPECT_EQ(underCeiling({6, 5}, 0, {}).code, Code::capacityReached);
  EXPECT_EQ(underCeiling({0, 0}, 0, {}).code, Code::capacityReached);
}

TEST(LimitTree, S2_StopsAtTheCeilingOfTheCell) {
  EXPECT_EQ(underCeiling({0, 5}, 123, 124).code, Code::ok);
  EXPECT_EQ(underCeiling({0, 5}, 124, 124).code, Code::ceilingReached);
  EXPECT_EQ(underCeiling({0, 5}, 0, 0).code, Code::ceilingReached);
  EXPECT_EQ(underCeiling({0, 5}, 1000, {}).code, Code::ok);
}

// What decided before there were kinds, word for word.
Code decidedBefore(std::int64_t inProgram, std::int64_t capacity, std::int64_t inCell, Limit ceiling) {
  if (inProgram >= capacity) return Code::capacityReached;
  if (ceiling && inCell >= *ceiling) return Code::ceilingReached;
  return Code::ok;
}

TEST(LimitTree, T3_ATreeOfOneNodeAnswersAsTheCeilingOf2018InAMillionCases) {
  std::mt19937 random(2018);
  std::uniform_int_distribution<std::int64_t> few(0, 4), many(0, 1000);
  for (int i = 0; i < 1'000'000; ++i) {
    auto& number = i % 2 == 0 ? few : many;
    OfferSeats const offer{number(random), number(random)};
    std::int64_t const inCell = number(random);
    Limit const ceiling = random() % 5 == 0 ? Limit() : Limit(number(random));
    ASSERT_EQ(underCeiling(offer, inCell, ceiling).code, decidedBefore(offer.adopted, offer.seats, inCell, ceiling));
  }
}

/// A random sound tree whose kinds are its nodes.
Nodes randomTree(std::mt19937& random) {
  Nodes nodes{{"n0", "", std::nullopt}};
  std::vector<std::size_t> depths{1};
  std::size_t const size = 2 + random() % 7;
  while (nodes.size() < size) {
    std::size_t const parent = random() % nodes.size();
    if (depths[parent] == deepestLimit) continue;
    nodes.push_back({"n" + std::to_string(nodes.size()), nodes[parent].key, {}});
    depths.push_back(depths[parent] + 1);
  }
  for (LimitNode& node : nodes) {
    if (random() % 4 != 0) node.limit = static_cast<std::int64_t>(random() % 8);
  }
  return nodes;
}

/// Counts below a node by walking up from every person anew: another way than the tree's.
std::int64_t countBelow(Nodes const& nodes, std::string_view at,
                        std::vector<std::pair<std::string, Counting>> const& people) {
  std::int64_t count = 0;
  for (auto const& [kind, counting] : people) {
    std::string_view up = kind;
    while (!up.empty() && up != at)
      up = std::find_if(nodes.begin(), nodes.end(), [&](LimitNode const& node) { return node.key == up; })->parent;
    count += counting.atCeiling && up == at;
  }
  return count;
}

TEST(LimitTree, T5_NoOrderOfAdoptionsReversalsAndClassChangesPassesAnyNode) {
  std::mt19937 random(14);
  for (int world = 0; world < 400; ++world) {
    Nodes const nodes = randomTree(random);
    LimitTree const tree(nodes);
    std::vector<std::pair<std::string, Counting>> people;
    auto const allowed = [&](std::string const& kind, Counting counting) {
      std::vector<KindCount> counts;
      for (auto const& [theirs, counted] : people) counts.push_back({theirs, counted.atCeiling ? 1 : 0});
      return mayAdopt(room, tree, tree.adopted(counts), kind, counting).code == Code::ok;
    };
    for (int step = 0; step < 120; ++step) {
      std::string const kind = nodes[random() % nodes.size()].key;
      Counting const counting{random() % 4 != 0, true};
      auto const one = people.empty() ? people.end() : people.begin() + static_cast<int>(random() % people.size());
      if (one == people.end() || random() % 2 == 0) {
        if (allowed(kind, counting)) people.emplace_back(kind, counting);
      } else if (random() % 2 == 0) {
        people.erase(one);
      } else {  // another class or kind: out, and in again where that is allowed
        auto const before = *one;
        people.erase(one);
        people.push_back(allowed(kind, counting) ? std::pair{kind, counting} : before);
      }
      for (LimitNode const& node : nodes) {
        if (node.limit) {
          ASSERT_LE(countBelow(nodes, node.key, people), *node.limit) << node.key;
        }
      }
    }
  }
}

TEST(LimitTree, T6_AnyNodesHaveAnEndToTheirPaths) {
  std::mt19937 random(6);
  for (int world = 0; world < 2000; ++world) {
    Nodes nodes;
    for (std::size_t i = random() % 8; i > 0; --i) {
      nodes.push_back({std::string(1, static_cast<char>('a' + random() % 5)),
                       random() % 3 == 0 ? "" : std::string(1, static_cast<char>('a' + random() % 6)),
                       {}});
    }
    LimitTree const tree(nodes);
    for (char kind = 'a'; kind < 'f'; ++kind) EXPECT_LE(tree.path(std::string(1, kind)).size(), deepestLimit);
    (void)tree.check({});
  }
}

}  // namespace
}  // namespace senkoi::rules
