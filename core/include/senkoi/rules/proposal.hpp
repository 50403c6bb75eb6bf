// How a season computes what an office is proposed as limits (T7): data, not code. A rule is a list of steps; each is a
// sum of named values times exact coefficients, rounded, then kept within bounds. A step whose name is a node of the
// cell's tree proposes that node's limit; any other is a value on the way. There is no expression language.
//   2018   all = 1·mean_5, half up
//   2019   all = 95/100·previous, half up
//   2027   total = 1·mean_3 · base = 1·expected · room = 1·total − 1·base · addition = 15/100·base, at most dispatch
//          and room · ordinary = 1·base + 1·addition · linked = 1·total − 1·ordinary
// The published number binds, the lines explain. Pure, thread-safe; a result that does not fit is refused.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "senkoi/codes/code.hpp"
#include "senkoi/rules/fraction.hpp"

namespace senkoi::rules {

inline constexpr std::size_t mostSteps = 24, mostTerms = 12;

/// Coefficient times value; without a name the coefficient itself.
struct Term {
  Fraction coefficient;
  std::string name;

  bool operator==(Term const&) const = default;
};

struct Step {
  std::string name;
  std::vector<Term> terms;
  Rounding rounding = Rounding::halfUp;
  std::vector<Term> low, high;  // the result is at least each of the former, then at most each of the latter

  bool operator==(Step const&) const = default;
};

struct NamedValue {
  std::string name;
  Fraction value;

  bool operator==(NamedValue const&) const = default;
};

/// A step as it was computed, for whoever asks how a number came about (T9).
struct StepResult {
  std::string name;
  std::vector<NamedValue> terms;    // each term's value before its coefficient, in their order
  Fraction exact;                   // their sum
  std::int64_t roundedTo = 0;       // before the bounds
  std::int64_t value = 0;           // what stands
  std::optional<std::string> kept;  // the name of the bound that holds it; empty for a bound that is a number

  bool operator==(StepResult const&) const = default;
};

struct Proposal {
  Code code = Code::ok;              // or ruleOverflow, ruleNotWhole, ruleNameTwice: at `step`
  std::vector<StepResult> results;   // of each step whose values are all known
  std::string step;                  // the step at fault
  std::vector<std::string> missing;  // names that nothing gives a value to; each once

  /// None where the step was not computed.
  std::optional<std::int64_t> valueOf(std::string_view step) const;
};

/// ruleNameTwice, ruleTooLong or ok: whether a rule may be kept. `step` is set where one is at fault.
struct RuleFault {
  Code code = Code::ok;
  std::string step;
};
RuleFault checkRule(std::span<Step const> rule);

/// Step by step. A step that needs a missing value is left out, and whatever needs that step; the others stand.
Proposal propose(std::span<Step const> rule, std::span<NamedValue const> inputs);

/// Adoptions of a past season.
struct PastYear {
  int year = 0;
  std::uint32_t adopted = 0;
};

/// What the past gives every rule: mean_N, largest_N and smallest_N over the N seasons before `startYear` (1 to 10),
/// each of those that are known; a name without any known season is missing. `past` in any order, a season once.
std::vector<NamedValue> inputsFromPast(std::span<PastYear const> past, int startYear);

}  // namespace senkoi::rules
