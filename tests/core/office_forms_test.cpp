// What offices enter (S3, S4): whatever a machine can convert is converted, the rest is told at its item.
#include "senkoi/forms/office_forms.hpp"

#include <gtest/gtest.h>

#include <string>

#include "senkoi/words/label.hpp"

namespace senkoi::forms {
namespace {

using Text = std::string;

template <class Rule>
Code ask(Rule, Text& text, Limits limits = {1, 999}) {
  return checkText<Rule>(text, limits, Kind::text, {});
}
template <class Rule>
Text canonical(Rule rule, Text text, Limits limits = {1, 999}) {
  EXPECT_EQ(ask(rule, text, limits), Code::ok) << text;
  return text;
}
template <class Rule>
Code refusal(Rule rule, Text text, Limits limits = {1, 999}) {
  return ask(rule, text, limits);
}

TEST(OfficeForms, S3_ANumberIsReadInAnyWidth) {
  for (const char* const text : {"12", "１２", "012", " 1 2 ", "12名"}) {
    EXPECT_EQ(canonical(rules::wholeNumber, text), "12") << text;
  }
  EXPECT_EQ(canonical(rules::wholeNumber, "1,024", {0, 9999}), "1024");
  EXPECT_EQ(refusal(rules::wholeNumber, "many"), Code::numberUnreadable);
  EXPECT_EQ(refusal(rules::wholeNumber, "-3"), Code::numberUnreadable);
  EXPECT_EQ(refusal(rules::wholeNumber, "3.5"), Code::numberUnreadable);
}

TEST(OfficeForms, S3_ACapacityLiesBetween1And999) {
  EXPECT_EQ(refusal(rules::wholeNumber, "0"), Code::numberOutOfRange);
  EXPECT_EQ(canonical(rules::wholeNumber, "1"), "1");
  EXPECT_EQ(canonical(rules::wholeNumber, "999"), "999");
  EXPECT_EQ(refusal(rules::wholeNumber, "1000"), Code::numberOutOfRange);
  EXPECT_EQ(refusal(rules::wholeNumber, "99999999999999999999999999999999"), Code::numberOutOfRange);
}

TEST(OfficeForms, S4_AMomentIsReadAsPeopleWriteIt) {
  for (const char* const text : {"2026-10-01 12:00", "2026/10/1 12:00", "２０２６年１０月１日　１２時００分",
                                 "2026-10-01T12:00", "2026.10.1 12:00", "2026年10月1日12:00"})
    EXPECT_EQ(canonical(rules::localDateTime, text, {16, 16}), "2026-10-01 12:00") << text;
  EXPECT_EQ(canonical(rules::localDateTime, "2026-12-31 24:00", {16, 16}), "2027-01-01 00:00");
}

TEST(OfficeForms, S4_AMomentThatDoesNotExistIsRefused) {
  for (const char* const text :
       {"2026-02-29 12:00", "2026-13-01 12:00", "2026-10-01 24:01", "2026-10-01 12:60", "2026-10-01", "tomorrow",
        "2026-10-01 12:00:30", "1999-10-01 12:00", "2026-10-01T03:00Z"})
    EXPECT_EQ(refusal(rules::localDateTime, text, {16, 16}), Code::momentUnreadable) << text;
}

TEST(OfficeForms, S4_AMomentIsJapansAndComesBack) {
  EXPECT_EQ(rules::LocalDateTime::read(Text("2026-10-01 12:00")), rules::japanTime({2026, 10, 1, 12}));
  EXPECT_EQ(std::string_view(rules::localDateTimeText(rules::japanTime({2026, 1, 2, 3, 4}))), "2026-01-02 03:04");
  EXPECT_EQ(rules::LocalDateTime::read(Text("soon")), -1);
}

TEST(OfficeForms, S3_AWebAddressGetsItsBeginning) {
  EXPECT_EQ(canonical(rules::webAddress, "www.example.jp/a?b=1"), "https://www.example.jp/a?b=1");
  EXPECT_EQ(canonical(rules::webAddress, "ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｊｐ"), "https://example.jp");
  EXPECT_EQ(canonical(rules::webAddress, "http://example.jp/研修"), "http://example.jp/研修");
  EXPECT_EQ(canonical(rules::webAddress, "HTTPS://example.jp"), "HTTPS://example.jp");
}

TEST(OfficeForms, S3_OnlyPagesAreWebAddresses) {
  for (const char* const text :
       {"javascript:alert(1)", "javascript://example.jp/%0aalert(1)", "ftp://example.jp", "https://", "https://host",
        "https://a b.jp", "https://user@example.jp", "なし", "https://.jp"})
    EXPECT_EQ(refusal(rules::webAddress, text), Code::webAddress) << text;
  EXPECT_EQ(refusal(rules::webAddress, "www.example.jp", {0, 16}), Code::tooLong);
}

TEST(OfficeForms, S3_RoundsAreReadInAnyOrder) {
  for (const char* const text : {"12", "1,2", "２、１", "1・2", "1次 2次", "2 1 1"})
    EXPECT_EQ(canonical(rules::recruitingRounds, text, {1, 8}), "12") << text;
  EXPECT_EQ(rules::RecruitingRounds::bits(Text("13")), 0b101U);
  EXPECT_EQ(refusal(rules::recruitingRounds, "9", {1, 8}), Code::numberOutOfRange);
  EXPECT_EQ(refusal(rules::recruitingRounds, "all", {1, 8}), Code::numberUnreadable);
}

TEST(OfficeForms, S3_APhoneNumberThatIsShownKeepsItsHyphens) {
  EXPECT_EQ(canonical(rules::shownPhone, "０３－１２３４－５６７８", {0, 24}), "03-1234-5678");
  EXPECT_EQ(canonical(rules::shownPhone, "0312345678", {0, 24}), "03-1234-5678");
  EXPECT_EQ(canonical(rules::shownPhone, "０１２０１２３４５６", {0, 24}), "0120-123-456");
  EXPECT_EQ(canonical(rules::shownPhone, "03 1234 5678", {0, 24}), "03 1234 5678");
  EXPECT_EQ(refusal(rules::shownPhone, "3-1234-5678", {0, 24}), Code::phoneLeadingZero);
  EXPECT_EQ(refusal(rules::shownPhone, "内線12", {0, 24}), Code::phoneLeadingZero);
  EXPECT_EQ(refusal(rules::shownPhone, "電話なし", {0, 24}), Code::phoneCharacters);
  EXPECT_EQ(refusal(rules::shownPhone, "03-1234", {0, 24}), Code::phoneDigits);
  for (std::string const kept : {"03-1234-5678（代表）", "03-1234-5678 内線 1234", "03-1234-5678（代表・内線12）",
                                 "03-1234-5678（代）", "03-1234-5678 ext. 12", "03-1234-5678（医局センター）"})
    EXPECT_EQ(canonical(rules::shownPhone, kept, {0, 40}), kept);
  EXPECT_EQ(canonical(rules::shownPhone, "０３－１２３４－５６７８（内線１２）", {0, 40}), "03-1234-5678（内線12）");
  EXPECT_EQ(refusal(rules::shownPhone, "03-1234-5678 FAX 03-1234-5679", {0, 40}), Code::phoneCharacters);
  EXPECT_EQ(refusal(rules::shownPhone, "03-1234-567（代表）", {0, 40}), Code::phoneDigits);
}

TEST(OfficeForms, S4_AFieldIsReadInAnyWidth) {
  EXPECT_EQ(canonical(rules::fieldChoice, "１", {2, 2}), "01");
  EXPECT_EQ(refusal(rules::fieldChoice, "20", {2, 2}), Code::choiceUnknown);
}

TEST(OfficeForms, S3_AWholeProgramIsAccepted) {
  ProgramEntry<Text> form{"2", "13", "聖路加国際病院", "小児科専門研修", "１０", "1,2", "田中", "", "",
                          "",  "",   "www.example.jp"};
  EXPECT_TRUE(accepted(check(form, {})));
  EXPECT_EQ(form.field, "02");
  EXPECT_EQ(form.capacity, "10");
  EXPECT_EQ(form.rounds, "12");
  EXPECT_EQ(form.url, "https://www.example.jp");
}

TEST(OfficeForms, S4_NoNumberOfAdoptionsIsNoZero) {
  PastAdoption<Text> form{"02", "13", "2024", ""};
  EXPECT_FALSE(accepted(check(form, {})));
  form = {"02", "13", "2024", "0"};
  EXPECT_TRUE(accepted(check(form, {})));
}

// A table's headings are its labels: two alike could not be told apart.
template <class Form>
void headingsDiffer() {
  for (std::size_t one = 0; one < itemCount<Form>; ++one) {
    for (std::size_t other = 0; other < one; ++other) {
      for (Language const language : {Language::ja, Language::en})
        EXPECT_NE(words::label(items<Form>[one], language), words::label(items<Form>[other], language));
    }
  }
}
TEST(OfficeForms, S3_TheHeadingsOfATableDiffer) {
  headingsDiffer<ProgramEntry<Text>>();
  headingsDiffer<PastAdoption<Text>>();
  headingsDiffer<QuotaEntry<Text>>();
}

}  // namespace
}  // namespace senkoi::forms
