#include "senkoi/rules/japan_time.hpp"
#include "server/demo/season_data.hpp"

namespace senkoi::server::demo {

std::vector<store::Notice> makeNotices() {
  const auto at = [](int month, int day, int hourOfDay) { return rules::japanTime({2018, month, day, hourOfDay}); };
  const std::optional<Field> everybody;
  const Field internalMedicine = Field::internalMedicine, pediatrics{2}, surgery{5}, generalPractice{19};
  return {
      {1, everybody, at(10, 1, 10), "2019年度 専攻医登録のスケジュールについて",
       "Schedule of registration for training from April 2019",
       "一次募集の登録期間は10月22日12時から11月21日12時までです。期間内は応募の取下げと変更ができます。",
       "The first round is open from 22 October, 12:00, to 21 November, 12:00 (Japan time). Until it closes you can "
       "withdraw and switch."},
      {2, everybody, at(10, 15, 10), "５都府県のシーリング数を公開しました",
       "Ceilings of the five prefectures published",
       "東京・神奈川・愛知・大阪・福岡では、過去５年の採用実績の平均を超えて採用することはできません。"
       "外科・産婦人科・病理・臨床検査・総合診療は対象外です。",
       "In Tokyo, Kanagawa, Aichi, Osaka and Fukuoka nobody can be adopted above the mean of the past five years. "
       "Surgery, obstetrics and gynaecology, pathology, laboratory medicine and general practice have no ceiling."},
      {3, everybody, at(10, 22, 12), "一次募集の登録を開始しました", "The first round is open",
       "開始直後は混み合うことがあります。登録の先着順ではありませんので、落ち着いてお手続きください。",
       "The site may be busy at first. Nobody is chosen for applying early, so take your time."},
      {4, pediatrics, at(10, 29, 9), "東京都のプログラムへの応募を検討中の方へ",
       "If you are considering a program in Tokyo",
       "東京都の応募者数がシーリング数を上回る見込みです。応募状況をご確認のうえ、お選びください。",
       "The number of applicants in Tokyo is likely to exceed the ceiling. Please check the figures before you "
       "choose."},
      {5, internalMedicine, at(11, 1, 9), "合同説明会の資料を掲載しました", "Documents of the joint briefing",
       "各プログラムの説明資料は、プログラム詳細の問合せ先からご請求ください。",
       "Ask the contact on a program's page for its documents."},
      {6, surgery, at(11, 5, 9), "見学の受付について", "Visits to the hospitals",
       "見学は各基幹施設で受け付けています。応募の前にご相談ください。",
       "Each facility arranges visits. Please ask before you apply."},
      {7, generalPractice, at(11, 8, 9), "総合診療にはシーリングがありません", "General practice has no ceiling",
       "過去の採用実績がないため、シーリングの対象外です。定員数の範囲で採用されます。",
       "There is no record of past adoptions, so adoption is limited by capacity alone."},
      {8, everybody, at(11, 12, 9), "締切前のご案内", "Before the deadline",
       "登録期間は11月21日12時ちょうどに終了します。終了後は、応募も取下げもできません。",
       "Registration ends on 21 November at exactly 12:00. After that you can neither apply nor withdraw."},
  };
}

}  // namespace senkoi::server::demo
