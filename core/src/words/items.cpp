// Labels and helps of the items of forms, labels of their options. One row an item, in the order of the enumeration.
#include <array>

#include "senkoi/words/label.hpp"

namespace senkoi::words {
namespace {

struct Row {
  Item item;
  Bilingual label;
  Bilingual help;
};

constexpr std::array<Row, itemTable.size()> items{{
    {Item::mail,
     {"メールアドレス", "Mail address"},
     {"登録のご案内をお送りします。携帯電話のメールアドレスは登録できません。",
      "We send you a link for registration. Addresses of mobile-phone carriers cannot be registered."}},
    {Item::familyName,
     {"姓", "Family name"},
     {"医師免許に登録している姓を入力してください。", "As on your medical licence."}},
    {Item::givenName,
     {"名", "Given name"},
     {"医師免許に登録している名を入力してください。", "As on your medical licence."}},
    {Item::registryNumber,
     {"医籍登録番号", "Registry number"},
     {"7桁で入力してください。6桁の場合は先頭に0を付けます。例：123456 ⇒ 0123456",
      "7 digits; a number of 6 digits gets a leading 0, for example 123456 → 0123456."}},
    {Item::licenceYear,
     {"医師免許取得年", "Year of licence"},
     {"西暦で入力してください。和暦は西暦に直します。", "Calendar year; a Japanese era is converted."}},
    {Item::licenceMonth, {"医師免許取得月", "Month of licence"}, {"", ""}},
    {Item::postalCode,
     {"郵便番号", "Postal code"},
     {"ハイフンはあってもなくても構いません。例：100-0001", "With or without hyphen, for example 100-0001."}},
    {Item::prefecture, {"都道府県", "Prefecture"}, {"", ""}},
    {Item::address,
     {"住所", "Address"},
     {"基幹施設が書類を送付する際に必要です。現住所を、市区町村から建物名まで入力してください。",
      "Facilities send documents here: your present address, from the municipality to the building."}},
    {Item::phone,
     {"電話番号", "Phone"},
     {"日中に連絡のつく番号を入力してください。例：03-1234-5678",
      "Where you can be reached by day, for example 03-1234-5678."}},
    {Item::residencyProgram,
     {"修了（予定）臨床研修プログラム名", "Clinical residency program"},
     {"初期研修プログラム名を入力してください。臨床研修制度が始まる前（2004年3月以前）に医師免許を取得した方は"
      "「なし」と入力してください。",
      "The residency program you finished or will finish. Those licensed before April 2004 enter 「なし」."}},
    {Item::track,
     {"専門研修の方式", "Training track"},
     {"原則はプログラム制です。カリキュラム制は、合理的な理由がある場合に限り選択できます。",
      "The program track is the rule; the curriculum track needs a good reason."}},
    {Item::curriculumReason, {"カリキュラム制の理由", "Reason for the curriculum track"}, {"", ""}},
    {Item::curriculumReasonText,
     {"理由の記載", "Reason in writing"},
     {"出産、育児、介護、留学などの事情を具体的に記入してください。",
      "Childbirth, child care, nursing, study abroad or the like."}},
    {Item::regionalQuota,
     {"地域枠での入学", "Regional quota"},
     {"医学部に地域枠で入学したかどうかを選択してください。", "Whether you entered medical school by regional quota."}},
    {Item::regionalQuotaConsent,
     {"リストとの対比への同意", "Consent to the check"},
     {"厚生労働省の保持する地域枠のリストと対比します。",
      "Your entry is checked against the ministry’s list of regional quotas."}},
    {Item::password,
     {"パスワード", "Password"},
     {"ログインに必要です。半角英数字{min}～{max}字で入力してください。",
      "Needed to log in: {min} to {max} half-width letters and digits."}},
    {Item::passwordAgain,
     {"パスワード（確認）", "Password again"},
     {"同じパスワードをもう一度入力してください。", "The same password once more."}},
    {Item::userId,
     {"専攻医登録システムユーザID", "User ID"},
     {"登録完了のメールに記載されています。例：02-4839162-1",
      "It is in the mail you received at registration, for example 02-4839162-1."}},
    {Item::knownPassword, {"パスワード", "Password"}, {"", ""}},
    {Item::currentPassword, {"現在のパスワード", "Present password"}, {"", ""}},
    {Item::registeredMail,
     {"登録したメールアドレス", "Registered mail address"},
     {"ユーザIDと、パスワードを設定し直すURLをお送りします。",
      "We send your user ID and a link to set a new password."}},
    {Item::soughtPrefecture, {"都道府県", "Prefecture"}, {"", ""}},
    {Item::soughtFacility, {"基幹施設名", "Facility"}, {"一部だけでも検索できます。", "A part of the name is enough."}},
    {Item::soughtName,
     {"専門研修プログラム名", "Program"},
     {"一部だけでも検索できます。", "A part of the name is enough."}},
}};

static_assert(
    [] {
      for (std::size_t row = 0; row < items.size(); ++row) {
        auto const& [item, label, help] = items[row];
        if (index(item) != row || label.ja.empty() || label.en.empty() || help.ja.empty() != help.en.empty())
          return false;
      }
      return true;
    }(),
    "each item has its label in both languages, in the order of the enumeration");

struct OptionRow {
  Item item;
  std::string_view option;
  Bilingual label;
};

constexpr std::array<OptionRow, 8> options{{
    {Item::track, "program", {"プログラム制", "Program track"}},
    {Item::track, "curriculum", {"カリキュラム制", "Curriculum track"}},
    {Item::curriculumReason,
     "duty",
     {"卒業後に義務年限を有する医科大学の卒業生で、必要と考えられる",
      "I graduated from a medical school with duty years and need it"}},
    {Item::curriculumReason,
     "regional",
     {"地域医療に資することが明らかである", "It is of clear benefit to regional medicine"}},
    {Item::curriculumReason,
     "other",
     {"その他（出産、育児、介護、留学など、相当の合理的な理由がある）",
      "Another good reason, such as childbirth, child care, nursing or study abroad"}},
    {Item::regionalQuota, "yes", {"地域枠で入学した", "I entered by regional quota"}},
    {Item::regionalQuota, "no", {"地域枠で入学していない", "I did not enter by regional quota"}},
    {Item::regionalQuotaConsent,
     "yes",
     {"厚生労働省の保持するリストとの対比に同意する", "I agree to the check against the ministry’s list"}},
}};

constexpr Bilingual find(Item item, std::string_view option) {
  for (OptionRow const& row : options) {
    if (row.item == item && row.option == option) return row.label;
  }
  return {};
}

static_assert(
    [] {
      for (Row const& row : items) {
        for (std::string_view const option : optionsOf(row.item)) {
          if (find(row.item, option).ja.empty() || find(row.item, option).en.empty()) return false;
        }
      }
      return true;
    }(),
    "each option of each item has its label in both languages");

}  // namespace

std::string_view label(Item item, Language language) {
  return items[index(item)].label.in(language);
}
std::string_view help(Item item, Language language) {
  return items[index(item)].help.in(language);
}
std::string_view label(Item item, std::string_view option, Language language) {
  return find(item, option).in(language);
}

}  // namespace senkoi::words
