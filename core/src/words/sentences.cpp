// The sentence of each code. One row a code, in the order of the enumeration; a missing row does not compile.
// It is longer than 500 lines because it is one table: split, a sentence would have two homes to be looked for in.
#include <array>

#include "senkoi/words/sentence.hpp"

namespace senkoi::words {
namespace {

struct Row {
  Code code;
  Bilingual says;
};

constexpr std::array<Row, codeCount> sentences{{
    {Code::ok, {"", ""}},

    {Code::required, {"「{label}」を入力してください。", "Please fill in “{label}”."}},
    {Code::choiceRequired, {"「{label}」を選択してください。", "Please choose an option for “{label}”."}},
    {Code::choiceUnknown,
     {"「{label}」を選択肢の中から選び直してください。", "Please choose one of the options for “{label}”."}},
    {Code::tooShort,
     {"「{label}」は{min}文字以上で入力してください。", "Please enter at least {min} characters for “{label}”."}},
    {Code::tooLong,
     {"「{label}」は{max}文字以内で入力してください。", "Please shorten “{label}” to {max} characters or fewer."}},
    {Code::unreadableCharacter,
     {"「{label}」に他の機器では表示できない文字（外字など）が含まれています。代わりの文字で入力してください。",
      "“{label}” contains a character that other devices cannot display. Please use another character instead."}},
    {Code::invisibleDropped,
     {"目に見えない文字が含まれていたため、取り除きました。",
      "This entry contained invisible characters; they have been removed."}},

    {Code::mailAtMissing,
     {"メールアドレスを「@」を含めて入力してください。例：taro.yamada@example.jp",
      "Please include the @ sign in the email address, for example taro.yamada@example.jp."}},
    {Code::mailAtTwice,
     {"メールアドレスの「@」を1つにしてください。一度に登録できるメールアドレスは1つです。",
      "Please use only one @ sign. Only one email address can be registered."}},
    {Code::mailLocalPart,
     {"メールアドレスの「@」より前の部分を確認してください。ドット（."
      "）は先頭と末尾に置いたり、続けたりすることができません。",
      "Please check the part before the @ sign. It cannot begin or end with a dot or contain two dots in a row."}},
    {Code::mailDomain,
     {"メールアドレスの「@」より後の部分を確認してください。例：example.jp",
      "Please check the part after the @ sign, for example example.jp."}},
    {Code::mailCharacters,
     {"メールアドレスは半角の英数字と記号で、空白を入れずに入力してください。",
      "Please enter the email address in half-width letters, digits and symbols, without spaces."}},
    {Code::mailCarrier,
     {"携帯電話のメールアドレスは、ご案内のメールが届かないことがあるため登録できません。パソコン等で受信できる別のメー"
      "ルアドレスを入力してください。",
      "Mobile-phone carrier addresses cannot be registered because our emails may not reach them. Please enter another "
      "email address."}},
    {Code::mailCarrierPossible,
     {"携帯電話で使われることのあるメールアドレスです。ご案内のメールを確実に受信できるか確認してください。このままでも"
      "登録できます。",
      "This may be a mobile-phone address. Please make sure that our emails can reach it. You can still use it."}},

    {Code::nameUnusual,
     {"数字、記号、絵文字、半角カナなど、氏名ではあまり使われない文字が含まれています。医師免許に登録している氏名と同じ"
      "か確認してください。同じであれば、このままで構いません。",
      "This contains characters that are unusual in a name, such as digits, symbols, emoji or half-width kana. Please "
      "check that it matches the name on your licence. If it does, you can leave it as it is."}},
    {Code::nameWhole,
     {"空白が含まれています。姓と名は、それぞれの欄に分けて入力してください。分けてある場合は、このままで構いません。",
      "This contains a space. Please enter your family name and given name in separate fields. If you have, you can "
      "leave it as it is."}},
    {Code::registryNumberPadded,
     {"医籍登録番号が6桁のため、先頭に0を付けて7桁にしました。",
      "The registry number had 6 digits, so a leading 0 was added to make it 7."}},
    {Code::registryNumberShort,
     {"医籍登録番号を7桁の数字で入力してください。医師免許証に記載の番号が6桁の場合は、6桁のまま入力すると先頭に0が付き"
      "ます。桁の抜けがないか確認してください。",
      "Please enter the 7 digits of the registry number. If the number on your licence has 6 digits, enter those and a "
      "leading 0 will be added. Please check that no digit is missing."}},
    {Code::registryNumberLong,
     {"医籍登録番号は7桁です。余分な数字がないか、医師免許証で確認してください。",
      "The registry number has 7 digits. Please check it against your licence for extra digits."}},
    {Code::registryNumberCharacters,
     {"医籍登録番号は数字だけで入力してください。", "Please enter only digits for the registry number."}},
    {Code::registryNumberZeros,
     {"医師免許証に記載されている、ご自身の医籍登録番号を入力してください。",
      "Please enter your own registry number as it appears on your medical licence."}},
    {Code::registryNumberTaken,
     {"この医籍登録番号は、すでにほかのユーザIDで登録されています。領域を変えるときは、そのユーザIDを削除してから登録し"
      "直してください。",
      "This registry number is already registered with a user ID. To change specialty, delete that user ID first, then "
      "register again."}},
    {Code::licenceYearConverted,
     {"和暦を西暦に直しました。正しいか確認してください。",
      "The Japanese era year was converted to a Western calendar year. Please check it."}},
    {Code::licenceDateSplit,
     {"入力された年月を、取得年と取得月に分けました。正しいか確認してください。",
      "The date you entered was split into year and month. Please check both."}},
    {Code::licenceYearUnreadable,
     {"医師免許を取得した年を、西暦4桁で入力してください。例：2017",
      "Please enter the year of your licence as 4 digits, for example 2017."}},
    {Code::licenceYearOutOfRange,
     {"医師免許を取得した年を確認してください。1946年以降の西暦で入力してください。",
      "Please check the year of your licence. Enter 1946 or later."}},
    {Code::licenceMonthOutOfRange,
     {"医師免許を取得した月を、1から12の数字で入力してください。",
      "Please enter the month of your licence as a number from 1 to 12."}},
    {Code::licenceInFuture,
     {"医師免許を取得した年月には、今月以前の年月を入力してください。",
      "Please enter a licence date that is not later than this month."}},
    {Code::licenceRecent,
     {"研修開始までに臨床研修（2年）を修了できるか、医師免許を取得した年月とあわせて確認してください。正しければ、この"
      "ままで構いません。",
      "Please check that you will complete the two years of clinical residency before training starts, and that the "
      "licence date is correct. If so, you can leave it as it is."}},
    {Code::postalCodeCharacters,
     {"郵便番号は数字だけで入力してください。例：100-0001",
      "Please enter only digits for the postal code, for example 100-0001."}},
    {Code::postalCodeDigits,
     {"郵便番号を7桁の数字で入力してください。例：100-0001",
      "Please enter the 7 digits of the postal code, for example 100-0001."}},
    {Code::postalCodeElsewhere,
     {"この郵便番号は、選択した都道府県のものではないようです。郵便番号と都道府県を確認してください。正しければ、この"
      "ままで構いません。",
      "This postal code does not seem to lie in the prefecture you chose. Please check both; if they are right, leave "
      "them as they are."}},
    {Code::prefectureUnknown, {"47都道府県の中から選択してください。", "Please choose one of the 47 prefectures."}},
    {Code::addressPrefectureDropped,
     {"都道府県は選択済みのため、住所の先頭の都道府県名を省きました。",
      "The prefecture is chosen above, so its name at the beginning of the address was left out."}},
    {Code::addressElsewhere,
     {"住所が、選択した都道府県とは別の都道府県名で始まっています。都道府県と住所を確認してください。正しければ、このま"
      "まで構いません。",
      "The address begins with the name of another prefecture than the one you chose. Please check both; if they are "
      "right, leave them as they are."}},
    {Code::addressWithoutNumber,
     {"番地が見当たりません。基幹施設からの書類が届く住所か確認してください。届くのであれば、このままで構いません。",
      "No house number was found. Please make sure that documents sent to this address will reach you. If so, you can "
      "leave it as it is."}},
    {Code::phoneCharacters,
     {"電話番号は数字とハイフンで入力してください。例：03-1234-5678",
      "Please use only digits and hyphens for the phone number, for example 03-1234-5678."}},
    {Code::phoneDigits,
     {"電話番号の桁数を確認してください。市外局番から、固定電話は10桁、携帯電話・IP電話は11桁です。",
      "Please check the number of digits: including the area code, 10 for a landline and 11 for a mobile or IP "
      "phone."}},
    {Code::phoneLeadingZero,
     {"電話番号を0から始まる市外局番から入力してください。海外の番号は「+」と国番号から入力してください。",
      "Please start the phone number with the area code, beginning with 0. Start a number outside Japan with + and the "
      "country code."}},
    {Code::residencyNoneUnexpected,
     {"「なし」は、臨床研修制度が始まる前（2004年3月以前）に医師免許を取得した方のための入力です。修了（予定）の臨床研"
      "修プログラム名があれば入力してください。なければ、このままで構いません。",
      "「なし」 is for those licensed before April 2004, when the residency system began. Please enter the residency "
      "program you have completed or will complete. If there is none, you can leave it as it is."}},
    {Code::curriculumReasonNeeded,
     {"カリキュラム制を希望する理由を選択してください。", "Please choose your reason for the curriculum track."}},
    {Code::curriculumReasonTextNeeded,
     {"カリキュラム制を希望する理由を、具体的に記入してください。",
      "Please describe your reason for the curriculum track."}},
    {Code::regionalQuotaConsentNeeded,
     {"地域枠で入学された方は、厚生労働省の保持するリストとの対比に同意のうえ、チェックを入れてください。",
      "If you entered medical school under a regional quota, please agree to the check against the ministry’s list by "
      "ticking the box."}},
    {Code::passwordShort,
     {"パスワードは{min}文字以上で入力してください。", "The password must have at least {min} characters."}},
    {Code::passwordLong,
     {"パスワードは{max}文字以内で入力してください。", "The password must have no more than {max} characters."}},
    {Code::passwordFullWidth,
     {"全角で入力された文字を半角に直しました。", "Full-width characters were converted to half-width."}},
    {Code::passwordCharacters,
     {"パスワードには半角の英字と数字だけを使ってください。記号や空白は使えません。",
      "Please use only half-width letters and digits for the password. Symbols and spaces are not allowed."}},
    {Code::passwordWeak,
     {"推測されやすいパスワードです。英字と数字を混ぜた8文字以上で、よく使われる語や並び（doctor、abcd、1234など）、同"
      "じ文字の繰り返し、医籍登録番号を含まないものをお勧めします。このままでも使えます。",
      "This password is easy to guess. We recommend at least 8 characters, mixing letters and digits, without common "
      "words or sequences (doctor, abcd, 1234), repeated characters or your registry number. You can still use it."}},
    {Code::passwordMismatch,
     {"1回目と同じパスワードを、もう一度入力してください。", "Please enter the same password again."}},
    {Code::passwordUnchanged,
     {"現在のパスワードとは異なるパスワードを入力してください。",
      "Please enter a password that is different from your current one."}},
    {Code::currentPasswordWrong,
     {"現在のパスワードを確認して、もう一度入力してください。",
      "Please check your current password and enter it again."}},

    {Code::userIdShape,
     {"ユーザIDを10桁の数字で入力してください。例：02-4839162-1",
      "Please enter the 10 digits of your user ID, for example 02-4839162-1."}},
    {Code::userIdCheckDigit,
     {"ユーザIDに打ち間違いがあるようです。登録完了のメールと見比べて、もう一度入力してください。",
      "There seems to be a typo in the user ID. Please compare it with the email confirming your registration and "
      "enter it again."}},
    {Code::logInFailed,
     {"ユーザIDとパスワードを確認して、もう一度入力してください。お忘れの場合は「ID・パスワードを忘れた方」からお進みく"
      "ださい。",
      "Please check your user ID and password and enter them again. If you have forgotten them, use “Forgot your user "
      "ID or password?”."}},
    {Code::sessionMissing,
     {"ログインの有効時間が過ぎたか、まだログインしていません。ログインしてください。",
      "You are not logged in, or your session has expired. Please log in."}},

    {Code::linkExpired,
     {"このURLは有効期限が過ぎたか、正しくありません。もう一度、メールアドレスの入力からお手続きください。",
      "This link has expired or is incomplete. Please start again by entering your email address."}},
    {Code::linkUsed,
     {"このURLは使用済みです。登録がお済みの方はログインしてください。お済みでない方は、もう一度メールアドレスの入力か"
      "らお手続きください。",
      "This link has already been used. If you have registered, please log in. If not, start again by entering your "
      "email address."}},
    {Code::linkSuperseded,
     {"より新しいメールをお送りしています。最も新しいメールに記載されたURLをお使いください。",
      "A more recent email has been sent to you. Please use the link in the most recent one."}},
    {Code::linkTimeOver,
     {"登録をはじめてから2時間が過ぎたため、このURLでは登録できません。もう一度、メールアドレスの入力からお手続きくださ"
      "い。",
      "Two hours have passed since you started, so this link no longer registers. Please start again by entering your "
      "email address."}},

    {Code::registrationNotOpen,
     {"登録（応募）期間がまだ始まっていません。マスタースケジュールで期間を確認し、始まってから応募してください。",
      "The registration period has not begun yet. Please check the master schedule and apply once it has."}},
    {Code::registrationOver,
     {"登録（応募）期間は終了しました。次の募集の期間をマスタースケジュールで確認してください。",
      "The registration period is over. Please check the master schedule for the next round."}},
    {Code::noFurtherRound,
     {"この年度の募集は終了しました。次の年度の募集をお待ちください。",
      "All rounds of this season are over. Please wait for the next season."}},
    {Code::alreadyApplied,
     {"応募できる専門研修プログラムは1つです。別のプログラムに応募する場合は、応募先を変更するか、現在の応募を取り下げ"
      "てください。",
      "You can apply to only one program. To apply to another, switch to it or withdraw your current application."}},
    {Code::applicationHeld,
     {"採否が保留になっている応募があります。結果が決まるまで、新たに応募することはできません。応募先の基幹施設にお問い"
      "合わせください。",
      "Your application is on hold. You can't apply again until it has been decided. Please ask the facility you "
      "applied to."}},
    {Code::alreadyAdopted,
     {"既に採用が決まっているため、新たに応募することはできません。辞退を希望される場合は、採用先の統括責任者へご連絡く"
      "ださい。",
      "You have already been adopted and cannot apply again. If you wish to decline, please contact the director of "
      "the program."}},
    {Code::noApplication,
     {"応募中の専門研修プログラムはありません。マイページの「現在の状況」を確認してください。",
      "You have no current application. Please check “Current status” on My page."}},
    {Code::programNotRecruiting,
     {"この専門研修プログラムは、今回の募集では募集していません。別のプログラムを選んでください。",
      "This program is not recruiting in the current round. Please choose another one."}},
    {Code::programOfOtherField,
     {"登録した領域とは異なる領域の専門研修プログラムには応募できません。領域を変更する場合は、ユーザIDを削除し、希望す"
      "る領域の学会のページから新規登録してください。",
      "You cannot apply to a program of another specialty. To change specialty, delete your user ID and register again "
      "from the page of that specialty’s society."}},
    {Code::programUnknown,
     {"この専門研修プログラムは見つかりません。もう一度検索してください。",
      "This program was not found. Please search again."}},
    {Code::sameProgram,
     {"現在応募している専門研修プログラムです。変更する場合は、別のプログラムを選んでください。",
      "You have already applied to this program. To switch, please choose another one."}},
    {Code::offerUnknown,
     {"この募集枠は現在ありません。プログラムの画面から選び直してください。",
      "These seats are not offered now. Please choose again on the program's page."}},
    {Code::inAdoptionPeriod,
     {"採用期間中は応募の取り下げはできません。ご希望の場合は、応募されたプログラムの統括責任者へご連絡ください。",
      "Applications cannot be withdrawn during the adoption period. If you wish to withdraw, please contact the "
      "director of the program you applied to."}},
    {Code::withdrawalInGap,
     {"登録（応募）期間が終了したため、応募を取り下げることはできません。取下げをご希望の場合は、応募されたプログラムの"
      "統括責任者へご連絡ください。",
      "The registration period is over, so you can no longer withdraw here. If you wish to withdraw, please contact "
      "the director of the program you applied to."}},
    {Code::withdrawalAfterAdoption,
     {"採用期間が終了したため、応募を取り下げることはできません。採用決定後に辞退を希望される場合は、採用先の統括責任者"
      "へご連絡ください。",
      "The adoption period is over, so you can no longer withdraw. If you wish to decline after adoption, please "
      "contact the director of the program."}},
    {Code::changeThroughDirector,
     {"採用期間中および採用後は、ご自身で登録情報を変更できません。応募された専門研修プログラムの統括責任者へご連絡くだ"
      "さい。",
      "During and after the adoption period you cannot change your information yourself. Please contact the director "
      "of the program you applied to."}},
    {Code::liveApplication,
     {"応募中、保留中、または採用が決まっている間は、ユーザIDを削除できません。登録期間内であれば、先に応募を取り下げて"
      "ください。",
      "You cannot delete your user ID while you have a current application, an application on hold or have been "
      "adopted. During the registration period, you can withdraw your application first."}},

    {Code::notInAdoptionPeriod,
     {"採否の入力は採用期間中に行ってください。期間はマスタースケジュールで確認できます。",
      "Please enter decisions during the adoption period. The master schedule shows when it is."}},
    {Code::capacityReached,
     {"このプログラムの定員数{max}名に達しているため、採用を登録できません。ほかの応募者の採否を見直すか、"
      "定員数について領域学会事務局へお問い合わせください。",
      "This program has reached its capacity of {max}, so this adoption cannot be saved. Please review your other "
      "decisions, or ask your society's office about the capacity."}},
    {Code::ceilingReached,
     {"この都道府県・領域のシーリング数{max}名に達しているため、採用を登録できません。ほかのプログラムとの調整は、"
      "領域学会事務局へお問い合わせください。",
      "This prefecture and specialty have reached their ceiling of {max}, so this adoption cannot be saved. Please ask "
      "your society's office, which coordinates with the other programs."}},
    {Code::offerReached,
     {"このプログラムの「{label}」の募集枠{max}"
      "名に達しているため、採用を登録できません。ほかの応募者の採否を見直すか、募集枠について領域学会事務局へお問い合わ"
      "せください。",
      "This program has filled its {max} “{label}” seats, so this adoption cannot be saved. Please review your other "
      "decisions, or ask your society's office about the seats."}},
    {Code::limitReached,
     {"この都道府県・領域の「{label}」は上限の{max}"
      "名に達しているため、採用を登録できません。ほかの種類の枠での採用や、ほかのプログラムとの調整は、領域学会事務局へ"
      "お問い合わせください。",
      "“{label}” has reached its limit of {max} in this prefecture and specialty, so this adoption cannot be saved. "
      "Please ask your society's office about seats of another kind, or about the other programs."}},
    {Code::kindWithoutLimit,
     {"「{label}」の枠には、この都道府県・領域での上限がまだ定められていません。先に事務局で上限を公表してください。",
      "No limit has been published for “{label}” in this prefecture and specialty. An office needs to publish one "
      "first."}},
    {Code::declineOnlyAdopted,
     {"辞退は、採用が決まっている応募者についてのみ入力してください。",
      "You can record a decline only for an applicant who has been adopted."}},
    {Code::moveNotAllowed,
     {"応募の状況が変わったため、この操作はできません。画面を読み込み直して、現在の状況を確認してください。",
      "The application has changed, so this is no longer possible. Please reload the page to see its current status."}},

    {Code::heldReasonNeeded,
     {"保留の理由を入力してください。", "Please enter the reason for putting the application on hold."}},
    {Code::noteNeeded,
     {"変更の理由（本人からの申し出の日付や方法など）を入力してください。",
      "Please enter the reason for the change, such as when and how the applicant asked for it."}},
    {Code::changedMeanwhile,
     {"画面を開いた後に、ほかの担当者が内容を変更しました。最新の内容を確認して、もう一度操作してください。",
      "Someone else has changed this since you opened it. Please check the current state and try again."}},
    {Code::staffLogInFailed,
     {"メールアドレス、パスワード、確認コードのいずれかが一致しません。入力内容を確認して、もう一度お試しください。",
      "The email address, password or confirmation code is incorrect. Please check them and try again."}},
    {Code::staffMailTaken,
     {"このメールアドレスは、既に別の担当者が使用しています。別のメールアドレスを入力してください。",
      "This email address is already used by another staff member. Please enter another one."}},
    {Code::staffPasswordCharacters,
     {"パスワードは半角の英字、数字、記号で入力してください。",
      "Please use only half-width letters, digits and symbols for the password."}},
    {Code::confirmationCodeShape,
     {"確認コードは、認証アプリに表示された6桁の数字、または回復用コードを入力してください。",
      "Please enter the six digits shown by your authenticator app, or a recovery code."}},
    {Code::confirmationCodeWrong,
     {"確認コードが一致しません。認証アプリに表示されている最新の6桁の数字を入力してください。",
      "The confirmation code does not match. Please enter the six digits currently shown in your authenticator app."}},
    {Code::confirmationCodeClock,
     {"この確認コードは、今の時刻のものではありません。認証アプリを入れた端末の時計を自動設定にして、新しく表示された6"
      "桁"
      "の数字を入力してください。",
      "This code belongs to another time. Please set the clock of the device with your authenticator app to automatic, "
      "then enter the six digits it shows."}},
    {Code::ownStaffAccount,
     {"ご自身のアカウントは停止できません。別の担当者に依頼してください。",
      "You cannot close your own account. Please ask a colleague."}},
    {Code::numberUnreadable, {"「{label}」は数字で入力してください。", "Please enter a number for “{label}”."}},
    {Code::numberOutOfRange,
     {"「{label}」は{min}から{max}までの数で入力してください。",
      "Please enter a number from {min} to {max} for “{label}”."}},
    {Code::webAddress,
     {"ウェブページのアドレスは「https://」または「http://」から入力してください。",
      "Please enter the web address beginning with https:// or http://."}},
    {Code::programInUse,
     {"応募者がいるプログラムのため、この変更はできません。応募者がいなくなってから操作してください。",
      "This program has applicants, so this cannot be changed. Please wait until it has none."}},
    {Code::programDuplicate,
     {"同じ領域、基幹施設、名称のプログラムが既にあります。名称を変えるか、登録済みのプログラムを編集してください。",
      "There is already a program with this specialty, facility and name. Please choose another name, or edit the "
      "existing program."}},
    {Code::roundNotInSeason,
     {"「{label}」には、今年度に行われる回（1から{max}まで）だけを入力してください。",
      "Please enter only rounds of this season under “{label}”: 1 to {max}."}},
    {Code::momentUnreadable,
     {"日時を「2026-10-01 12:00」の形で入力してください（日本時間）。",
      "Please enter the date and time in the form 2026-10-01 12:00 (Japan time)."}},
    {Code::ceilingReasonNeeded,
     {"算出値と異なるシーリング数にする理由を入力してください。",
      "Please enter the reason for setting a ceiling that differs from the calculated one."}},
    {Code::ceilingBelowAdopted,
     {"既に採用された人数を下回るシーリング数にはできません。採用済みの人数以上を入力してください。",
      "The ceiling cannot be lower than the number already adopted. Please enter at least that number."}},
    {Code::limitBelowAdopted,
     {"「{label}」には、既に採用されている{max}名以上の数を入力してください。",
      "Please enter at least {max} for “{label}”: so many have already been adopted."}},
    {Code::limitAboveParent,
     {"「{label}」の{min}は上位の枠を超えています。{max}以下の数を入力してください。",
      "“{label}” has {min}, more than what stands above it. Please enter {max} or fewer."}},
    {Code::limitParentUnknown,
     {"「{label}」の上位の枠が見つかりません。同じ都道府県・領域にある枠を指定してください。",
      "The node above “{label}” was not found. Please name one of the same prefecture and specialty."}},
    {Code::limitCycle,
     {"「{label}」の上位の枠をたどると元に戻ります。上位の枠を選び直してください。",
      "The nodes above “{label}” lead back to it. Please choose another node above it."}},
    {Code::limitTooDeep,
     {"「{label}」が深すぎます。枠は{max}段以内にしてください。",
      "“{label}” lies too deep. Please use at most {max} levels."}},
    {Code::limitNodeTwice,
     {"「{label}」が同じ都道府県・領域に2つ以上あります。1つにまとめてください。",
      "“{label}” stands more than once in one prefecture and specialty. Please keep one."}},
    {Code::limitTooMany,
     {"1つの都道府県・領域の枠は{max}個以下にしてください。",
      "Please use at most {max} nodes in one prefecture and specialty."}},
    {Code::limitSumDiffers,
     {"「{label}」は{min}ですが、その下の枠を合計すると{max}"
      "になります。意図した数か確認してください。このままでも公表できます。",
      "“{label}” has {min}, but what stands below it adds up to {max}. Please check that this is intended. You can "
      "still publish it."}},
    {Code::kindUnknown,
     {"「{label}」は、この年度の枠の種類にありません。種類の一覧にあるコードか名称を入力してください。",
      "“{label}” is none of this season's kinds. Please enter a code or name from the list of kinds."}},
    {Code::kindCodeShape,
     {"コードは英字から始め、半角の英小文字・数字・下線（_）で入力してください。",
      "Please begin the code with a letter and use lower-case letters, digits and underscores."}},
    {Code::totalDiffers,
     {"「{label}」は{min}ですが、内訳を合計すると{max}になります。意図した数か確認してください。",
      "“{label}” has {min}, but its parts add up to {max}. Please check that this is intended."}},
    {Code::kindInUse,
     {"応募、募集枠、上限または応募者の区分で使われている種類は、外したり数え方を変えたりできません。先にそちらを変更し"
      "てください。",
      "A kind or class that applications, seats, limits or people use cannot be removed or counted otherwise. Please "
      "change those first."}},
    {Code::capacityByOffers,
     {"このプログラムの定員数は、種類ごとの募集枠の合計です。「募集枠」で変更してください。",
      "The capacity of this program is the sum of its seats by kind. Please change it there."}},
    {Code::ceilingByLimits,
     {"この都道府県・領域の上限は枠の種類ごとに公表されています。「枠の種類と上限」のページで変更してください。",
      "The limits of this prefecture and specialty are published by kind of seats. Please change them on the page "
      "about "
      "kinds and limits."}},
    {Code::fractionUnreadable,
     {"係数は「15/100」「0.15」「15%」のような形で入力してください。",
      "Please enter the coefficient like 15/100, 0.15 or 15%."}},
    {Code::ruleNameTwice,
     {"「{label}」という名前は既に使われています。別の名前を入力してください。",
      "The name “{label}” is already in use. Please enter another."}},
    {Code::ruleTooLong,
     {"算出方法は{min}段以内、1段の項は{max}個以内にしてください。",
      "Please use at most {min} steps, with at most {max} terms each."}},
    {Code::ruleOverflow,
     {"「{label}」の計算の途中で数が大きくなりすぎました。係数と入力値を確認してください。",
      "A number became too large while computing “{label}”. Please check the coefficients and the values entered."}},
    {Code::ruleNotWhole,
     {"「{label}」の結果が整数になりません。端数の扱いを選んでください。",
      "“{label}” does not come out as a whole number. Please choose how to round it."}},
    {Code::letterExpired,
     {"このメールのURLは有効期限が過ぎています。送り直さずに、ご本人にもう一度手続きしていただくか、招待し直してくださ"
      "い。",
      "The link in this letter has expired. Instead of sending it again, ask the person to start again, or invite them "
      "anew."}},

    {Code::seasonWithoutRound,
     {"年度に募集を1つ以上登録してください。", "Please enter at least one round for the season."}},
    {Code::roundsOutOfOrder,
     {"次の募集が結果通知より後に始まり、最後の結果通知が4月1日の研修開始までに来るように入力してください。",
      "Each round must begin after the previous round's results, and the last results must come before training starts "
      "on 1 April."}},
    {Code::periodsOutOfOrder,
     {"登録期間、採用期間、採否結果通知日を、この順になるように入力してください。",
      "The registration period, adoption period and notification time must come in this order."}},
    {Code::tooManyRounds, {"募集の数を減らしてください。", "Please enter fewer rounds."}},

    {Code::seasonYearOutOfRange,
     {"年度（研修開始年）を西暦4桁で入力してください。過ぎた年度は登録できません。",
      "Please enter the year in which training starts as four digits. It cannot be in the past."}},
    {Code::seasonExists,
     {"この年度は既に登録されています。登録済みの年度を編集してください。",
      "This season already exists. Please edit the existing one."}},
    {Code::roundHasBegun,
     {"始まった期間は変更できません。これから始まる期間だけを変更してください。",
      "A period that has begun cannot be changed. Please change only periods that have not started."}},
    {Code::releaseTooEarly,
     {"採用期間が終わってから、結果の公開を承認してください。",
      "Please approve the release after the adoption period is over."}},
    {Code::releaseByAnother,
     {"結果の公開には2人の承認が必要です。もう1人の担当者に承認を依頼してください。",
      "Releasing the results needs approval from two people. Please ask a colleague for the second approval."}},
    {Code::alreadyReleased,
     {"この募集の結果は、既に公開が承認されています。",
      "The release of this round's results has already been approved."}},
    {Code::csvEncoding,
     {"文字コードを読み取れません。Excelで「CSV UTF-8」「CSV」「Unicode テキスト」のどれかとして保存し直してください。",
      "The character encoding could not be recognised. Please save the file again from Excel as “CSV UTF-8”, “CSV” or "
      "“Unicode Text”."}},
    {Code::csvEmpty,
     {"ファイルに行がありません。見出しの行と、1行以上の内容を入れてください。",
      "The file has no rows. Please include a heading row and at least one row of data."}},
    {Code::csvColumnMissing,
     {"見出しの行に「{label}」の列を加えてください。", "Please add a “{label}” column to the heading row."}},
    {Code::csvColumnUnknown,
     {"「{label}」という列は使えません。列の名前を確認するか、列を削除してください。",
      "The column “{label}” is not recognised. Please check its name or remove it."}},
    {Code::csvColumnTwice,
     {"「{label}」の列が2つあります。1つにしてください。",
      "The column “{label}” appears twice. Please keep only one."}},
    {Code::csvCellCount,
     {"この行の列の数が見出しの行と違います。カンマや引用符を確認してください。",
      "This row does not have the same number of cells as the heading row. Please check its commas and quotation "
      "marks."}},
    {Code::csvQuoteOpen,
     {"引用符（\"）が閉じられていません。ファイルが途中で切れていないか確認してください。",
      "A quotation mark is not closed. Please check that the file is complete."}},
    {Code::csvTooManyRows,
     {"行が多すぎます。{max}行以下のファイルに分けてください。",
      "There are too many rows. Please split the file into files of {max} rows or fewer."}},
    {Code::csvRowTwice,
     {"{min}行目と同じものを指しています。1行にまとめてください。",
      "This refers to the same entry as row {min}. Please keep only one."}},
    {Code::csvFormula,
     {"数式とみなされる文字（=、+、-、@）で始まる値は使えません。先頭の文字を取り除いてください。",
      "A value cannot begin with =, +, - or @, which spreadsheets treat as a formula. Please remove that character."}},
    {Code::csvIdUnknown,
     {"この番号のプログラムはありません。番号を確認するか、新しく登録する場合は番号を空にしてください。",
      "There is no program with this number. Please check the number, or leave it empty to create a new program."}},
    {Code::csvNotYours,
     {"ほかの領域の内容を含む行です。担当する領域の行だけを残してください。",
      "This row belongs to another specialty. Please keep only rows for your own specialty."}},

    {Code::formRefused,
     {"入力内容に直すところがあります。各項目の説明を確認してください。",
      "Some entries need correcting. Please see the message next to each of them."}},

    {Code::malformedRequest,
     {"送信内容を読み取れませんでした。画面を読み込み直して、もう一度お試しください。",
      "The request could not be read. Please reload the page and try again."}},
    {Code::malformedJson,
     {"送信内容を読み取れませんでした。正しいJSONのオブジェクトを送信してください。",
      "The request could not be read. Please send a well-formed JSON object."}},
    {Code::unknownItem,
     {"この項目は使えません。項目名を確認し、取り除いて送信してください。",
      "This item is not recognised. Please check its name or leave it out."}},
    {Code::notAText, {"この項目には文字列を送信してください。", "Please send a string for this item."}},
    {Code::unknownField,
     {"領域を01から19の中から選択してください。", "Please choose one of the specialties 01 to 19."}},
    {Code::unknownLanguage, {"言語はjaまたはenを指定してください。", "Please choose ja or en as the language."}},
    {Code::idempotencyKeyMalformed,
     {"Idempotency-KeyにはUUIDを指定してください。", "Please send a UUID as Idempotency-Key."}},
    {Code::idempotencyKeyReused,
     {"同じIdempotency-Keyで別の内容が送信されました。新しいキーを指定してください。",
      "This Idempotency-Key was already used for a different request. Please send a new one."}},
    {Code::demoClockBack,
     {"採用期間が始まった後は、デモの時計を戻すことはできません。今より後の時刻を選んでください。最初から見るには、デモ"
      "を起動し直してください。",
      "Once the adoption period has begun, the demo's clock can only move forward. Please choose a later time. To see "
      "the year from the start, restart the demo."}},
    {Code::originMissing,
     {"送信元を確認できません。本システムのページから操作してください。",
      "The origin of the request could not be verified. Please use the pages of this system."}},
    {Code::originRefused,
     {"許可されていないページからの送信です。本システムのページから操作してください。",
      "Requests from this page are not allowed. Please use the pages of this system."}},
    {Code::actingForMissing,
     {"どなたの画面からの操作かを確認できないため、実行しませんでした。画面を読み込み直してから、もう一度操作してくだ"
      "さい。",
      "Nothing was done: the request does not say whom it acts for. Please reload the page and try again."}},
    {Code::actingForAnother,
     {"この画面を開いた後に別の方がログインしたため、操作は実行していません。ログインしている方を確認してから、もう一度"
      "操作してください。",
      "Nothing was done: someone else has logged in since this page was opened. Please check who is logged in, then "
      "try "
      "again."}},
    {Code::notForYou,
     {"この操作を行う権限がありません。ログインし直すか、別のページから操作してください。",
      "You do not have permission to do this. Please log in again or use another page."}},
    {Code::notFound,
     {"お探しのものは見つかりません。アドレスを確認するか、トップページからお進みください。",
      "Not found. Please check the address or start from the home page."}},
    {Code::methodNotAllowed,
     {"この操作はここでは行えません。APIの説明で使えるメソッドを確認してください。",
      "This method is not available here. Please see the API documentation."}},
    {Code::requestTimeout,
     {"送信に時間がかかりすぎました。通信状況を確認して、もう一度お試しください。",
      "The request took too long. Please check your connection and try again."}},
    {Code::bodyTooLarge,
     {"送信内容が大きすぎます。入力を短くして、もう一度お試しください。",
      "The request is too large. Please shorten your entries and try again."}},
    {Code::uriTooLong,
     {"アドレスが長すぎます。検索語を短くして、もう一度お試しください。",
      "The address is too long. Please shorten the search and try again."}},
    {Code::headersTooLarge,
     {"ブラウザから送られた情報が大きすぎます。このサイトのCookieを削除して、もう一度お試しください。",
      "Your browser sent too much data. Please delete this site's cookies and try again."}},
    {Code::notJson,
     {"Content-Typeをapplication/jsonにして送信してください。",
      "Please send the request with Content-Type application/json."}},
    {Code::tooManyAttempts,
     {"操作の回数が多すぎます。しばらく待ってから、もう一度お試しください。",
      "Too many attempts. Please wait a while and try again."}},
    {Code::busy,
     {"ただいま大変混み合っています。しばらく待ってから、もう一度お試しください。",
      "The system is very busy. Please wait a while and try again."}},
    {Code::internalError,
     {"処理を完了できませんでした。しばらく待ってから、もう一度お試しください。続く場合はお問い合わせください。",
      "Something went wrong. Please wait a while and try again. If the problem continues, please contact us."}},
}};

static_assert(
    [] {
      for (std::size_t row = 0; row < sentences.size(); ++row) {
        auto const& [code, says] = sentences[row];
        if (index(code) != row || (code != Code::ok && (says.ja.empty() || says.en.empty()))) return false;
      }
      return true;
    }(),
    "each code has its sentence in both languages, in the order of the enumeration");

}  // namespace

std::string_view sentence(Code code, Language language) {
  return sentences[index(code)].says.in(language);
}

std::string fill(std::string_view sentence, Subject const& subject) {
  std::string filled;
  while (true) {
    std::size_t const open = sentence.find('{'), close = sentence.find('}', open);
    filled += sentence.substr(0, open);
    if (close == std::string_view::npos) return filled;
    std::string_view const name = sentence.substr(open + 1, close - open - 1);
    if (name == "label") filled += subject.label;
    if (name == "min") filled += std::to_string(subject.min);
    if (name == "max") filled += std::to_string(subject.max);
    sentence.remove_prefix(close + 1);
  }
}

}  // namespace senkoi::words
