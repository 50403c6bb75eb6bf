#include "senkoi/rules/mail_address.hpp"

namespace senkoi::rules {
namespace {

// What may be left of an address's wrapping at its ends; none of it can begin or end one.
bool wrapsAddress(char32_t point) {
  if (point >= 0x3001 && point <= 0x301F) return point != 0x3002;  // 「」、【】 but 。, which is read as a dot
  constexpr std::string_view signs{"\"()[],;<> "};
  return (point >= 0x201C && point <= 0x201F) || (point < 0x80 && signs.find(static_cast<char>(point)) != signs.npos);
}

}  // namespace

void AddressFinder::take(char32_t point, std::size_t at) {
  char32_t const sign = narrow(point);
  if (sign == '<' || (sign == ':' && !sign_)) {
    begin_ = end_ = at;
    sign_ = over_ = false;
  }
  over_ = over_ || (sign_ && (sign == '>' || sign == '?' || sign == '('));
  sign_ = sign_ || sign == '@';
  bool const wrap = over_ || wrapsAddress(sign);
  if (!wrap) end_ = at;
  if (wrap && begin_ == end_) begin_ = end_ = at;
}

}  // namespace senkoi::rules
