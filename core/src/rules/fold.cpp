#include "senkoi/rules/fold.hpp"

#include <algorithm>
#include <string_view>

#include "senkoi/rules/text/classes.hpp"

namespace senkoi::rules {
namespace {

// U+FF61 … U+FF9F as the full-width kana they stand for.
constexpr std::u16string_view halfWidthKana =
    u"。「」、・をぁぃぅぇぉゃゅょっーあいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらり"
    u"るれろわん"
    u"\u3099\u309A";
static_assert(halfWidthKana.size() == 0xFF9F - 0xFF61 + 1);

// Old and variant kanji of people, places and hospitals, each followed by what most people type; in order of code
// point.
constexpr std::u16string_view variants =
    u"亞亜佛仏來来俱倶假仮傳伝兒児內内冨富凉涼劍剣區区卽即參参吳呉圀国國国圓円圖図團団埜野增増壯壮壽寿學学實実"
    u"寬寛寶宝將将專専屬属峯峰峽峡嵜崎嶋島嶌島嶽岳廣広廳庁彌弥彥彦德徳惠恵愼慎應応戰戦戶戸拜拝據拠收収敎教晉晋"
    u"曻昇曾曽會会栁柳桒桑桺柳條条榮栄槇槙槗橋橫横檜桧檢検櫻桜步歩歷歴歸帰每毎氣気涉渉淸清淺浅溫温滿満澤沢濱浜"
    u"濵浜瀧滝瀨瀬灣湾燈灯狹狭產産當当發発眞真眾衆硏研礒磯祕秘祿禄禮礼稻稲穎頴穗穂竝並籔薮籠篭絲糸經経綠緑緖緒"
    u"縣県總総聰聡聲声腦脳臟臓臺台與与舊旧舘館艷艶苅刈莊荘萬万薰薫藏蔵藥薬藪薮覺覚觀観譽誉豐豊豫予賴頼遙遥邉辺"
    u"邊辺邨村郞郎鄕郷醫医鍊錬鎭鎮鐵鉄閒間關関隱隠靈霊靑青靜静靱靭顯顕驛駅體体髙高鷗鴎鹽塩麥麦麴麹黑黒齊斉齋斎"
    u"齒歯齡齢龍竜龜亀\uF929朗\uF92C郎\uF98A力\uF9DC隆\uFA10塚\uFA11崎\uFA12晴\uFA15凞\uFA16猪\uFA17益\uFA18礼\uFA19神"
    u"\uFA1A祥\uFA1B福\uFA1C靖\uFA1D精\uFA1E羽\uFA20蘒\uFA22諸\uFA25逸\uFA26都\uFA2A飯\uFA2B飼\uFA2C館\uFA2D鶴\uFA30侮"
    u"\uFA31僧"
    u"\uFA34勤\uFA38器\uFA43暑\uFA45海\uFA47漢\uFA4C社\uFA4D祉\uFA4E祈\uFA4F祐\uFA50祖\uFA51祝\uFA54穀\uFA5B者"
    u"\uFA61視\uFA65贈\uFA67逸\uFA68難\uFA69響";

constexpr std::size_t variantCount = variants.size() / 2;
constexpr char16_t variantAt(std::size_t i) {
  return variants[2 * i];
}

constexpr bool inOrder() {
  for (std::size_t i = 1; i < variantCount; ++i) {
    if (variantAt(i - 1) >= variantAt(i)) return false;
  }
  return variants.size() % 2 == 0;
}
static_assert(inOrder());

char32_t foldKanji(char32_t point) {
  if (point == U'𠮷') return U'吉';
  std::size_t low = 0, high = variantCount;
  while (low < high) {
    std::size_t const middle = (low + high) / 2;
    if (variantAt(middle) < point) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < variantCount && variantAt(low) == point ? variants[2 * low + 1] : point;
}

char32_t foldKana(char32_t point) {
  if (point >= 0x30A1 && point <= 0x30F6) point -= 0x60;  // katakana → hiragana
  switch (point) {
    case U'っ':
      return U'つ';  // 四ッ谷, 四ツ谷
    case U'ゕ':
      return U'か';
    case U'ゖ':
      return U'け';  // 茅ヶ崎, 茅ケ崎
    case U'ヷ':
      return U'わ';
    case U'ヸ':
      return U'ゐ';
    case U'ヹ':
      return U'ゑ';
    case U'ヺ':
      return U'を';
    case U'ヽ':
      return U'ゝ';
    case U'ヾ':
      return U'ゞ';
    case U'・':
      return 0;
    case U'゛':
      return 0x3099;
    case U'゜':
      return 0x309A;
    default:
      return point;
  }
}

// Latin, Greek and Cyrillic capitals beyond ASCII that JIS X 0208 and 0213 have.
char32_t foldCase(char32_t point) {
  bool const latin = point >= 0xC0 && point <= 0xDE && point != 0xD7;
  bool const greek = point >= 0x391 && point <= 0x3AB;
  bool const cyrillic = point >= 0x410 && point <= 0x42F;
  if (latin || greek || cyrillic) return point + 0x20;
  return point == U'Ё' ? U'ё' : point;
}

// What stands between characters or only changes how one is drawn.
bool isIgnored(char32_t point) {
  bool const selector = (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF);
  bool const joiner = point >= 0x200B && point <= 0x200F;
  return isSpace(point) || isControl(point) || isDirection(point) || selector || joiner || point == 0xAD ||
         point == 0xB7;
}

}  // namespace

char32_t foldPoint(char32_t source) {
  char32_t point = narrow(source);
  if (point >= 0xFF61 && point <= 0xFF9F) point = halfWidthKana[point - 0xFF61];
  if (isHyphen(point)) return U'ー';
  if (isIgnored(point)) return 0;
  if (point < 0x80) return lower(point);
  if (point < 0x3041) return foldCase(point);
  if (point < 0x3100) return foldKana(point);
  return foldKanji(point);
}

char16_t composeKana(char16_t kana, char32_t mark) {
  bool const hRow = kana >= u'は' && kana <= u'ほ' && (kana - u'は') % 3 == 0;
  if (mark == 0x309A) return hRow ? static_cast<char16_t>(kana + 2) : kana;
  bool const toChi = kana >= u'か' && kana <= u'ち' && (kana - u'か') % 2 == 0;
  bool const tsuToTo = kana == u'つ' || kana == u'て' || kana == u'と';
  if (kana == u'う') return u'ゔ';
  return hRow || toChi || tsuToTo || kana == u'ゝ' ? static_cast<char16_t>(kana + 1) : kana;
}

}  // namespace senkoi::rules
