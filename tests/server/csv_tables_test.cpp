// Tables as people and spreadsheets leave them (S3, S4): what no machine needs sent back is read, and what is refused
// is told once.
#include <gtest/gtest.h>

#include <array>
#include <set>
#include <string>

#include "senkoi/forms/office_forms.hpp"
#include "senkoi/words/column.hpp"
#include "server/csv/headings.hpp"
#include "server/csv/read.hpp"
#include "server/csv/write.hpp"
#include "server/handlers/office/form_table.hpp"

namespace senkoi::tests::tables {
namespace {

using namespace server::csv;
using namespace std::string_literals;
using Found = std::vector<Problem>;

constexpr std::array columns{server::csv::Column{"facility", "基幹施設名", "Facility"},
                             server::csv::Column{"name", "専門研修プログラム名", "Program"},
                             server::csv::Column{"phone", "電話番号（代表）", "Phone number", false}};
const std::string head = "facility,name,phone\n";

Table table(std::string_view bytes) {
  return read(bytes, columns);
}
Found found(std::string_view bytes) {
  return table(bytes).problems.sorted();
}

// With its mark, each unit as two bytes.
std::string utf16(std::string_view utf8, bool bigEndian) {
  std::string bytes = bigEndian ? "\xFE\xFF" : "\xFF\xFE";
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t point = rules::next(utf8.data(), utf8.size(), at);
    char16_t units[2];
    const std::size_t count = rules::put(units, point);
    for (std::size_t i = 0; i < count; ++i) {
      const char high = static_cast<char>(units[i] >> 8), low = static_cast<char>(units[i] & 0xFF);
      bytes += bigEndian ? high : low;
      bytes += bigEndian ? low : high;
    }
  }
  return bytes;
}

TEST(CsvTables, S3_HeadingsAreKnownInAnyWidthKanaCaseAndWithBlanksOrLineBreaksInside) {
  for (const std::string& heading :
       {"　基幹施設名　"s, "\u00A0基幹施設名\u00A0"s, "\"基幹\n施設名\""s, "\"基幹\r\n 施設名\""s, "基幹 施設名"s,
        "\u200B基幹施設名\uFEFF"s, "ＦＡＣＩＬＩＴＹ"s, "facility "s, "「基幹施設名」"s}) {
    const Table read = table(heading + ",専門研修ﾌﾟﾛｸﾞﾗﾑ名,電話番号(代表)\na,b,c\n");
    EXPECT_TRUE(read.problems.none()) << heading;
    ASSERT_EQ(read.rows(), 1u) << heading;
    EXPECT_EQ(std::string(read.cell(0, 0)) + std::string(read.cell(0, 1)) + std::string(read.cell(0, 2)), "abc");
  }
}

TEST(CsvTables, S3_CellsLoseWhatNobodySeesAtTheirEndsAndLineBreaksWithinAreBlanks) {
  const Table read = table(head + "　聖路加\u00A0,\"東京\r\n小児科\",\u200B\u00AD\n");
  EXPECT_TRUE(read.problems.none());
  ASSERT_EQ(read.rows(), 1u);
  EXPECT_EQ(read.cell(0, 0), "聖路加");
  EXPECT_EQ(read.cell(0, 1), "東京 小児科");
  EXPECT_EQ(read.cell(0, 2), "");
}

TEST(CsvTables, S3_AnyMarksBeforeAndAnEndOfFileOfOldTimesAfterAreNoPartOfIt) {
  for (const std::string& bytes : {"\uFEFF\uFEFF" + head + "a,b,c\n", head + "a,b,c\n\x1A", head + "a,b,c\x1A",
                                   "\uFEFF" + head + "a,b,c\r\n\x1A\r\n"}) {
    const Table read = table(bytes);
    EXPECT_TRUE(read.problems.none()) << bytes;
    ASSERT_EQ(read.rows(), 1u) << bytes;
    EXPECT_EQ(read.cell(0, 2), "c") << bytes;
  }
}

TEST(CsvTables, S3_RowsOfBlanksAndCommasAreNone) {
  const Table read = table(head + "a,b,c\n　, ,\u00A0\n,,\n \u3000\nd,e,f\n,,,,,\n\"\",\"　\",\n");
  EXPECT_TRUE(read.problems.none());
  ASSERT_EQ(read.rows(), 2u);
  EXPECT_EQ(read.line(1), 6u);
}

TEST(CsvTables, S3_UnicodeTextOfExcelIsReadInEitherOrderOfItsBytes) {
  const std::string text = "基幹施設名\t専門研修プログラム名\t電話番号（代表）\r\n髙橋𠮷病院\t\"甲,乙\"\t03\r\n";
  for (const bool bigEndian : {false, true}) {
    for (const std::string& bytes : {utf16(text, bigEndian), utf16("\uFEFF" + text + "\x1A", bigEndian)}) {
      const Table read = table(bytes);
      EXPECT_TRUE(read.problems.none());
      EXPECT_EQ(read.encoding, Encoding::utf16);
      ASSERT_EQ(read.rows(), 1u);
      EXPECT_EQ(read.cell(0, 0), "髙橋𠮷病院");
      EXPECT_EQ(read.cell(0, 1), "甲,乙");
    }
  }
}

TEST(CsvTables, S3_Utf16ThatIsCutOrNoTextAndUtf32AreRefused) {
  const std::string sound = utf16(head + "a,b,c\n", false);
  for (const std::string& bytes :
       {sound.substr(0, sound.size() - 1), sound + "\x3D\xD8"s, "\xFF\xFE\0\0f\0\0\0"s, "\xFF\xFE"s + "a\0\0\0"s})
    EXPECT_EQ(found(bytes), (Found{{1, 0, Code::csvEncoding}}));
}

TEST(CsvTables, S3_TabsAndSemicolonsPartCellsWhereTheHeadingsSaySo) {
  for (const std::string& bytes : {"facility\tname\tphone\na,b\tc;d\t\n"s, "facility;name;phone\n\"a,b\";\"c;d\";\n"s,
                                   "facility,name,phone\n\"a,b\",c;d,\n"s}) {
    const Table read = table(bytes);
    EXPECT_TRUE(read.problems.none()) << bytes;
    ASSERT_EQ(read.rows(), 1u) << bytes;
    EXPECT_EQ(read.cell(0, 0), "a,b") << bytes;
    EXPECT_EQ(read.cell(0, 1), "c;d") << bytes;
  }
  EXPECT_EQ(found("x\ty\na\tb\n").back().heading, "x y") << "commas where no column is known";
}

TEST(CsvTables, S3_ACellOfADashAloneIsEmpty) {
  const Table read = table(head + "a,b,－\nc,d,―\ne,f,-\n");
  EXPECT_TRUE(read.problems.none());
  for (std::size_t row = 0; row < 3; ++row) EXPECT_EQ(read.cell(row, 2), "");
}

TEST(CsvTables, S3_OfAHeadingThatNobodyKnowsTheBeginningIsTold) {
  const Found told = found("facility,name," + std::string(100'000, 'x') + "\na,b,c\n");
  ASSERT_EQ(told.size(), 1u);
  EXPECT_EQ(told[0].heading, std::string(60, 'x') + "…");
}

TEST(CsvTables, S3_S4_NoTwoHeadingsOfATableAreTheSameWhenFolded) {
  const auto distinct = [](const auto& read) {
    std::size_t names = 0;
    std::set<std::u16string> folds;
    for (const server::csv::Column& column : read.columns) {
      std::set<std::u16string> own;
      for (const auto name : {column.key, column.ja, column.en, column.formerJa, column.formerEn}) {
        if (!name.empty()) own.insert(folded(name));
      }
      names += own.size();
      folds.insert(own.begin(), own.end());
    }
    return folds.size() == names && !folds.contains(u"");
  };
  using namespace server::handlers;
  const auto table = [](auto form) { return readForms<decltype(form)>("", {}, Columns::asInForm, {}, AsRead{}); };
  EXPECT_TRUE(distinct(table(forms::ProgramEntry<std::string>{})));
  EXPECT_TRUE(distinct(table(forms::PastAdoption<std::string>{})));
  EXPECT_TRUE(distinct(table(forms::QuotaEntry<std::string>{})));
}

TEST(CsvTables, R33_TheFormulaThatKeepsATextIsReadAsThatTextAndNoOther) {
  const Table read = table(head + "=\"02\",\"=\"\"0312345678\"\"\",=\"　1-2-3 \"\n");
  EXPECT_TRUE(read.problems.none());
  ASSERT_EQ(read.rows(), 1u);
  EXPECT_EQ(read.cell(0, 0), "02");
  EXPECT_EQ(read.cell(0, 1), "0312345678");
  EXPECT_EQ(read.cell(0, 2), "1-2-3");
  for (const char* const cell : {"\"=\"\"=1+1\"\"\"", "\"=\"\"a\"\"&\"\"b\"\"\"", "=\"", "=\"a\"&CELL"})
    EXPECT_EQ(found("facility,name\na,"s + cell + "\n"), (Found{{2, 2, Code::csvFormula, "name"}})) << cell;
}

TEST(CsvTables, R33_WhatIsWrittenIsReadAsItWas) {
  const std::array cells{
      "0312345678",        "02",       "0",         "7",         "1-2-3", "03-1234-5678", "1 2",  "5.0",  "1E5",
      "12345678901234567", "１２",     "2017年4月", "=1+1",      "+81",   "'=1",          "''@x", "'tis", "＝1",
      "=\"02\"",           "'=\"02\"", "a,b",       "say \"x\"", "髙橋",  "2 号館",       ""};
  Writing writing;
  for (const char* const heading : {"facility", "name"}) writing.cell(heading);
  writing.endRow();
  for (const char* const cell : cells) {
    writing.cell("x");
    writing.cell(cell);
    writing.endRow();
  }
  const Table read = table(writing.take());
  EXPECT_TRUE(read.problems.none());
  ASSERT_EQ(read.rows(), cells.size());
  for (std::size_t row = 0; row < cells.size(); ++row) EXPECT_EQ(read.cell(row, 1), cells[row]);
}

}  // namespace
}  // namespace senkoi::tests::tables
