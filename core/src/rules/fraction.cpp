#include "senkoi/rules/fraction.hpp"

#include <limits>
#include <numeric>

namespace senkoi::rules {
namespace {

constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();

std::optional<std::int64_t> times(std::int64_t first, std::int64_t second) {
  std::int64_t made = 0;
  return __builtin_mul_overflow(first, second, &made) ? std::nullopt : std::optional(made);
}

std::optional<std::int64_t> plus(std::int64_t first, std::int64_t second) {
  std::int64_t made = 0;
  return __builtin_add_overflow(first, second, &made) ? std::nullopt : std::optional(made);
}

/// Towards minus infinity; `remainder` is what is left, never negative.
struct Division {
  std::int64_t whole, remainder;
};
Division divide(std::int64_t numerator, std::int64_t denominator) {
  Division found{numerator / denominator, numerator % denominator};
  if (found.remainder < 0) --found.whole, found.remainder += denominator;
  return found;
}

/// 1 to 7 digits.
std::optional<std::int64_t> digitsOf(std::string_view text) {
  if (text.empty() || text.size() > 7) return std::nullopt;
  std::int64_t number = 0;
  for (char const digit : text) {
    if (digit < '0' || digit > '9') return std::nullopt;
    number = 10 * number + (digit - '0');
  }
  return number;
}

}  // namespace

std::optional<Fraction> Fraction::of(std::int64_t numerator, std::int64_t denominator) {
  // The lowest number has no opposite: refused, so that every fraction has one.
  if (denominator == 0 || denominator == lowest || numerator == lowest) return std::nullopt;
  std::int64_t const common = std::gcd(numerator, denominator) * (denominator < 0 ? -1 : 1);
  Fraction made;
  made.numerator_ = numerator / common;
  made.denominator_ = denominator / common;
  return made;
}

std::optional<Fraction> fractionOf(std::string_view text) {
  bool const negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  bool const percent = !text.empty() && text.back() == '%';
  if (percent) text.remove_suffix(1);
  std::size_t const slash = text.find('/'), dot = text.find('.');
  if (slash != text.npos && (dot != text.npos || percent)) return std::nullopt;
  std::size_t const cut = slash != text.npos ? slash : dot;
  auto const whole = digitsOf(text.substr(0, cut));
  auto const behind = cut == text.npos ? std::optional<std::int64_t>(0) : digitsOf(text.substr(cut + 1));
  if (!whole || !behind) return std::nullopt;
  std::int64_t numerator = *whole, denominator = slash != text.npos ? *behind : 1;
  if (dot != text.npos) {
    for (std::size_t digit = dot + 1; digit < text.size(); ++digit) numerator *= 10, denominator *= 10;
    numerator += *behind;
  }
  return Fraction::of(negative ? -numerator : numerator, percent ? 100 * denominator : denominator);
}

std::optional<Fraction> sum(Fraction first, Fraction second) {
  std::int64_t const common = std::gcd(first.denominator(), second.denominator());
  auto const left = times(first.numerator(), second.denominator() / common);
  auto const right = times(second.numerator(), first.denominator() / common);
  auto const denominator = times(first.denominator(), second.denominator() / common);
  if (!left || !right || !denominator) return std::nullopt;
  auto const numerator = plus(*left, *right);
  return numerator ? Fraction::of(*numerator, *denominator) : std::nullopt;
}

std::optional<Fraction> product(Fraction first, Fraction second) {
  // Crosswise in lowest terms before they are multiplied: nothing overflows that the result would hold.
  auto const one = Fraction::of(first.numerator(), second.denominator());
  auto const other = Fraction::of(second.numerator(), first.denominator());
  auto const numerator = times(one->numerator(), other->numerator());
  auto const denominator = times(one->denominator(), other->denominator());
  if (!numerator || !denominator) return std::nullopt;
  return Fraction::of(*numerator, *denominator);
}

// By whole parts, then by the inverses of what remains, as continued fractions are compared: no product is made.
int compare(Fraction first, Fraction second) {
  bool turned = false;
  std::int64_t numerator = first.numerator(), denominator = first.denominator();
  std::int64_t otherNumerator = second.numerator(), otherDenominator = second.denominator();
  while (true) {
    Division const one = divide(numerator, denominator), other = divide(otherNumerator, otherDenominator);
    int const sign = one.whole != other.whole ? (one.whole < other.whole ? -1 : 1)
                     : one.remainder == 0 || other.remainder == 0
                         ? (one.remainder != 0 ? 1 : 0) - (other.remainder != 0 ? 1 : 0)
                         : 2;
    if (sign != 2) return turned ? -sign : sign;
    numerator = denominator, denominator = one.remainder;
    otherNumerator = otherDenominator, otherDenominator = other.remainder;
    turned = !turned;
  }
}

std::optional<std::int64_t> rounded(Fraction number, Rounding rounding) {
  Division const found = divide(number.numerator(), number.denominator());
  switch (rounding) {
    case Rounding::down:
      return found.whole;
    case Rounding::up:
      return found.whole + (found.remainder > 0 ? 1 : 0);
    case Rounding::none:
      return found.remainder == 0 ? std::optional(found.whole) : std::nullopt;
    default:
      // No doubling: the remainder may be as large as any number.
      return found.whole + (found.remainder >= number.denominator() - found.remainder ? 1 : 0);
  }
}

}  // namespace senkoi::rules
