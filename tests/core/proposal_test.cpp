// How a season computes what an office is proposed (T7): the rules of 2018 to 2027 as data.
#include "senkoi/rules/proposal.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <random>

#include "senkoi/rules/ceiling.hpp"

namespace senkoi::rules {
namespace {

using Rule = std::vector<Step>;
using Inputs = std::vector<NamedValue>;

Fraction ratio(std::int64_t numerator, std::int64_t denominator) {
  return Fraction::of(numerator, denominator).value();
}

Rule const of2018{{"all", {{1, "mean_5"}}, Rounding::halfUp, {}, {}}};
Rule const of2019{{"all", {{ratio(95, 100), "previous"}}, Rounding::halfUp, {}, {}}};
Rule const of2021{
    {"ordinary", {{ratio(8, 10), "A"}, {ratio(2, 10), "B"}}, Rounding::halfUp, {}, {}},
    {"limited", {{ratio(5, 100), "A"}, {ratio(-5, 100), "B"}}, Rounding::halfUp, {}, {}},
    {"lack", {{ratio(95, 100), "previous"}, {-1, "ordinary"}, {-1, "linked"}}, Rounding::halfUp, {{0, ""}}, {}}};
Rule const of2027{{"total", {{1, "mean_3"}}, Rounding::halfUp, {}, {}},
                  {"base", {{1, "expected"}}, Rounding::halfUp, {}, {}},
                  {"room", {{1, "total"}, {-1, "base"}}, Rounding::none, {}, {}},
                  {"addition", {{ratio(15, 100), "base"}}, Rounding::halfUp, {}, {{1, "dispatch"}, {1, "room"}}},
                  {"ordinary", {{1, "base"}, {1, "addition"}}, Rounding::none, {}, {}},
                  {"linked", {{1, "total"}, {-1, "ordinary"}}, Rounding::none, {}, {}},
                  {"all", {{1, "total"}}, Rounding::none, {}, {}}};

TEST(Proposal, T7_TheRuleOf2018IsTheMeanOfFiveYears) {
  std::mt19937 random(2018);
  for (int i = 0; i < 100'000; ++i) {
    std::vector<PastYear> past;
    std::vector<std::uint32_t> adoptions;
    for (int year = 2013; year < 2018; ++year) {
      if (random() % 6 == 0) continue;
      past.push_back({year, static_cast<std::uint32_t>(random() % 600)});
      adoptions.push_back(past.back().adopted);
    }
    past.push_back({2012, 9000});
    past.push_back({2018, 9000});
    auto const made = propose(of2018, inputsFromPast(past, 2018)).valueOf("all");
    if (adoptions.empty()) {
      ASSERT_EQ(made, std::nullopt) << "no season is known: no proposal, not a zero";
    } else {
      ASSERT_EQ(made, ceilingFromPast(adoptions));
    }
  }
}

TEST(Proposal, T7_2019IsLastYearsNumberLessFivePercent) {
  EXPECT_EQ(propose(of2019, Inputs{{"previous", 130}}).valueOf("all"), 124) << "123.5 goes up";
  EXPECT_EQ(propose(of2019, Inputs{{"previous", 131}}).valueOf("all"), 124);
  EXPECT_EQ(propose(of2019, {}).valueOf("all"), std::nullopt);
  EXPECT_EQ(propose(of2019, {}).missing, std::vector<std::string>{"previous"});
}

// ceilings-today.md §3.5: the terms of 東京 内科 2025.
TEST(Proposal, T7_TheFormulaOf2020GivesMedicineInTokyoItsPartsAlthoughATermIsNegative) {
  for (int b = -96; b <= -92; ++b) {
    Proposal const made = propose(of2021, Inputs{{"A", 521}, {"B", b}});
    EXPECT_EQ(made.valueOf("ordinary"), 398) << b;
    EXPECT_EQ(made.valueOf("limited"), 31) << b;
  }
}

TEST(Proposal, T7_TheLackOf2021IsNeverBelowZero) {
  Inputs inputs{{"A", 100}, {"B", 50}, {"linked", 2}, {"previous", 105}};
  EXPECT_EQ(propose(of2021, inputs).valueOf("lack"), 8) << "99.75 − 92 = 7.75";
  inputs[3].value = 90;
  Proposal const made = propose(of2021, inputs);
  EXPECT_EQ(made.valueOf("lack"), 0);
  EXPECT_EQ(made.results.back().roundedTo, -6) << "85.5 − 92, a half goes up";
  EXPECT_EQ(made.results.back().kept, std::string{}) << "kept by a number without a name";
}

// ceilings-today.md §3.2, §3.4: 皮膚科 2027. National mean of 2023–25 times the prefecture's share of the population.
TEST(Proposal, T7_TheRuleOf2027GivesEachRowOfTheDraftForSkin) {
  struct Row {
    char const* prefecture;
    int population, dispatch, total, base, addition, linked;
  };
  for (Row const& row : {Row{"Tokyo", 14178, 9, 66, 36, 5, 25}, Row{"Ishikawa", 1098, 0, 6, 3, 0, 3},
                         Row{"Aichi", 7465, 9, 25, 19, 3, 3}, Row{"Kyoto", 2515, 9, 11, 6, 1, 4},
                         Row{"Hyogo", 5337, 9, 14, 14, 0, 0}, Row{"Okayama", 1835, 9, 6, 5, 1, 0}}) {
    Fraction const expected = product(ratio(348 + 297 + 308, 3), ratio(row.population, 123802)).value();
    Proposal const made =
        propose(of2027, Inputs{{"mean_3", row.total}, {"expected", expected}, {"dispatch", row.dispatch}});
    ASSERT_EQ(made.code, Code::ok);
    EXPECT_EQ(made.valueOf("base"), row.base) << row.prefecture;
    EXPECT_EQ(made.valueOf("addition"), row.addition) << row.prefecture;
    EXPECT_EQ(made.valueOf("ordinary"), row.base + row.addition) << row.prefecture;
    EXPECT_EQ(made.valueOf("linked"), row.linked) << row.prefecture;
    EXPECT_EQ(made.valueOf("all"), row.total) << row.prefecture;
  }
}

TEST(Proposal, T9_EachStepTellsItsTermsAndWhatKeptIt) {
  Proposal const made = propose(of2027, Inputs{{"mean_3", 14}, {"expected", ratio(137, 10)}, {"dispatch", 9}});
  StepResult const& addition = made.results[3];
  EXPECT_EQ(addition.name, "addition");
  EXPECT_EQ(addition.terms, (Inputs{{"base", 14}}));
  EXPECT_EQ(addition.exact, ratio(21, 10));
  EXPECT_EQ(addition.roundedTo, 2);
  EXPECT_EQ(addition.value, 0);
  EXPECT_EQ(addition.kept, "room");
}

TEST(Proposal, T7_AStepThatLacksAValueIsLeftOutAndTheOthersStand) {
  Proposal const made = propose(of2027, Inputs{{"mean_3", 66}});
  EXPECT_EQ(made.code, Code::ok);
  EXPECT_EQ(made.valueOf("all"), 66);
  EXPECT_EQ(made.valueOf("ordinary"), std::nullopt);
  EXPECT_EQ(made.missing, (std::vector<std::string>{"expected", "base", "dispatch", "room", "addition", "ordinary"}));
}

TEST(Proposal, T7_WhatDoesNotFitOrIsNotWholeIsRefusedAtItsStep) {
  Fraction const large = ratio(std::numeric_limits<std::int64_t>::max(), 1);
  Proposal const over = propose(Rule{{"a", {{2, "x"}}, Rounding::down, {}, {}}}, Inputs{{"x", large}});
  EXPECT_EQ(over.code, Code::ruleOverflow);
  EXPECT_EQ(over.step, "a");
  Proposal const part = propose(Rule{{"a", {{ratio(1, 2), "x"}}, Rounding::none, {}, {}}}, Inputs{{"x", 3}});
  EXPECT_EQ(part.code, Code::ruleNotWhole);
  EXPECT_EQ(part.step, "a");
  EXPECT_EQ(propose(Rule{{"x", {{1, "x"}}, Rounding::none, {}, {}}}, Inputs{{"x", 3}}).code, Code::ruleNameTwice)
      << "a step may not stand for an input";
}

TEST(Proposal, T7_ARuleNamesEachStepOnceAndIsShort) {
  EXPECT_EQ(checkRule(of2027).code, Code::ok);
  EXPECT_EQ(checkRule(Rule{of2018[0], of2018[0]}).code, Code::ruleNameTwice);
  EXPECT_EQ(checkRule(Rule{{"a", std::vector<Term>(mostTerms + 1, {1, "x"}), Rounding::down, {}, {}}}).code,
            Code::ruleTooLong);
  Rule longest;
  for (std::size_t i = 0; i <= mostSteps; ++i) longest.push_back({"s" + std::to_string(i), {}, Rounding::down, {}, {}});
  EXPECT_EQ(checkRule(longest).code, Code::ruleTooLong);
}

TEST(Proposal, T7_ThePastGivesMeansAndExtremesOfTheYearsThatAreKnown) {
  std::vector<PastYear> const past{{2025, 9}, {2023, 12}, {2020, 30}};
  auto const inputs = inputsFromPast(past, 2026);
  auto const value = [&](std::string_view name) -> std::optional<Fraction> {
    for (NamedValue const& one : inputs) {
      if (one.name == name) return one.value;
    }
    return std::nullopt;
  };
  EXPECT_EQ(value("mean_1"), Fraction(9));
  EXPECT_EQ(value("mean_3"), ratio(21, 2));
  EXPECT_EQ(value("largest_3"), Fraction(12)) << "small cells of 2020–2025";
  EXPECT_EQ(value("smallest_3"), Fraction(9));
  EXPECT_EQ(value("mean_10"), Fraction(17));
  EXPECT_TRUE(inputsFromPast({}, 2026).empty());
}

}  // namespace
}  // namespace senkoi::rules
