#include <array>

#include "senkoi/words/column.hpp"

namespace senkoi::words {
namespace {

constexpr std::array<Bilingual, 20> columns{{
    {"応募番号", "Application"},
    {"専門研修プログラム", "Program"},
    {"基幹施設", "Facility"},
    {"募集", "Round"},
    {"採否", "Decision"},
    {"保留の理由", "Reason for holding"},
    {"保留の担当者", "Person in charge"},
    {"応募日時", "Applied at"},
    {"ユーザID", "User ID"},
    {"医師免許取得後の年数", "Years since licence"},
    {"プログラム番号", "Program number"},
    {"プログラム数", "Programs"},
    {"応募者数", "Applicants"},
    {"採用数", "Adopted"},
    {"不採用数", "Not adopted"},
    {"保留数", "On hold"},
    {"未処理数", "Undecided"},
    {"辞退数", "Declined"},
    {"メールの言語", "Email language"},
    {"未処理", "Undecided"},
}};

struct FormerHeading {
  Item item;
  Bilingual heading;
};

constexpr std::array<FormerHeading, 2> formerHeadings{{
    {Item::recruitingRounds, {"募集する回", "Rounds"}},
    {Item::programMail, {"", "Mail address"}},
}};

static_assert(static_cast<std::size_t>(Column::notYet) + 1 == columns.size() && !columns.back().en.empty(),
              "each column has its heading in both languages");

}  // namespace

std::string_view label(Column column, Language language) {
  return columns[static_cast<std::size_t>(column)].in(language);
}

std::string_view formerHeading(Item item, Language language) {
  for (FormerHeading const& former : formerHeadings) {
    if (former.item == item) return former.heading.in(language);
  }
  return {};
}

}  // namespace senkoi::words
