// Tables out of files: encodings, columns, rows, quotes, formulas, cut files, a hundred thousand
// lines.
#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <string>

#include "server/csv/read.hpp"

namespace senkoi::tests {
namespace {

using namespace server::csv;
using namespace std::string_literals;
using Found = std::vector<Problem>;

constexpr std::array columns{server::csv::Column{"facility", "基幹施設名", "Facility"},
                             server::csv::Column{"name", "名称", "Name"},
                             server::csv::Column{"url", "ウェブページ", "Web page", false}};

Table table(std::string_view bytes, std::size_t rows = mostRows) {
  return read(bytes, columns, rows);
}
Found found(std::string_view bytes, std::size_t rows = mostRows) {
  return table(bytes, rows).problems.sorted();
}

// 「基幹施設名,名称」 and 「聖路加,東京小児科」.
const std::string shiftJis =
    "\x8A\xEE\x8A\xB2\x8E\x7B\x90\xDD\x96\xBC,\x96\xBC\x8F\xCC\r\n\x90\xB9\x98\x48\x89\xC1,"
    "\x93\x8C\x8B\x9E\x8F\xAC\x8E\x99\x89\xC8\r\n";
const std::string eucJp = "\xB4\xF0\xB4\xB4\xBB\xDC\xC0\xDF\xCC\xBE,\xCC\xBE\xBE\xCE\n\xC5\xEC\xB5\xFE,\xBE\xAE\n";
const std::string utf16 = "f\0a\0\n\0"s;

TEST(CsvRead, S3_Utf8WithAndWithoutItsMarkAndShiftJisAreRecognised) {
  const std::string text = "基幹施設名,名称\r\n聖路加,東京小児科\r\n";
  for (const std::string& bytes : {text, "\xEF\xBB\xBF" + text, shiftJis}) {
    const Table read = table(bytes);
    EXPECT_TRUE(read.problems.none());
    ASSERT_EQ(read.rows(), 1u);
    EXPECT_EQ(read.cell(0, 0), "聖路加");
    EXPECT_EQ(read.cell(0, 1), "東京小児科");
    EXPECT_EQ(read.line(0), 2u);
  }
  EXPECT_EQ(table(shiftJis).encoding, Encoding::shiftJis);
  EXPECT_EQ(table(text).encoding, Encoding::utf8);
}

TEST(CsvRead, S3_TheCharactersOfWindowsAreReadAsInWindows) {
  const Table read = table("facility,name\n\x87\x40\xFB\xFC\x81\x60,\x8D\x82\n");  // ① 髙 ～
  ASSERT_EQ(read.rows(), 1u);
  EXPECT_EQ(read.cell(0, 0), "①髙～");
}

TEST(CsvRead, S3_OtherEncodingsAreRefusedAndNothingIsRead) {
  const std::string cut = std::string("facility,name\n聖路加,東京").substr(0, 28);
  const std::string cutAsIfShiftJis = std::string("facility,name\n東京,東京").substr(0, 26);  // 譚ｱ莠ｬ,譚ｱ莠
  for (const std::string& bytes : {eucJp, utf16, "facility,name\n\x1B$B0l\x1B(B,b\n"s,
                                   "\xEF\xBB\xBF"
                                   "facility,name\na,\xFF\n"s,
                                   cut, cutAsIfShiftJis, "facility,name\ncaf\xE9,b\n"s, "facility,name\na\0b,c\n"s}) {
    EXPECT_EQ(found(bytes), (Found{{1, 0, Code::csvEncoding}})) << bytes;
    EXPECT_EQ(table(bytes).rows(), 0u);
  }
}

TEST(CsvRead, S3_HeadingsMayStandInAnyOrderByKeyOrEitherLabel) {
  const Table read = table("Name,基幹施設名\nb,a\n");
  EXPECT_TRUE(read.problems.none());
  EXPECT_EQ(read.cell(0, 0), "a");
  EXPECT_EQ(read.cell(0, 1), "b");
  EXPECT_EQ(read.cell(0, 2), "");
  EXPECT_EQ(read.place(0), 2u);
  EXPECT_FALSE(read.has(2));
}

TEST(CsvRead, S3_MissingUnknownAndRepeatedColumnsAreToldWithTheirPlace) {
  EXPECT_EQ(found("facility\na\n"), (Found{{1, 0, Code::csvColumnMissing, "name"}}));
  EXPECT_EQ(found("facility,name,seats\na,b,c\n"), (Found{{1, 3, Code::csvColumnUnknown, {}, "seats"}}));
  EXPECT_EQ(found("facility,name,名称\na,b,c\n"), (Found{{1, 3, Code::csvColumnTwice, "name"}}));
}

TEST(CsvRead, S3_AnEmptyFileSaysSo) {
  EXPECT_EQ(found(""), (Found{{1, 0, Code::csvEmpty}}));
  EXPECT_EQ(found(",,\r\n\r\n"), (Found{{1, 0, Code::csvEmpty}}));
  EXPECT_EQ(found("facility,name\r\n"), (Found{{1, 0, Code::csvEmpty}}));
}

TEST(CsvRead, S3_QuotesHoldCommasLineBreaksAndQuotes) {
  const Table read = table("facility,name\r\n\"a, \"\"b\"\"\r\nc\",\"d\"\r\nlast,row");
  EXPECT_TRUE(read.problems.none());
  ASSERT_EQ(read.rows(), 2u);
  EXPECT_EQ(read.cell(0, 0), "a, \"b\" c");
  EXPECT_EQ(read.cell(0, 1), "d");
  EXPECT_EQ(read.cell(1, 1), "row");
  EXPECT_EQ(read.line(1), 3u);  // as a spreadsheet counts
}

TEST(CsvRead, S3_LineEndsOfEverySystem) {
  for (const char* const bytes :
       {"facility,name\na,b\nc,d", "facility,name\ra,b\rc,d\r", "facility,name\r\na,b\r\nc,d"})
    EXPECT_EQ(table(bytes).rows(), 2u);
}

TEST(CsvRead, S3_WhatSpreadsheetsLeaveEmptyIsNoProblemAndKeepsTheCount) {
  const Table read = table("facility,name,,\na,b,,\n,,,\n\nc,d,,\n");
  EXPECT_TRUE(read.problems.none());
  ASSERT_EQ(read.rows(), 2u);
  EXPECT_EQ(read.line(1), 5u);
}

TEST(CsvRead, S3_ARowWithMoreOrFewerCellsIsToldAndTheOthersAreRead) {
  const Table read = table("facility,name\na\nb,c,d\ne,f\n");
  EXPECT_EQ(read.problems.sorted(), (Found{{2, 0, Code::csvCellCount}, {3, 0, Code::csvCellCount}}));
  EXPECT_EQ(read.rows(), 1u);
}

TEST(CsvRead, S3_ACutFileIsSeenOnceAtTheQuoteThatNeverCloses) {
  EXPECT_EQ(found("facility,name\na,b\nc,\"d"), (Found{{3, 2, Code::csvQuoteOpen}}));
  EXPECT_EQ(found("facility,name\na,b\n\"c,d\ne,f"), (Found{{3, 1, Code::csvQuoteOpen}}));
  EXPECT_EQ(found("facility,\"name\na,b\n"), (Found{{1, 2, Code::csvQuoteOpen}}));
  EXPECT_EQ(found("facility,name\na,b\nc"), (Found{{3, 0, Code::csvCellCount}}));
}

TEST(CsvRead, R33_ACellThatWouldBeAFormulaIsRefused) {
  for (const char* const cell :
       {"=1+1", "+81", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠x", " =1", "\"=HYPERLINK(1)\""})
    EXPECT_EQ(found("facility,name\na,"s + cell + "\n"), (Found{{2, 2, Code::csvFormula, "name"}})) << cell;
  EXPECT_TRUE(found("facility,name\na-b,c=d\n").empty());
}

TEST(CsvRead, R33_OurOwnGuardIsTakenOff) {
  const Table read = table("facility,name\n'+1 202 555,'tis\n");
  EXPECT_TRUE(read.problems.none());
  EXPECT_EQ(read.cell(0, 0), "+1 202 555");
  EXPECT_EQ(read.cell(0, 1), "'tis");
}

TEST(CsvRead, S3_AHundredThousandLinesAreReadAndOneMoreIsRefused) {
  std::string bytes = "facility,name,url\n";
  for (std::size_t row = 0; row < mostRows; ++row)
    bytes += "\"病院 " + std::to_string(row) + "\",program,https://example.jp\n";
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_EQ(table(bytes).rows(), mostRows);
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(5));
  const Table more = table(bytes + "a,b,c\nd,e,f\n");
  EXPECT_EQ(more.rows(), mostRows);
  EXPECT_EQ(more.problems.sorted(), (Found{{mostRows + 2, 0, Code::csvTooManyRows, {}, {}, 0, mostRows}}));
}

TEST(CsvRead, S3_ManyProblemsAreCountedAndTheFirstAreKept) {
  std::string bytes = "facility,name\n";
  for (int row = 0; row < 1000; ++row) bytes += "a\n";
  const Table read = table(bytes);
  EXPECT_EQ(read.problems.count(), 1000u);
  EXPECT_EQ(read.problems.sorted().size(), Problems::mostKept);
  EXPECT_EQ(read.problems.sorted().front().line, 2u);
}

}  // namespace
}  // namespace senkoi::tests
