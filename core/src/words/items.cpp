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
     {"メールアドレス", "Email address"},
     {"登録のご案内をお送りします。携帯電話のメールアドレスは登録できません。",
      "We will send you a registration link. Mobile-phone carrier addresses cannot be registered."}},
    {Item::familyName,
     {"姓", "Family name"},
     {"医師免許に登録している姓を入力してください。", "As it appears on your medical licence."}},
    {Item::givenName,
     {"名", "Given name"},
     {"医師免許に登録している名を入力してください。", "As it appears on your medical licence."}},
    {Item::registryNumber,
     {"医籍登録番号", "Registry number"},
     {"7桁で入力してください。6桁の場合は先頭に0を付けます。例：123456 ⇒ 0123456",
      "7 digits. A 6-digit number gets a leading 0, for example 123456 → 0123456."}},
    {Item::licenceYear,
     {"医師免許取得年", "Year of licence"},
     {"西暦で入力してください。和暦は西暦に直します。", "Western calendar year. Japanese era years are converted."}},
    {Item::licenceMonth, {"医師免許取得月", "Month of licence"}, {"", ""}},
    {Item::postalCode,
     {"郵便番号", "Postal code"},
     {"ハイフンはあってもなくても構いません。例：100-0001", "With or without the hyphen, for example 100-0001."}},
    {Item::prefecture, {"都道府県", "Prefecture"}, {"", ""}},
    {Item::address,
     {"住所", "Address"},
     {"基幹施設が書類を送付する際に必要です。現住所を、市区町村から建物名まで入力してください。",
      "Facilities send documents here. Enter your current address, from the municipality down to the building name."}},
    {Item::phone,
     {"電話番号", "Phone"},
     {"日中に連絡のつく番号を入力してください。例：03-1234-5678",
      "A number where you can be reached during the day, for example 03-1234-5678."}},
    {Item::residencyProgram,
     {"修了（予定）臨床研修プログラム名", "Clinical residency program"},
     {"初期研修プログラム名を入力してください。臨床研修制度が始まる前（2004年3月以前）に医師免許を取得した方は"
      "「なし」と入力してください。",
      "The residency program you have completed or will complete. If you were licensed before April 2004, enter "
      "「なし」."}},
    {Item::track,
     {"専門研修の方式", "Training track"},
     {"原則はプログラム制です。カリキュラム制は、合理的な理由がある場合に限り選択できます。",
      "The program track is the standard. The curriculum track can be chosen only for a good reason."}},
    {Item::curriculumReason, {"カリキュラム制の理由", "Reason for the curriculum track"}, {"", ""}},
    {Item::curriculumReasonText,
     {"理由の記載", "Written reason"},
     {"出産、育児、介護、留学などの事情を具体的に記入してください。",
      "Describe your circumstances, such as childbirth, childcare, caregiving or study abroad."}},
    {Item::regionalQuota,
     {"地域枠での入学", "Regional quota"},
     {"医学部に地域枠で入学したかどうかを選択してください。",
      "Whether you entered medical school under a regional quota."}},
    {Item::regionalQuotaConsent,
     {"リストとの対比への同意", "Consent to the check"},
     {"厚生労働省の保持する地域枠のリストと対比します。",
      "Your entry will be checked against the ministry’s regional-quota list."}},
    {Item::password,
     {"パスワード", "Password"},
     {"ログインに必要です。半角英数字{min}～{max}字で入力してください。",
      "You will need it to log in. Use {min} to {max} half-width letters and digits."}},
    {Item::passwordAgain,
     {"パスワード（確認）", "Confirm password"},
     {"同じパスワードをもう一度入力してください。", "Enter the same password again."}},
    {Item::userId,
     {"専攻医登録システムユーザID", "User ID"},
     {"登録完了のメールに記載されています。例：02-4839162-1",
      "You will find it in the email confirming your registration, for example 02-4839162-1."}},
    {Item::knownPassword, {"パスワード", "Password"}, {"", ""}},
    {Item::currentPassword, {"現在のパスワード", "Current password"}, {"", ""}},
    {Item::registeredMail,
     {"登録したメールアドレス", "Registered email address"},
     {"ユーザIDと、パスワードを設定し直すURLをお送りします。",
      "We will send you your user ID and a link to set a new password."}},
    {Item::soughtPrefecture, {"都道府県", "Prefecture"}, {"", ""}},
    {Item::soughtFacility, {"基幹施設名", "Facility"}, {"一部だけでも検索できます。", "Part of the name is enough."}},
    {Item::soughtName,
     {"専門研修プログラム名", "Program"},
     {"一部だけでも検索できます。", "Part of the name is enough."}},
    {Item::dataNote,
     {"変更の理由", "Reason for the change"},
     {"本人からの申し出の日付や方法などを入力してください。例：11月20日に電話で申し出",
      "When and how the applicant asked for it, for example “by phone on 20 November”."}},
    {Item::heldReason,
     {"保留の理由", "Reason for holding"},
     {"何を待っているかを入力してください。例：面接日の調整中",
      "What you are waiting for, for example “arranging an interview date”."}},
    {Item::heldOwner,
     {"担当者", "Person in charge"},
     {"この保留に対応する方の氏名を入力してください。", "The name of the person who will resolve it."}},
    {Item::staffMail,
     {"メールアドレス", "Email address"},
     {"担当者として登録されたメールアドレスを入力してください。", "The email address of your staff account."}},
    {Item::confirmationCode,
     {"確認コード", "Confirmation code"},
     {"認証アプリに表示されている6桁の数字を入力してください。",
      "The six digits currently shown in your authenticator app."}},
    {Item::staffPassword,
     {"新しいパスワード", "New password"},
     {"半角の英字、数字、記号で、{min}～{max}字で入力してください。",
      "{min} to {max} half-width letters, digits and symbols."}},
    {Item::staffRole, {"役割", "Role"}, {"", ""}},
    {Item::staffField,
     {"領域", "Specialty"},
     {"統括責任者と領域学会事務局では必須です。", "Required for program directors and society offices."}},
    {Item::staffName, {"氏名", "Name"}, {"", ""}},
    {Item::invitedMail,
     {"メールアドレス", "Email address"},
     {"このアドレスへ、登録のご案内をお送りします。", "We will send the link for setting up the account here."}},
    {Item::staffLanguage, {"メールの言語", "Email language"}, {"", ""}},
    {Item::programField, {"領域", "Specialty"}, {"", ""}},
    {Item::facility, {"基幹施設名", "Facility"}, {"", ""}},
    {Item::programName, {"専門研修プログラム名", "Program"}, {"", ""}},
    {Item::capacity, {"定員数", "Capacity"}, {"{min}～{max}の数で入力してください。", "A number from {min} to {max}."}},
    {Item::recruitingRounds,
     {"募集区分", "Recruiting in rounds"},
     {"募集を行う回の番号を入力してください。例：1・2（一次募集と二次募集）",
      "The numbers of the rounds in which it recruits, for example 1, 2."}},
    {Item::programDirector, {"統括責任者", "Program director"}, {"", ""}},
    {Item::department, {"担当部署", "Department"}, {"", ""}},
    {Item::programPhone, {"問い合わせ先電話番号", "Phone"}, {"例：03-1234-5678", "For example 03-1234-5678."}},
    {Item::programMail, {"問い合わせ先メールアドレス", "Email address"}, {"", ""}},
    {Item::programAddress, {"所在地", "Address"}, {"", ""}},
    {Item::programUrl,
     {"ウェブページ", "Web page"},
     {"「https://」から入力してください。例：https://hospital.example.jp",
      "Beginning with https://, for example https://hospital.example.jp."}},
    {Item::noticeField,
     {"お知らせの対象", "Audience"},
     {"選択しない場合は、すべての領域に掲載します。", "If you choose none, it is shown to all specialties."}},
    {Item::publishedAt,
     {"掲載開始日時", "Publication time"},
     {"日本時間で入力してください。例：2026-10-01 12:00", "In Japan time, for example 2026-10-01 12:00."}},
    {Item::titleJa, {"件名（日本語）", "Title in Japanese"}, {"", ""}},
    {Item::bodyJa, {"本文（日本語）", "Text in Japanese"}, {"", ""}},
    {Item::titleEn,
     {"件名（英語）", "Title in English"},
     {"入力しない場合は、日本語の件名を表示します。", "If left empty, the Japanese title is shown."}},
    {Item::bodyEn,
     {"本文（英語）", "Text in English"},
     {"入力しない場合は、日本語の本文を表示します。", "If left empty, the Japanese text is shown."}},
    {Item::registrationFrom, {"登録（応募）期間の開始", "Registration opens"}, {"", ""}},
    {Item::registrationUntil, {"登録（応募）期間の終了", "Registration ends"}, {"", ""}},
    {Item::adoptionFrom, {"採用期間の開始", "Adoption period begins"}, {"", ""}},
    {Item::adoptionUntil, {"採用期間の終了", "Adoption period ends"}, {"", ""}},
    {Item::notificationAt, {"採否結果通知日時", "Notification time"}, {"", ""}},
    {Item::ceilingPublished,
     {"シーリング数", "Ceiling"},
     {"空欄の場合は、シーリングなしになります。", "Leave empty for no ceiling."}},
    {Item::ceilingReason,
     {"算出値と異なる理由", "Reason for the difference"},
     {"算出値と異なる数にする場合は必ず入力してください。", "Required if the number differs from the calculated one."}},
    {Item::pastYear, {"年度", "Season"}, {"", ""}},
    {Item::pastAdopted, {"採用数", "Adopted"}, {"", ""}},
    {Item::kindCode,
     {"コード", "Code"},
     {"半角の英小文字・数字・下線（_）", "Lower-case letters, digits and underscores"}},
    {Item::kindNameJa, {"名称（日本語）", "Name in Japanese"}, {"", ""}},
    {Item::kindNameEn, {"名称（英語）", "Name in English"}, {"", ""}},
    {Item::kindSentenceJa, {"応募者への説明（日本語）", "What applicants read, in Japanese"}, {"", ""}},
    {Item::kindSentenceEn, {"応募者への説明（英語）", "What applicants read, in English"}, {"", ""}},
    {Item::applicantClass,
     {"応募者区分", "Category"},
     {"空欄の場合は、通常どおりに数えます。", "Leave empty to count as everybody does."}},
    {Item::classReason, {"区分の理由", "Reason"}, {"", ""}},
    {Item::limitNode, {"枠", "Seats"}, {"種類のコードか名称", "A kind's code or name"}},
    {Item::limitParent, {"上位の枠", "Above it"}, {"", ""}},
    {Item::limitNumber,
     {"上限", "Limit"},
     {"空欄の場合は、下の枠をまとめるだけの枠になります。", "Leave empty for a group without a limit of its own."}},
    {Item::offerKind, {"枠の種類", "Kind of seats"}, {"", ""}},
    {Item::offerSeats, {"募集枠", "Seats offered"}, {"", ""}},
    {Item::partBase, {"基本数", "Base"}, {"", ""}},
    {Item::partAddition, {"加算", "Addition"}, {"", ""}},
    {Item::partCare, {"留意分", "Small-cell care"}, {"", ""}},
    {Item::partOrdinary, {"通常", "Ordinary"}, {"", ""}},
    {Item::partLinked, {"連携等", "Partnership, all kinds"}, {"", ""}},
    {Item::partSpecial, {"特別地域連携", "Special regional"}, {"", ""}},
    {Item::partPartnership, {"連携", "Partnership"}, {"", ""}},
    {Item::partLimited, {"都道府県限定（連携の内数）", "Prefecture-limited (within partnership)"}, {"", ""}},
    {Item::partCeiling, {"計", "Total"}, {"", ""}},
    {Item::partFullTime, {"常勤派遣分", "Full-time dispatch"}, {"", ""}},
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

