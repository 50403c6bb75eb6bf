#include "senkoi/rules/phone.hpp"

namespace senkoi::rules {
namespace {

PhoneNumber made(char sign, std::string_view digits) {
  PhoneNumber number;
  number.characters[number.size++] = sign;
  for (char const digit : digits) number.characters[number.size++] = digit;
  return number;
}

// `digits` come without their leading zero.
PhoneNumber domestic(std::string_view digits) {
  bool const longer = digits.size() > 1 && digits[1] == '0' && digits[0] >= '5';
  if (digits.size() != (longer ? 10U : 9U)) return {Code::phoneDigits};
  return made('0', digits);
}

}  // namespace

PhoneNumber phoneNumber(Digits const& found) {
  constexpr std::size_t longest = 15;  // of any country (E.164)
  bool const abroad = found.signs == 1;
  if (found.signs > 1 || found.count > longest + 2) return {Code::phoneCharacters};
  if (found.count > longest || found.count == 0) return {Code::phoneDigits};
  std::string_view digits = found.view();
  if (!abroad && digits.substr(0, 4) != "0081") {
    if (digits.front() != '0') return {Code::phoneLeadingZero};
    return domestic(digits.substr(1));
  }
  digits.remove_prefix(abroad ? 0 : 2);
  if (digits.substr(0, 2) == "81") return domestic(digits.substr(digits.substr(2, 1) == "0" ? 3 : 2));
  return digits.size() < 7 ? PhoneNumber{Code::phoneDigits} : made('+', digits);
}

}  // namespace senkoi::rules
