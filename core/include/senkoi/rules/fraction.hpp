// Exact fractions for the computing of limits (T7): what a coefficient such as 15/100 makes of a number is never a
// matter of binary rounding. Values in lowest terms; an operation whose result needs more than 63 bits has no result.
// Pure, thread-safe.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace senkoi::rules {

class Fraction {
 public:
  constexpr Fraction() = default;
  constexpr Fraction(std::int32_t whole) : numerator_(whole) {}

  /// None for a denominator of zero, and where lowest terms do not fit.
  static std::optional<Fraction> of(std::int64_t numerator, std::int64_t denominator);

  std::int64_t numerator() const { return numerator_; }
  std::int64_t denominator() const { return denominator_; }  // above zero
  bool operator==(Fraction const&) const = default;

 private:
  std::int64_t numerator_ = 0, denominator_ = 1;
};

/// "15/100", "-20/100", "3", "0.95", "95%", in half-width characters; none for any other text.
std::optional<Fraction> fractionOf(std::string_view text);

/// None where the result does not fit.
std::optional<Fraction> sum(Fraction first, Fraction second);
std::optional<Fraction> product(Fraction first, Fraction second);

/// Negative, zero or positive as `first` is below, equal to or above `second`. Exact for every pair.
int compare(Fraction first, Fraction second);

/// halfUp: the nearest whole number, a half goes up (−0.5 → 0). down and up: to the next one below or above. none:
/// whole numbers alone pass.
enum class Rounding : std::uint8_t { halfUp, down, up, none };

inline constexpr std::array<std::string_view, 4> roundingNames{"half_up", "down", "up", "none"};

constexpr std::string_view name(Rounding rounding) {
  return roundingNames[static_cast<std::size_t>(rounding)];
}

/// None for any other text.
constexpr std::optional<Rounding> roundingOf(std::string_view text) {
  for (std::size_t i = 0; i < roundingNames.size(); ++i) {
    if (roundingNames[i] == text) return static_cast<Rounding>(i);
  }
  return std::nullopt;
}

/// None where nothing may be rounded and the number is not whole.
std::optional<std::int64_t> rounded(Fraction number, Rounding rounding);

}  // namespace senkoi::rules
