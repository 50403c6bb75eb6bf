#include "senkoi/rules/limit_table.hpp"

namespace senkoi::rules {
namespace {

using Number = LimitRow::Number;

Number plus(Number first, std::int64_t more) {
  return first ? Number(*first + more) : Number();
}

// Special seats stood beside the ceiling until 2025.
bool specialOutside(LimitRow const& row) {
  return row.special && !row.linked;
}

void add(std::vector<LimitNode>& nodes, std::string_view key, std::string_view parent, Number limit) {
  if (limit) nodes.push_back({std::string(key), std::string(parent), limit});
}

void compare(std::vector<RowDifference>& found, std::string_view label, Number parts, Number stands) {
  if (parts && stands && *parts != *stands) found.push_back({std::string(label), *parts, *stands});
}

}  // namespace

std::vector<LimitNode> nodesOf(LimitRow const& row) {
  std::vector<LimitNode> nodes;
  std::int64_t const fullTime = row.fullTime.value_or(0);
  bool const outside = specialOutside(row);
  Number const linked = row.linked ? row.linked : row.partnership;
  if (outside) {
    add(nodes, kinds::withSpecial, {}, plus(row.ceiling, fullTime));
    add(nodes, wholeCell, row.ceiling ? kinds::withSpecial : std::string_view{},
        plus(row.ceiling, fullTime - *row.special));
  } else {
    add(nodes, wholeCell, {}, plus(row.ceiling, fullTime));
  }
  std::string_view const top = row.ceiling ? wholeCell : std::string_view{};
  add(nodes, ordinaryKind, top, plus(row.ordinary, fullTime));
  bool const parts = row.linked ? row.partnership || row.special : row.limited.has_value();
  std::string_view const group = kinds::linked;
  if (!parts) {
    // Its parts are not known, or there are none: the number binds every linked kind together.
    add(nodes, group, top, linked);
    if (linked) {
      nodes.push_back({std::string(kinds::partnership), std::string(group), {}});
      nodes.push_back({std::string(kinds::partnershipLimited), std::string(group), {}});
      if (!outside) nodes.push_back({std::string(kinds::special), std::string(group), {}});
    }
  } else {
    add(nodes, group, top, linked);
    add(nodes, kinds::partnership, group, plus(row.partnership, -row.limited.value_or(0)));
    add(nodes, kinds::partnershipLimited, group, row.limited);
    if (!outside) add(nodes, kinds::special, group, row.special);
  }
  if (outside) add(nodes, kinds::special, row.ceiling ? kinds::withSpecial : std::string_view{}, row.special);
  return nodes;
}

std::vector<LimitLine> linesOf(LimitRow const& row) {
  std::vector<LimitLine> made;
  auto const say = [&](std::string_view node, std::string_view label, Number value) {
    if (value) made.push_back({std::string(node), std::string(label), *value, {}});
  };
  say(ordinaryKind, lines::base, row.base);
  say(ordinaryKind, lines::addition, row.addition);
  say(ordinaryKind, lines::care, row.care);
  say(ordinaryKind, lines::fullTime, row.fullTime);
  say(specialOutside(row) ? kinds::withSpecial : wholeCell, lines::published, row.fullTime ? row.ceiling : Number());
  if (row.fullTime) say(specialOutside(row) ? kinds::withSpecial : wholeCell, lines::fullTime, row.fullTime);
  return made;
}

std::vector<RowDifference> differences(LimitRow const& row) {
  std::vector<RowDifference> found;
  if (row.base) {
    compare(found, ordinaryKind, *row.base + row.addition.value_or(0) + row.care.value_or(0), row.ordinary);
  }
  if (row.linked && row.partnership)
    compare(found, kinds::linked, plus(row.partnership, row.special.value_or(0)), row.linked);
  Number const linked = row.linked ? row.linked : row.partnership;
  Number total = row.ordinary;
  if (total) total = *total + linked.value_or(0) + (specialOutside(row) ? *row.special : 0);
  compare(found, wholeCell, total, row.ceiling);
  return found;
}

}  // namespace senkoi::rules
