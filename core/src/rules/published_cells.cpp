#include "senkoi/rules/published_cells.hpp"

#include "senkoi/rules/text/digits.hpp"

namespace senkoi::rules {

bool isTotal(std::string_view prefecture) {
  return prefecture.find("合計") != prefecture.npos || prefecture == "計" || prefecture == "Total" ||
         prefecture == "total";
}

int seasonIn(std::string_view text) {
  Digits const found = digitsIn(text, U"'年度");
  return found.plain() && found.count == 4 ? numberIn(found.view()) : 0;
}

}  // namespace senkoi::rules
