// CSV for a Japanese Excel (S1, S4; reliability 33).
#include <gtest/gtest.h>

#include "server/csv/write.hpp"

namespace senkoi::server::csv {
namespace {

std::string row(std::initializer_list<std::string_view> cells) {
  Writing writing;
  for (const auto cell : cells) writing.cell(cell);
  writing.endRow();
  std::string text = writing.take();
  EXPECT_TRUE(text.starts_with("\xEF\xBB\xBF")) << "an Excel without it reads Shift_JIS";
  return text.substr(3);
}

TEST(CsvWriting, S1_CellsCommasQuotesAndLines) {
  EXPECT_EQ(row({"髙橋", "花子", "123456"}), "髙橋,花子,123456\r\n");
  EXPECT_EQ(row({"a,b", "say \"x\"", "two\nlines", ""}), "\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",\r\n");
}

TEST(CsvWriting, Reliability33_NoCellStartsAFormula) {
  EXPECT_EQ(row({"=1+1", "+81", "-1", "@sum", "\tx"}), "'=1+1,'+81,'-1,'@sum,'\tx\r\n");
  EXPECT_EQ(row({"=cmd|' /C calc'!A0,1"}), "\"'=cmd|' /C calc'!A0,1\"\r\n");
  EXPECT_EQ(row({"＝1", "a=1"}), "'＝1,a=1\r\n");
}

TEST(CsvWriting, Reliability33_NoFormulaStandsBehindWhatIsNotSeen) {
  EXPECT_EQ(row({" =1", "\u3000+1", "\u200B@x", "'=1", "'tis"}), "' =1,'\u3000+1,'\u200B@x,''=1,'tis\r\n");
}

TEST(CsvWriting, S4_WhatASpreadsheetWouldRewriteIsKeptAsText) {
  EXPECT_EQ(row({"0123456", "02", "1-2-3"}), R"("=""0123456""","=""02""","=""1-2-3""")"
                                             "\r\n");
  EXPECT_EQ(row({"1E5", "１２", "12345678901234567890"}), R"("=""1E5""","=""１２""","=""12345678901234567890""")"
                                                          "\r\n");
  EXPECT_EQ(row({"7", "0", "2 号館", "3rd", "https://example.jp/02", "2026-11-30T12:00"}),
            "7,0,2 号館,3rd,https://example.jp/02,2026-11-30T12:00\r\n");
}

TEST(CsvWriting, Reliability33_NoTextBecomesTheFormulaThatKeepsText) {
  EXPECT_EQ(row({"=\"02\"", "02\"&A1", "1\",\"2"}), R"("'=""02""","02""&A1","1"",""2")"
                                                    "\r\n");
}

TEST(CsvWriting, NumbersOfOursAreNumbers) {
  Writing writing;
  writing.cell(-5);
  writing.cell(12);
  writing.endRow();
  EXPECT_EQ(writing.take(), "\xEF\xBB\xBF-5,12\r\n");
}

}  // namespace
}  // namespace senkoi::server::csv
