#include "senkoi/rules/proposal.hpp"

#include <algorithm>
#include <utility>

namespace senkoi::rules {
namespace {

/// Values by name: the inputs, and each step as it is computed.
class Values {
 public:
  explicit Values(std::span<NamedValue const> inputs) : known_(inputs.begin(), inputs.end()) {}

  Fraction const* find(std::string_view name) const {
    auto const found = std::find_if(known_.begin(), known_.end(), [&](auto const& one) { return one.name == name; });
    return found == known_.end() ? nullptr : &found->value;
  }
  void add(std::string name, Fraction value) { known_.push_back({std::move(name), value}); }

 private:
  std::vector<NamedValue> known_;
};

std::optional<Fraction> valueOf(Term const& term, Values const& values) {
  if (term.name.empty()) return term.coefficient;
  Fraction const* const named = values.find(term.name);
  return named ? product(term.coefficient, *named) : std::nullopt;
}

void addMissing(std::vector<std::string>& missing, std::span<Term const> terms, Values const& values) {
  for (Term const& term : terms) {
    bool const known = term.name.empty() || values.find(term.name) != nullptr;
    if (!known && std::find(missing.begin(), missing.end(), term.name) == missing.end()) missing.push_back(term.name);
  }
}

/// The sum of the terms, each noted; none where it does not fit.
std::optional<Fraction> sumOf(Step const& step, Values const& values, StepResult& result) {
  Fraction total;
  for (Term const& term : step.terms) {
    auto const value = valueOf(term, values);
    auto const more = value ? sum(total, *value) : std::nullopt;
    if (!more) return std::nullopt;
    total = *more;
    Fraction const* const named = term.name.empty() ? nullptr : values.find(term.name);
    result.terms.push_back({term.name, named ? *named : term.coefficient});
  }
  return total;
}

/// Bounds are rounded as the step is, so that what stands is whole. `side`: 1 keeps above, −1 below.
Code keepWithin(std::span<Term const> bounds, int side, Step const& step, Values const& values, StepResult& result) {
  for (Term const& bound : bounds) {
    auto const value = valueOf(bound, values);
    if (!value) return Code::ruleOverflow;
    auto const whole = rounded(*value, step.rounding);
    if (!whole) return Code::ruleNotWhole;
    if (side * (*whole > result.value ? 1 : *whole < result.value ? -1 : 0) <= 0) continue;
    result.value = *whole;
    result.kept = bound.name;
  }
  return Code::ok;
}

Code compute(Step const& step, Values const& values, StepResult& result) {
  result.name = step.name;
  auto const exact = sumOf(step, values, result);
  if (!exact) return Code::ruleOverflow;
  result.exact = *exact;
  auto const whole = rounded(*exact, step.rounding);
  if (!whole) return Code::ruleNotWhole;
  result.roundedTo = result.value = *whole;
  Code const low = keepWithin(step.low, 1, step, values, result);
  return low == Code::ok ? keepWithin(step.high, -1, step, values, result) : low;
}

}  // namespace

std::optional<std::int64_t> Proposal::valueOf(std::string_view wanted) const {
  auto const found = std::find_if(results.begin(), results.end(), [&](auto const& one) { return one.name == wanted; });
  return found == results.end() ? std::nullopt : std::optional(found->value);
}

RuleFault checkRule(std::span<Step const> rule) {
  if (rule.size() > mostSteps) return {Code::ruleTooLong, rule[mostSteps].name};
  for (std::size_t place = 0; place < rule.size(); ++place) {
    Step const& step = rule[place];
    if (step.terms.size() + step.low.size() + step.high.size() > mostTerms) return {Code::ruleTooLong, step.name};
    auto const end = rule.begin() + static_cast<std::ptrdiff_t>(place);
    if (std::any_of(rule.begin(), end, [&](Step const& one) { return one.name == step.name; }))
      return {Code::ruleNameTwice, step.name};
  }
  return {};
}

Proposal propose(std::span<Step const> rule, std::span<NamedValue const> inputs) {
  Proposal made;
  Values values(inputs);
  for (Step const& step : rule) {
    std::vector<std::string> missing;
    for (auto const* terms : {&step.terms, &step.low, &step.high}) addMissing(missing, *terms, values);
    for (std::string& name : missing) {
      if (std::find(made.missing.begin(), made.missing.end(), name) == made.missing.end())
        made.missing.push_back(std::move(name));
    }
    if (!missing.empty()) continue;
    if (values.find(step.name) != nullptr) {
      made.code = Code::ruleNameTwice;
      made.step = step.name;
      return made;
    }
    StepResult result;
    made.code = compute(step, values, result);
    auto const value = made.code == Code::ok ? Fraction::of(result.value, 1) : std::nullopt;
    if (!value) {
      if (made.code == Code::ok) made.code = Code::ruleOverflow;
      made.step = step.name;
      return made;
    }
    values.add(step.name, *value);
    made.results.push_back(std::move(result));
  }
  return made;
}

std::vector<NamedValue> inputsFromPast(std::span<PastYear const> past, int startYear) {
  constexpr int mostYears = 10;
  std::vector<NamedValue> inputs;
  for (int years = 1; years <= mostYears; ++years) {
    std::int64_t total = 0, count = 0, largest = 0, smallest = 0;
    for (PastYear const& one : past) {
      if (one.year >= startYear || one.year < startYear - years) continue;
      std::int64_t const adopted = one.adopted;
      largest = count == 0 ? adopted : std::max(largest, adopted);
      smallest = count == 0 ? adopted : std::min(smallest, adopted);
      total += adopted;
      ++count;
    }
    if (count == 0) continue;
    std::string const last = "_" + std::to_string(years);
    inputs.push_back({"mean" + last, *Fraction::of(total, count)});
    inputs.push_back({"largest" + last, *Fraction::of(largest, 1)});
    inputs.push_back({"smallest" + last, *Fraction::of(smallest, 1)});
  }
  return inputs;
}

}  // namespace senkoi::rules
