#include <array>

#include "senkoi/words/column.hpp"

namespace senkoi::words {
namespace {

constexpr std::array<Bilingual, 10> columns{{
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
}};

static_assert(static_cast<std::size_t>(Column::yearsSinceLicence) + 1 == columns.size() && !columns.back().en.empty(),
              "each column has its heading in both languages");

}  // namespace

std::string_view label(Column column, Language language) {
  return columns[static_cast<std::size_t>(column)].in(language);
}

}  // namespace senkoi::words
