#include <algorithm>
#include <array>

#include "senkoi/words/kind.hpp"

namespace senkoi::words {
namespace {

constexpr std::array<KnownKind, 8> kinds{{
    {"with_special", true, {"特別地域連携枠を含む全体", "All including special regional seats"}, {"", ""}},
    {"all", true, {"シーリング数", "Ceiling"}, {"", ""}},
    {"ordinary",
     false,
     {"通常枠", "Ordinary seats"},
     {"シーリング対象の都道府県内だけでも研修を修了できます。",
      "The whole training can take place in the prefecture with the ceiling."}},
    {"linked", true, {"連携枠（合計）", "Partnership seats together"}, {"", ""}},
    {"partnership",
     false,
     {"連携枠", "Partnership seats"},
     {"一定期間、シーリング対象外の都道府県の施設で研修します。",
      "A set part of the training takes place in a prefecture without a ceiling."}},
    {"partnership_limited",
     false,
     {"都道府県限定枠", "Prefecture-limited seats"},
     {"一定期間、医師の少ない都道府県の施設で研修します。",
      "A set part of the training takes place in a prefecture that is short of doctors."}},
    {"special",
     false,
     {"特別地域連携枠", "Special regional seats"},
     {"1年以上、都道府県が指定する医師少数区域などの施設で研修します。",
      "At least one year of the training takes place in a hospital that the prefecture has listed, mostly in an area "
      "that is short of doctors."}},
    {"designated_physician",
     false,
     {"指定医連携枠", "Designated-physician seats"},
     {"精神保健指定医が不足する地域の施設で、一定期間研修します。",
      "A set part of the training takes place where designated psychiatric physicians are lacking."}},
}};

}  // namespace

std::span<KnownKind const> knownKinds() {
  return kinds;
}

Bilingual statusHeading() {
  return {"状態", "Status"};
}
Bilingual sourceHeading() {
  return {"出典", "Source"};
}

std::string_view kindName(std::string_view code, Language language) {
  auto const found = std::find_if(kinds.begin(), kinds.end(), [&](KnownKind const& one) { return one.code == code; });
  return found == kinds.end() ? code : found->name.in(language);
}

}  // namespace senkoi::words
