#include "server/mail/letters.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <map>

#include "senkoi/codes/field.hpp"
#include "senkoi/rules/japan_time.hpp"
#include "senkoi/rules/user_id.hpp"
#include "senkoi/words/label.hpp"

namespace senkoi::server::mail {
namespace {

struct Words {
  Bilingual subject, text;
};

constexpr Bilingual greeting{"{family_name} {given_name} 様\n\n", "Dear {family_name} {given_name},\n\n"};

constexpr Bilingual someFamilyName{"（姓）", "(family name)"}, someGivenName{"（名）", "(given name)"};

constexpr Bilingual farewell{
    "\n----\n専攻医登録システム\n{origin}\nこのメールは自動で送信しています。\n",
    "\n----\nSenkoi, Specialty Training Registration\n{origin}\nThis email was sent automatically.\n"};

constexpr Words registrationLink{
    {"【専攻医登録システム】ユーザ登録のご案内（{field}領域）", "Senkoi: complete your registration ({field})"},
    {"専攻医登録システム（{field}領域）をご利用いただきありがとうございます。\n"
     "下記のURLを開き、ユーザ登録をお願いいたします。\n\n"
     "{origin}/register.html#token={token}\n\n"
     "有効期限: {until_at}\n"
     "・開いたページのボタンを押してから2時間以内に登録を終えてください。\n"
     "・URLは1回だけ使えます。期限を過ぎたときは、もう一度メールアドレスの登録から操作してください。\n"
     "・同じ領域でメールアドレスを登録し直したときは、最後に届いたメールのURLをお使いください。\n"
     "・ほかの領域に登録する方は、その領域のご案内のURLをお使いください。\n"
     "・お心当たりのない場合は、このメールを破棄してください。何も登録されません。\n",
     "Thank you for using Senkoi (specialty: {field}).\n"
     "Please open this link to register:\n\n"
     "{origin}/register.html?lang=en#token={token}\n\n"
     "The link is valid until {until_at}.\n"
     "- After selecting the button on that page, you have two hours to finish.\n"
     "- The link works once. If it has expired, please start again by entering your email address.\n"
     "- If you have requested more than one link in this specialty, use the one in the most recent email.\n"
     "- To register in another specialty, use the link in the email that names that one.\n"
     "- If you did not request this, please delete this email. Nothing has been registered.\n"}};

constexpr Words registered{
    {"【専攻医登録システム】ユーザ登録が完了しました", "Senkoi: you are registered"},
    {"ユーザ登録が完了しました。\n\n"
     "領域: {field}\n"
     "ユーザID: {user_id}\n\n"
     "ログインにはこのユーザIDとパスワードが必要です。大切に保管してください。\n"
     "登録だけではプログラムへの応募になりません。登録期間内にログインし、希望の専門研修プログラムに応募してください。"
     "\n\n"
     "ログイン: {origin}/login.html\n",
     "Your registration is complete.\n\n"
     "Specialty: {field}\n"
     "User ID: {user_id}\n\n"
     "You will need this user ID and your password to log in. Please keep them safe.\n"
     "Registering does not mean you have applied. Log in during the registration period and apply to the program of "
     "your choice.\n\n"
     "Log in: {origin}/login.html?lang=en\n"}};

constexpr Words recovery{
    {"【専攻医登録システム】ユーザIDとパスワード再設定のご案内", "Senkoi: your user ID and password reset"},
    {"このメールアドレスで登録されているユーザIDは次のとおりです。\n\n"
     "{user_ids}\n\n"
     "パスワードをお忘れのときは、下記のURLから新しいパスワードを設定してください。\n\n"
     "{origin}/reset.html#token={token}\n\n"
     "有効期限: {until_at}\n"
     "・URLは1回だけ使えます。変わるのは、ユーザID1つのパスワードだけです。\n"
     "・お心当たりのない場合は、このメールを破棄してください。今のパスワードは変わりません。\n",
     "User IDs registered with this email address:\n\n"
     "{user_ids}\n\n"
     "If you have forgotten your password, set a new one here:\n\n"
     "{origin}/reset.html?lang=en#token={token}\n\n"
     "The link is valid until {until_at} and works once, for one user ID.\n"
     "If you did not request this, please delete this email. Your password will not change.\n"}};

constexpr Words passwordChanged{
    {"【専攻医登録システム】パスワードが変更されました", "Senkoi: your password was changed"},
    {"ユーザID {user_id} のパスワードが変更されました。\n"
     "ほかの端末でのログインは終了しています。\n\n"
     "お心当たりのない場合は、すぐに下記から新しいパスワードを設定してください。\n"
     "{origin}/recover.html\n",
     "The password of user ID {user_id} was changed.\n"
     "You have been logged out on all other devices.\n\n"
     "If this was not you, set a new password immediately:\n"
     "{origin}/recover.html?lang=en\n"}};

constexpr Words accountDeleted{{"【専攻医登録システム】ユーザIDを削除しました", "Senkoi: your user ID was deleted"},
                               {"ユーザID {user_id} を削除しました。登録されていた個人情報も削除しました。\n\n"
                                "ほかの領域へ応募するときは、その領域学会のホームページから新しく登録してください。\n",
                                "User ID {user_id} and the personal data registered with it have been deleted.\n\n"
                                "To apply in another specialty, register again from that society's website.\n"}};

constexpr Words applied{{"【専攻医登録システム】応募を受け付けました", "Senkoi: we have received your application"},
                        {"下記の専門研修プログラムへの応募を受け付けました（{round}）。\n\n"
                         "プログラム: {program}\n基幹施設: {facility}\n\n"
                         "登録期間内は、マイページから取下げとプログラムの変更ができます。\n{origin}/mypage.html\n",
                         "We have received your application ({round}).\n\n"
                         "Program: {program}\nFacility: {facility}\n\n"
                         "During the registration period you can withdraw it or switch programs on My page:\n"
                         "{origin}/mypage.html?lang=en\n"}};

constexpr Words withdrawn{{"【専攻医登録システム】応募を取り下げました", "Senkoi: your application was withdrawn"},
                          {"下記の専門研修プログラムへの応募を取り下げました（{round}）。\n\n"
                           "プログラム: {program}\n基幹施設: {facility}\n\n"
                           "登録期間内は、あらためて応募できます。\n{origin}/mypage.html\n",
                           "Your application ({round}) has been withdrawn.\n\n"
                           "Program: {program}\nFacility: {facility}\n\n"
                           "During the registration period you can apply again:\n{origin}/mypage.html?lang=en\n"}};

constexpr Words switched{{"【専攻医登録システム】応募先を変更しました", "Senkoi: you have switched programs"},
                         {"応募先を変更しました（{round}）。\n\n"
                          "変更前: {from_program}（{from_facility}）\n"
                          "変更後: {program}（{facility}）\n\n"
                          "登録期間内は、マイページから取下げとプログラムの変更ができます。\n{origin}/mypage.html\n",
                          "You have switched programs ({round}).\n\n"
                          "Before: {from_program} ({from_facility})\n"
                          "Now: {program} ({facility})\n\n"
                          "During the registration period you can withdraw or switch again on My page:\n"
                          "{origin}/mypage.html?lang=en\n"}};

// The same words for every result: the mail tells nothing that only my page should (M5.1).
constexpr Words resultsOut{
    {"【専攻医登録システム】応募結果のお知らせ", "Senkoi: application results"},
    {"{round}の応募結果をマイページに掲載しました。ログインしてご確認ください。\n\n{origin}/mypage.html\n",
     "Application results ({round}) are now available on My page. Please log in to see "
     "yours.\n\n{origin}/mypage.html?lang=en\n"}};

constexpr Words staffInvitation{
    {"【専攻医登録システム】担当者としてのご登録のお願い", "Senkoi: please set up your staff account"},
    {"{name} 様\n\n"
     "専攻医登録システムの担当者（{role}）として登録されました。\n"
     "下記のURLを開き、パスワードと確認コードの設定をお願いいたします。\n\n"
     "{origin}/staff/join.html#token={token}\n\n"
     "有効期限: {until_at}\n"
     "・URLは1回だけ使えます。期限を過ぎたときは、招待した事務局へ再送をご依頼ください。\n"
     "・お心当たりのない場合は、このメールを破棄してください。\n",
     "Dear {name},\n\n"
     "You have been added as staff of Senkoi ({role}).\n"
     "Please open this link to set your password and confirmation code:\n\n"
     "{origin}/staff/join.html?lang=en#token={token}\n\n"
     "The link is valid until {until_at} and works once. If it has expired, please ask the office that invited you for "
     "a new one.\n"
     "If you did not expect this, please delete this email.\n"}};

constexpr Words staffRecovery{
    {"【専攻医登録システム】担当者パスワード再設定のご案内", "Senkoi: reset your staff password"},
    {"{name} 様\n\n"
     "下記のURLから新しいパスワードを設定してください。\n\n"
     "{origin}/staff/join.html#token={token}\n\n"
     "有効期限: {until_at}\n"
     "・URLは1回だけ使えます。\n"
     "・お心当たりのない場合は、このメールを破棄してください。今のパスワードは変わりません。\n",
     "Dear {name},\n\n"
     "Please set a new password here:\n\n"
     "{origin}/staff/join.html?lang=en#token={token}\n\n"
     "The link is valid until {until_at} and works once.\n"
     "If you did not request this, please delete this email. Your password will not change.\n"}};

constexpr Words dataChanged{
    {"【専攻医登録システム】登録情報が変更されました", "Senkoi: your information was changed"},
    {"お申し出により、統括責任者が登録情報を変更しました。\n内容はマイページで確認できます。\n\n"
     "お心当たりのない場合は、応募された専門研修プログラムの統括責任者へご連絡ください。\n\n{origin}/mypage.html\n",
     "At your request, the program director has changed your registered information. You can check it on My page.\n\n"
     "If you did not request this, please contact the director of the program you applied to.\n\n"
     "{origin}/mypage.html?lang=en\n"}};

constexpr Words staffAccessChanged{
    {"【専攻医登録システム】担当者のログイン情報が変更されました", "Senkoi: your staff login was changed"},
    {"{name} 様\n\n"
     "担当者としてのパスワード、または確認コードの設定が変更されました。\n"
     "それまでのログインはすべて終了しています。\n\n"
     "お心当たりのない場合は、すぐに下記から新しいパスワードを設定し、招待した事務局へご連絡ください。\n"
     "{origin}/staff/recover.html\n",
     "Dear {name},\n\n"
     "The password or the confirmation code settings of your staff account have been changed.\n"
     "You have been logged out on all devices.\n\n"
     "If this was not you, set a new password immediately and inform the office that invited you:\n"
     "{origin}/staff/recover.html?lang=en\n"}};

// Nor does this one say which: it is told that there is something to read (L1, M5.1).
constexpr Words decisionChanged{
    {"【専攻医登録システム】採否が更新されました", "Senkoi: your result has changed"},
    {"{round}の応募について、結果の通知後に統括責任者が採否を更新しました。マイページでご確認ください。\n\n{origin}/"
     "mypage.html\n",
     "The director has entered a new result for your application ({round}). Please log in to read it on my page.\n\n"
     "{origin}/mypage.html?lang=en\n"}};

constexpr Words declineEntered{
    {"【専攻医登録システム】辞退が登録されました", "Senkoi: your decline was entered"},
    {"お申し出により、統括責任者が下記の専門研修プログラムの辞退を登録しました（{round}）。\n\n"
     "プログラム: {program}\n基幹施設: {facility}\n\n"
     "お心当たりのない場合は、すぐに統括責任者へご連絡ください。\n\n{origin}/mypage.html\n",
     "At your word, the director has entered that you decline this program ({round}).\n\n"
     "Program: {program}\nFacility: {facility}\n\n"
     "If you did not ask for this, contact the director at once.\n\n{origin}/mypage.html?lang=en\n"}};

constexpr Words classChanged{
    {"【専攻医登録システム】応募者区分が変更されました", "Senkoi: your category was changed"},
    {"事務局が、採用人数の数え方に関わる応募者区分（地域枠など）を変更しました。応募や採否の内容は変わりません。\n\n"
     "お心当たりのない場合は、日本専門医機構へお問い合わせください。\n\n{origin}/mypage.html\n",
     "An office has changed your category (such as regional quota), which says how an adoption is counted. Your "
     "application and its result stay as they are.\n\n"
     "If you do not expect this, please ask the Japanese Medical Specialty Board.\n\n{origin}/mypage.html?lang=en\n"}};

constexpr std::array<Words, 16> table{registrationLink,   registered,      recovery,       passwordChanged,
                                      accountDeleted,     applied,         withdrawn,      switched,
                                      resultsOut,         staffInvitation, staffRecovery,  dataChanged,
                                      staffAccessChanged, decisionChanged, declineEntered, classChanged};
static_assert(static_cast<std::size_t>(store::LetterKind::classChanged) + 1 == table.size());

using Values = std::map<std::string, std::string, std::less<>>;

std::string shownUserId(std::string_view userId) {
  if (userId.size() != rules::userIdLength) return std::string(userId);
  const auto shown = rules::displayUserId(userId.data());
  return {shown.begin(), shown.end()};
}

// A user ID begins with its field.
std::string withField(std::string_view userId, Language language) {
  const auto field = fieldOf(userId.substr(0, 2));
  if (!field) return shownUserId(userId);
  const std::string name(words::label(*field, language));
  return shownUserId(userId) + (language == Language::ja ? "（" + name + "領域）" : " (" + name + ")");
}

// Several user IDs, one a line.
std::string shownUserIds(std::string_view list, Language language) {
  std::string shown;
  while (!list.empty()) {
    const auto end = std::min(list.find(' '), list.size());
    shown += (shown.empty() ? "" : "\n") + withField(list.substr(0, end), language);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return shown;
}

std::string shownTime(const std::string& milliseconds, Language language) {
  const auto time = rules::inJapan(std::strtoll(milliseconds.c_str(), nullptr, 10));
  std::array<char, 96> out{};
  std::snprintf(
      out.data(), out.size(),
      language == Language::ja ? "%d年%d月%d日 %02d:%02d（日本時間）" : "%04d-%02d-%02d %02d:%02d (Japan time)",
      time.year, time.month, time.day, time.hour, time.minute);
  return out.data();
}

std::string shown(const std::string& name, const std::string& fact, Language language) {
  if (name == "user_id") return shownUserId(fact);
  if (name == "user_ids") return shownUserIds(fact, language);
  if (name == "until_at") return shownTime(fact, language);
  if (name == "round") return words::roundName(std::atoi(fact.c_str()), language);
  if (const auto role = roleOf(fact); name == "role" && role) return std::string(words::label(*role, language));
  if (const auto field = fieldOf(fact); name == "field" && field) return std::string(words::label(*field, language));
  std::string line = fact;
  for (char& c : line) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return line;
}

// One pass: what is put in is never looked at again, so a name like "{token}" stays a name.
std::string filled(std::string_view text, const Values& values) {
  std::string out;
  while (!text.empty()) {
    const auto open = std::min(text.find('{'), text.size());
    out += text.substr(0, open);
    text.remove_prefix(open);
    const auto close = text.find('}');
    if (close == std::string_view::npos) break;
    const auto value = values.find(text.substr(1, close - 1));
    if (value != values.end()) out += value->second;
    text.remove_prefix(close + 1);
  }
  return out;
}

}  // namespace

Letter write(const store::Letter& letter, std::string_view origin, std::string_view token) {
  const Language language = letter.language;
  Values values{{"origin", std::string(origin)}, {"token", std::string(token)}};
  for (const auto& [name, fact] : letter.facts) values[name] = shown(name, fact, language);
  const Words& words = table[static_cast<std::size_t>(letter.kind)];
  std::string text = values.count("family_name") != 0 ? filled(greeting.in(language), values) : std::string{};
  text += filled(words.text.in(language), values) + filled(farewell.in(language), values);
  return {letter.to, filled(words.subject.in(language), values), std::move(text)};
}

Letter example(store::LetterKind kind, Language language, store::Facts facts, std::string_view origin) {
  facts.emplace_back("family_name", someFamilyName.in(language));
  facts.emplace_back("given_name", someGivenName.in(language));
  store::Letter letter;
  letter.kind = kind;
  letter.language = language;
  letter.facts = std::move(facts);
  return write(letter, origin, {});
}

}  // namespace senkoi::server::mail
