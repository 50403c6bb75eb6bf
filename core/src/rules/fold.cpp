#include "senkoi/rules/fold.hpp"

#include <algorithm>
#include <string_view>

#include "senkoi/rules/text/classes.hpp"
#include "senkoi/rules/text/invisible.hpp"

namespace senkoi::rules {
namespace {

// U+FF61 … U+FF9F as the full-width kana they stand for.
constexpr std::u16string_view halfWidthKana =
    u"。「」、・をぁぃぅぇぉゃゅょっーあいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらり"
    u"るれろわん"
    u"\u3099\u309A";
static_assert(halfWidthKana.size() == 0xFF9F - 0xFF61 + 1);

// Old and variant kanji, each followed by what most people type; in order of code point. From the second of the two
// tables of kanji for names (人名用漢字, 戸籍法施行規則別表第二, 2017) with the forms that it calls the same, and from
// the forms of JIS X 0208 and 0213 that stand beside each other in names of places and hospitals (飛驒 and 飛騨, 塩竈
// and 塩釜).
constexpr std::u16string_view variants =
    u"乘乗亙亘亞亜佛仏來来俱倶假仮傳伝僞偽價価儉倹兒児內内冨富冲沖凉涼凜凛凾函剩剰劍剣勳勲區区卷巻卽即參参吳呉單単"
    u"嚙噛嚴厳圀国圈圏國国圓円圖図團団圡土埜野堯尭增増壘塁壞壊壯壮壹壱壺壷壽寿奧奥奬奨孃嬢學学寢寝實実寬寛寳宝寶宝"
    u"將将專専屛屏屬属峯峰峽峡嵜崎嶋島嶌島嶽岳巖巌巢巣帶帯廐厩廣広廳庁彈弾彌弥彥彦從従徵徴德徳恆恒惠恵惡悪愼慎應応"
    u"懷懐戰戦戲戯戶戸拂払拔抜拜拝揭掲搖揺搜捜擊撃據拠攝摂收収敍叙敎教晄晃晉晋晚晩晝昼曆暦曉暁曻昇曾曽會会杤栃栁柳"
    u"栢柏桒桑桝枡桺柳條条榮栄槇槙槗橋樂楽樞枢樣様橫横檜桧檢検檮梼櫟檪櫻桜歐欧步歩歷歴歸帰每毎氣気涉渉涌湧淚涙淨浄"
    u"淸清淺浅渊淵渕淵渴渇溫温滯滞滿満澀渋澁渋澤沢濕湿濤涛濱浜濵浜瀧滝瀨瀬灣湾燈灯燒焼爭争爲為狀状狹狭獸獣瑤瑶產産"
    u"當当疊畳瘦痩發発盃杯盜盗盡尽眞真眾衆硏研碎砕碕崎礒磯礪砺祕秘祿禄禪禅禮礼禰祢禱祷稻稲穎頴穐秋穗穂穰穣竃釜竈釜"
    u"竝並籐藤籔薮籠篭粹粋絲糸經経綠緑緖緒緣縁縣県縱縦總総纖繊聰聡聲声聽聴腦脳臟臓臺台與与舊旧舖舗舘館舩船艷艶苅刈"
    u"莊荘萊莱萠萌萬万蔣蒋薗園薰薫藏蔵藝芸藥薬藪薮蘆芦虛虚蠣蛎衞衛裝装覺覚覽覧觀観諫諌謠謡譽誉讓譲讚讃豐豊豫予賣売"
    u"賤賎賴頼轉転遙遥邉辺邊辺邨村郞郎鄕郷醉酔醫医釀醸釋釈銕鉄錄録鍊錬鎭鎮鐵鉄鑄鋳鑛鉱閒間關関陷陥險険隱隠雜雑靈霊"
    u"靍鶴靏鶴靑青靜静靱靭頰頬顯顕飜翻餠餅駈駆騷騒驒騨驗験驛駅體体髙高髮髪鰺鯵鶯鴬鷄鶏鷗鴎鹼鹸鹽塩麥麦麴麹黃黄黑黒"
    u"默黙齊斉齋斎齒歯齡齢龍竜龜亀\uF91D欄\uF928廊\uF929朗\uF92C郎\uF936虜\uF98A力\uF996練\uF9D0類\uF9DC隆\uFA10塚"
    u"\uFA11崎\uFA12晴\uFA15凞\uFA16猪\uFA17益\uFA18礼\uFA19神\uFA1A祥\uFA1B福\uFA1C靖\uFA1D精\uFA1E羽\uFA20蘒"
    u"\uFA22諸\uFA25逸\uFA26都\uFA2A飯\uFA2B飼\uFA2C館\uFA2D鶴\uFA30侮\uFA31僧\uFA33勉\uFA34勤\uFA35卑\uFA37嘆"
    u"\uFA38器\uFA3A墨\uFA3B層\uFA3D悔\uFA3F憎\uFA40懲\uFA41敏\uFA43暑\uFA44梅\uFA45海\uFA47漢\uFA48煮\uFA4B碑"
    u"\uFA4C社\uFA4D祉\uFA4E祈\uFA4F祐\uFA50祖\uFA51祝\uFA52禍\uFA54穀\uFA55突\uFA56節\uFA57練\uFA59繁\uFA5A署"
    u"\uFA5B者\uFA5C臭\uFA5F著\uFA61視\uFA62謁\uFA63謹\uFA64賓\uFA65贈\uFA67逸\uFA68難\uFA69響";

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

// U+00C0 … U+017F as the letter without its mark; those that are letters of their own stand for themselves.
constexpr std::u16string_view unmarked =
    u"aaaaaaæceeeeiiiiðnooooo×ouuuuyþßaaaaaaæceeeeiiiiðnooooo÷ouuuuyþy"
    u"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiĳĳjjkkĸllllllllllnnnnn"
    u"nnŋŋooooooœœrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(unmarked.size() == 0x180 - 0xC0);

// ㈱ … ㈿ as what stands in their brackets.
constexpr std::u16string_view bracketed = u"株有社名特財祝労代呼学監企資協";

// Capitals beyond ASCII that JIS X 0208 and 0213 have, Latin letters without their marks, circled and Roman ones.
char32_t foldLetter(char32_t point) {
  if (point >= 0xC0 && point < 0x180) return unmarked[point - 0xC0];
  bool const greek = point >= 0x391 && point <= 0x3AB;
  bool const cyrillic = point >= 0x410 && point <= 0x42F;
  if (greek || cyrillic) return point + 0x20;
  if (point >= 0x2160 && point <= 0x216F) return point + 0x10;  // Ⅱ → ⅱ
  if (point >= 0x24B6 && point <= 0x24CF) return point + 0x1A;  // Ⓐ → ⓐ
  return point == U'Ё' ? U'ё' : point;
}

// The tildes that are typed for a wave dash.
bool isWave(char32_t point) {
  return point == '~' || point == 0x2053 || point == 0x223C || point == 0x301C || point == 0x3030;
}

bool isBracket(char32_t point) {
  return point == '(' || point == ')' || point == '[' || point == ']' || (point >= 0x3008 && point <= 0x3011) ||
         (point >= 0x3014 && point <= 0x301B);
}

// What stands between characters or only changes how one is drawn.
bool isIgnored(char32_t point) {
  bool const mark = point >= 0x300 && point <= 0x36F;
  return isSpace(point) || isControl(point) || isIgnorable(point) || isBracket(point) || mark || point == 0xB7;
}

}  // namespace

char32_t foldPoint(char32_t source) {
  char32_t point = narrow(source);
  if (point >= 0xFF61 && point <= 0xFF9F) point = halfWidthKana[point - 0xFF61];
  if (isHyphen(point) || isWave(point)) return U'ー';
  if (isIgnored(point)) return 0;
  if (point < 0x80) return lower(point);
  if (point < 0x3041) return foldLetter(point);
  if (point < 0x3100) return foldKana(point);
  if (point >= 0x3231 && point <= 0x323F) return bracketed[point - 0x3231];
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
