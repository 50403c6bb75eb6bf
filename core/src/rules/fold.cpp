#include "senkoi/rules/fold.hpp"

#include <array>
#include <cstdint>
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

// Old and variant kanji, each followed by what most people type; in order of code point. From the old forms that the
// table of kanji for daily use shows in brackets (常用漢字表, 2010: 獨協 and 独協, 濟生会 and 済生会), from the second
// of the two tables of kanji for names (人名用漢字, 戸籍法施行規則別表第二, 2017) with the forms that it calls the
// same, and from the forms of JIS X 0208 and 0213 that stand beside each other in names of places and hospitals (飛驒
// and 飛騨, 塩竈 and 塩釜).
constexpr std::u16string_view variants =
    u"乘乗亂乱亙亘亞亜佛仏來来俱倶倂併假仮傳伝僞偽價価儉倹兒児內内兩両册冊冨富冲沖凉涼凜凛凾函剝剥剩剰剱剣劍剣劑剤劒剣"
    u"劔剣勞労勳勲勵励勸勧區区卷巻卻却卽即參参吞呑吳呉單単噓嘘嚙噛嚴厳囊嚢囑嘱圀国圈圏國国圍囲圓円圖図團団圡土埜野堯尭"
    u"塡填塲場增増墮堕壓圧壘塁壞壊壤壌壯壮壹壱壺壷壻婿壽寿奧奥奬奨娛娯孃嬢學学寢寝實実寫写寬寛寳宝寶宝將将專専對対尙尚"
    u"屆届屛屏屬属峯峰峽峡嵜崎嶋島嶌島嶽岳巖巌巢巣帶帯廐厩廚厨廢廃廣広廳庁彈弾彌弥彥彦徑径從従徵徴德徳恆恒悅悦惠恵惡悪"
    u"惱悩愼慎慘惨應応懷懐戀恋戰戦戲戯戶戸戾戻拂払拔抜拜拝挾挟插挿揭掲搔掻搖揺搜捜摑掴擇択擊撃擔担據拠擧挙擴拡攝摂攪撹"
    u"收収效効敍叙敎教敕勅數数斷断旣既晄晃晉晋晚晩晝昼曆暦曉暁曻昇曾曽會会杤栃查査栁柳栢柏桒桑桝枡桺柳條条棧桟榮栄槇槙"
    u"槗橋槪概樂楽樓楼樞枢樣様橫横檜桧檢検檮梼櫟檪櫻桜權権歐欧歡歓步歩歲歳歷歴歸帰殘残殼殻毆殴每毎氣気沒没涉渉涌湧淚涙"
    u"淨浄淸清淺浅渊淵渕淵渴渇溪渓溫温滯滞滿満潑溌潛潜澀渋澁渋澤沢濕湿濟済濤涛濱浜濵浜瀆涜瀧滝瀨瀬灣湾焰焔熙煕燈灯燒焼"
    u"營営爐炉爭争爲為犧犠狀状狹狭獨独獵猟獸獣獻献瑤瑶瓣弁甁瓶產産畫画當当疊畳瘦痩癡痴發発盃杯盜盗盡尽眞真眾衆硏研碎砕"
    u"碕崎礒磯礦鉱礪砺祕秘祿禄禪禅禮礼禰祢禱祷稅税稱称稻稲穎頴穐秋穗穂穩穏穰穣竃釜竈釜竊窃竝並簞箪籐藤籔薮籠篭粹粋絕絶"
    u"絲糸經経綠緑緖緒緣縁縣県縱縦總総繡繍繩縄繪絵繫繋繼継續続纖繊缺欠罐缶聰聡聲声聽聴肅粛脫脱腦脳膽胆臟臓臺台與与舊旧"
    u"舍舎舖舗舘館舩船艷艶苅刈莊荘莖茎萊莱萠萌萬万蔣蒋薗園薰薫藏蔵藝芸藥薬藪薮蘆芦處処虛虚號号螢蛍蟬蝉蟲虫蠟蝋蠣蛎蠶蚕"
    u"蠻蛮衞衛裝装襃褒覺覚覽覧觀観觸触說説諫諌謠謡證証譽誉讀読變変讓譲讚讃谿渓豐豊豫予貳弐賣売賤賎賴頼贊賛踐践軀躯輕軽"
    u"轉転辨弁辭辞辯弁遙遥遞逓遲遅邉辺邊辺邨村郞郎鄕郷鄰隣醉酔醫医醬醤釀醸釋釈銕鉄銳鋭錄録錢銭鍊錬鎭鎮鐵鉄鑄鋳鑛鉱閒間"
    u"閱閲關関陷陥隝島隨随險険隱隠隸隷雙双雜雑霸覇靈霊靍鶴靏鶴靑青靜静靱靭頰頬頸頚顏顔顚顛顯顕飜翻飮飲餘余餠餅駈駆騷騒"
    u"驅駆驒騨驗験驛駅髓髄體体髙高髮髪鬪闘鬭闘鰺鯵鶯鴬鷄鶏鷗鴎鹼鹸鹽塩麥麦麴麹麵麺黃黄黑黒默黙點点黨党齊斉齋斎齒歯齡齢"
    u"龍竜龜亀\uF91D欄\uF928廊\uF929朗\uF92C郎\uF936虜\uF98A力\uF996練\uF9D0類\uF9DC隆\uFA10塚\uFA11崎\uFA12晴\uFA15凞"
    u"\uFA16猪\uFA17益\uFA18礼\uFA19神\uFA1A祥\uFA1B福\uFA1C靖\uFA1D精\uFA1E羽\uFA20蘒\uFA22諸\uFA25逸\uFA26都\uFA2A飯"
    u"\uFA2B飼\uFA2C館\uFA2D鶴\uFA30侮\uFA31僧\uFA33勉\uFA34勤\uFA35卑\uFA36喝\uFA37嘆\uFA38器\uFA39塀\uFA3A墨\uFA3B層"
    u"\uFA3D悔\uFA3E慨\uFA3F憎\uFA40懲\uFA41敏\uFA43暑\uFA44梅\uFA45海\uFA46渚\uFA47漢\uFA48煮\uFA4A琢\uFA4B碑\uFA4C社"
    u"\uFA4D祉\uFA4E祈\uFA4F祐\uFA50祖\uFA51祝\uFA52禍\uFA53禎\uFA54穀\uFA55突\uFA56節\uFA57練\uFA59繁\uFA5A署\uFA5B者"
    u"\uFA5C臭\uFA5F著\uFA60褐\uFA61視\uFA62謁\uFA63謹\uFA64賓\uFA65贈\uFA67逸\uFA68難\uFA69響\uFA6A頻";

