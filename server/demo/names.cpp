#include "server/demo/names.hpp"

#include <array>
#include <string_view>

#include "senkoi/words/label.hpp"

namespace senkoi::server::demo {
namespace {

constexpr std::array<std::string_view, 48> stems{
    "星見", "月影", "風待", "花守", "夕凪", "朝霧", "雲居", "虹見", "鈴音", "蛍火", "水鏡", "白妙",
    "若緑", "春待", "夏樹", "秋澄", "冬萌", "雪解", "波音", "潮鳴", "松籟", "桜守", "藤波", "萩香",
    "桐花", "楓葉", "菊里", "蓮見", "梅香", "竹笛", "柚香", "橘香", "茜空", "藍染", "琥珀", "瑠璃",
    "翡翠", "千鳥", "鶴渡", "雁渡", "鷺草", "鳩笛", "燕返", "雲雀", "駒止", "鹿鳴", "兎追", "狐火"};
constexpr std::array<std::string_view, 12> endings{"野", "丘", "台", "浜", "原", "沢",
                                                   "川", "里", "森", "島", "坂", "瀬"};
static_assert(stems.size() % endings.size() == 0);  // else some pairs would come twice

// P stands for the prefecture, X for the place. Some are written as people dislike to type them.
constexpr std::array<std::string_view, 14> kinds{"P立X総合医療センター",
                                                 "X市立病院",
                                                 "X赤十字病院",
                                                 "独立行政法人国立病院機構X医療センター",
                                                 "済生会X総合病院",
                                                 "X市民病院",
                                                 "ＪＡ厚生連X病院",
                                                 "X中央病院",
                                                 "社会医療法人X会　X記念病院",
                                                 "X労災病院",
                                                 "髙﨑記念X病院",
                                                 "Xメディカルセンター",
                                                 "医療法人ひばり会　X病院",
                                                 "X渡邊病院"};

// How many universities with a medical school the demo gives to a prefecture.
std::size_t universities(Prefecture prefecture) {
  switch (prefecture) {
    case Prefecture::tokyo:
      return 9;
    case Prefecture::osaka:
      return 5;
    case Prefecture::kanagawa:
    case Prefecture::aichi:
    case Prefecture::fukuoka:
      return 4;
    case Prefecture::hokkaido:
      return 3;
    default:
      return 1;
  }
}

std::string replaced(std::string_view kind, std::string_view prefecture, std::string_view place) {
  std::string name;
  for (const char unit : kind) {
    if (unit == 'P') {
      name.append(prefecture);
    } else if (unit == 'X') {
      name.append(place);
    } else {
      name.push_back(unit);
    }
  }
  return name;
}

constexpr std::array<std::string_view, 40> familyNames{
    "佐藤", "鈴木", "髙橋", "田中", "渡邊", "伊藤", "中村", "小林", "山本", "加藤", "吉田", "山田",  "佐々木", "山口",
    "松本", "井上", "木村", "齋藤", "清水", "山﨑", "阿部", "池田", "橋本", "石川", "前田", "小川",  "岡田",   "長谷川",
    "藤田", "後藤", "近藤", "村上", "遠藤", "青木", "坂本", "福田", "西村", "太田", "濵田", "龍造寺"};
constexpr std::array<std::string_view, 32> givenNames{
    "翔太",   "陽菜", "大輔", "美咲", "健一", "彩",   "拓也",   "愛",   "直樹", "結衣",  "亮",
    "真由美", "誠",   "千尋", "和也", "由佳", "悠真", "さくら", "浩二", "恵",   "隆",    "明日香",
    "純",     "薫",   "修",   "瞳",   "大和", "遥",   "聡",     "舞",   "優",   "ひかり"};

}  // namespace

std::string placeName(std::size_t index) {
  const std::size_t stem = index % stems.size();
  return std::string{stems[stem]}.append(endings[(index / stems.size() + stem) % endings.size()]);
}

std::vector<Facility> facilitiesOf(Prefecture prefecture, std::size_t count, std::size_t taken) {
  std::vector<Facility> facilities;
  for (std::size_t rank = 0; rank < count; ++rank) {
    const std::string place = placeName(taken + rank);
    const std::size_t schools = universities(prefecture);
    std::string name = rank < schools ? place + (rank % 2 == 0 ? "大学病院" : "医科大学附属病院")
                                      : replaced(kinds[(rank - schools) % kinds.size()],
                                                 words::label(prefecture, Language::ja), place);
    facilities.push_back({std::move(name), place + "市"});
  }
  return facilities;
}

PersonName personName(DeterministicRandom& random) {
  const std::string_view family = random.pick(familyNames);
  return {std::string{family}, std::string{random.pick(givenNames)}};
}

}  // namespace senkoi::server::demo
