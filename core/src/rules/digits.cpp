#include "senkoi/rules/text/digits.hpp"

#include <algorithm>

namespace senkoi::rules {

std::size_t Digits::groupSize(std::size_t place) const {
  return ends[place] - (place == 0 ? 0 : ends[place - 1]);
}

int Digits::group(std::size_t place) const {
  std::size_t const size = groupSize(place);
  if (size > 4 || ends[place] > most) return -1;
  return numberIn(view().substr(ends[place] - size, size));
}

void Digits::pad() {
  std::copy_backward(digits.begin(), digits.begin() + count, digits.begin() + count + 1);
  digits[0] = '0';
  ++count;
}

bool isNumberSign(char32_t point) {
  constexpr std::u16string_view signs = u".,:;'\"#_/()[]=*~|\u00B7\u30FB第号番№℡";
  if (isHyphen(point) || (point >= 0x2010 && point <= 0x2027) || (point >= 0xFF61 && point <= 0xFF65)) return true;
  if (point >= 0x3001 && point <= 0x301F && (point < 0x3005 || point > 0x3007)) return true;  // 、。「」〒
  return point < 0x10000 && signs.find(static_cast<char16_t>(narrow(point))) != signs.npos;
}

bool isLabelLetter(char32_t point) {
  bool const letter = isAsciiLetter(narrow(point)) || (point >= 0x3041 && point <= 0x30FE) || isKanji(point) ||
                      (point >= 0xFF66 && point <= 0xFF9F);
  return letter && !isNumberSign(point);
}

void DigitReader::endTen() {
  if (ten_) found_.add(0);
  ten_ = false;
}

void DigitReader::endWord() {
  found_.others = found_.others || latin_ == 1;
  latin_ = 0;
}

void DigitReader::endGroup() {
  endTen();
  if (found_.count == (found_.groups == 0 ? 0 : found_.ends[found_.groups - 1])) return;
  found_.groups += found_.groups < Digits::mostGroups;
  found_.ends[found_.groups - 1] = found_.count;
}

void DigitReader::takeTen() {
  endTen();
  if (!afterDigit_) found_.add(1);
  ten_ = true;
}

void DigitReader::takeOther(char32_t point, char32_t read, bool mayStand) {
  endGroup();
  bool const labels = between_ == pasted;
  found_.signs += read == '+';
  point_ = std::string_view::npos;
  if (labels && isLabelLetter(point)) {
    word_ = true;
    latin_ += read < 0x80;
    if (found_.count > 0) found_.beforeWord = std::min(found_.beforeWord, found_.count);
    return;
  }
  endWord();
  othersAtPoint_ = found_.others;
  if (read == '.' && found_.count > 0) point_ = found_.count;
  bool const sign = labels && (isNumberSign(point) || (read == '+' && found_.count == 0));
  found_.others = found_.others || !(sign || mayStand);
}

void DigitReader::take(char32_t point) {
  char32_t const read = isHyphen(point) ? U'-' : lower(narrow(point));
  bool const mayStand = between_.find(read) != std::u32string_view::npos;
  int const digit = read == U'元' && mayStand ? 1 : digitOf(point);
  if (digit >= 0 || isSpace(point)) endWord();
  if (digit >= 0) {
    found_.add(digit);
    ten_ = false;
  } else if (point == U'十') {
    takeTen();
  } else if (!isSpace(point)) {
    takeOther(point, read, mayStand);
  }
  afterDigit_ = digit >= 0;
}

Digits const& DigitReader::end() {
  endTen();
  endWord();
  std::string_view const behind = found_.view().substr(std::min(point_, found_.view().size()));
  if (behind == "0" || behind == "00") {
    found_.count = point_;
    found_.others = othersAtPoint_;
  }
  endGroup();
  found_.others = found_.others || (word_ && found_.count == 0);
  return found_;
}

}  // namespace senkoi::rules