constexpr std::array<OptionRow, 10> options{{
    {Item::track, "program", {"プログラム制", "Program track"}},
    {Item::track, "curriculum", {"カリキュラム制", "Curriculum track"}},
    {Item::curriculumReason,
     "duty",
     {"卒業後に義務年限を有する医科大学の卒業生で、必要と考えられる",
      "I graduated from a medical school with an obligatory service period and need this track"}},
    {Item::curriculumReason,
     "regional",
     {"地域医療に資することが明らかである", "It is of clear benefit to regional medicine"}},
    {Item::curriculumReason,
     "other",
     {"その他（出産、育児、介護、留学など、相当の合理的な理由がある）",
      "Other (a good reason such as childbirth, childcare, caregiving or study abroad)"}},
    {Item::regionalQuota, "yes", {"地域枠で入学した", "I entered under a regional quota"}},
    {Item::regionalQuota, "no", {"地域枠で入学していない", "I did not enter under a regional quota"}},
    {Item::regionalQuotaConsent,
     "yes",
     {"厚生労働省の保持するリストとの対比に同意する", "I agree to the check against the ministry’s list"}},
    {Item::staffLanguage, "ja", {"日本語", "Japanese"}},
    {Item::staffLanguage, "en", {"英語", "English"}},
}};

constexpr bool isField(Item item) {
  return item == Item::staffField || item == Item::programField || item == Item::noticeField;
}

/// Roles and fields have their names at their own home.
constexpr bool namedElsewhere(Item item) {
  return item == Item::staffRole || isField(item);
}

constexpr Bilingual find(Item item, std::string_view option) {
  for (OptionRow const& row : options) {
    if (row.item == item && row.option == option) return row.label;
  }
  return {};
}

static_assert(
    [] {
      for (Row const& row : items) {
        if (namedElsewhere(row.item)) continue;
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
  if (auto const role = roleOf(option); role && item == Item::staffRole) return label(*role, language);
  if (auto const field = fieldOf(option); field && isField(item)) return label(*field, language);
  return find(item, option).in(language);
}

}  // namespace senkoi::words