constexpr std::size_t variantCount = variants.size() / 2;

// The table by bytes: those of the sorted high half repeat, so that what a page loads packs well.
struct Variants {
  std::array<std::uint8_t, variantCount> high, low, newHigh, newLow;

  constexpr char32_t at(std::size_t i) const { return static_cast<char32_t>(high[i] << 8 | low[i]); }
  constexpr char32_t newAt(std::size_t i) const { return static_cast<char32_t>(newHigh[i] << 8 | newLow[i]); }
};

constexpr Variants byBytes() {
  Variants made{};
  for (std::size_t i = 0; i < variantCount; ++i) {
    char16_t const variant = variants[2 * i], typed = variants[2 * i + 1];
    made.high[i] = static_cast<std::uint8_t>(variant >> 8);
    made.low[i] = static_cast<std::uint8_t>(variant & 0xFF);
    made.newHigh[i] = static_cast<std::uint8_t>(typed >> 8);
    made.newLow[i] = static_cast<std::uint8_t>(typed & 0xFF);
  }
  return made;
}
constexpr Variants packed = byBytes();

constexpr bool inOrder() {
  for (std::size_t i = 1; i < variantCount; ++i) {
    if (packed.at(i - 1) >= packed.at(i)) return false;
  }
  return variants.size() % 2 == 0;
}
static_assert(inOrder());

char32_t foldKanji(char32_t point) {
  if (point == U'𠮷') return U'吉';
  std::size_t low = 0, high = variantCount;
  while (low < high) {
    std::size_t const middle = (low + high) / 2;
    if (packed.at(middle) < point) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < variantCount && packed.at(low) == point ? packed.newAt(low) : point;
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
