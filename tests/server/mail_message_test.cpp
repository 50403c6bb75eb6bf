// Letters on the wire: headers that nobody can break out of, bodies that any server carries (reliability 33; RFC 5322,
// 2047).
#include <gtest/gtest.h>

#include <sstream>

#include "server/mail/message.hpp"

namespace senkoi::server::mail {
namespace {

constexpr Instant octoberMorning = 1'540'173'600'000;  // 2018-10-22 11:00 in Japan

std::string composed(const Letter& letter, const Sender& sender = {"Senkoi <noreply@senkoi.example>", ""}) {
  return compose(letter, sender, "mark", octoberMorning);
}

std::string head(const std::string& message) {
  return message.substr(0, message.find("\r\n\r\n"));
}

TEST(Compose, SaysWhoWhenAndThatAMachineWrote) {
  const std::string message =
      composed({"hanako@example.jp", "Results", "Dear"}, {"専攻医 <noreply@senkoi.example>", "help@senkoi.example"});
  for (const char* const line :
       {"Date: Mon, 22 Oct 2018 11:00:00 +0900\r\n", "From: =?UTF-8?B?5bCC5pS75Yy7?= <noreply@senkoi.example>\r\n",
        "Reply-To: help@senkoi.example\r\n", "To: <hanako@example.jp>\r\n", "Subject: Results\r\n",
        "Message-ID: <mark@senkoi.example>\r\n", "Auto-Submitted: auto-generated\r\n"})
    EXPECT_NE(message.find(line), std::string::npos) << line;
}

TEST(Compose, LineBreaksInFieldsAreInert) {
  const std::string message = composed({"a@example.jp\r\nBcc: b@example.jp", "Hello\r\nBcc: b@example.jp", "text"},
                                       {"S\r\nX: y <n@senkoi.example>", "r@x.example\r\nBcc: c@x.example"});
  for (const char* const line : {"\r\nBcc:", "\r\nX:", "\nBcc:"})
    EXPECT_EQ(message.find(line), std::string::npos) << line;
}

std::string fromField(const std::string& sender) {
  const std::string message = composed({"a@example.jp", "s", "t"}, {sender, ""});
  const auto from = message.find("From: ") + 6;
  return message.substr(from, message.find("\r\n", from) - from);
}

TEST(Compose, ADisplayNameIsOneMailboxesWhateverItHolds) {
  const std::pair<const char*, const char*> names[]{
      {"Senkoi <x@y.example>", "Senkoi <x@y.example>"},
      {"A, B (C) <x@y.example>", "\"A, B (C)\" <x@y.example>"},
      {"St. Luke; Tokyo <x@y.example>", "\"St. Luke; Tokyo\" <x@y.example>"},
      {"office@home <x@y.example>", "\"office@home\" <x@y.example>"},
      {R"(Say "A" \ B <x@y.example>)", R"("Say \"A\" \\ B" <x@y.example>)"},
      {R"("A, B" <x@y.example>)", R"("A, B" <x@y.example>)"},
      {R"("A \"B\"" <x@y.example>)", R"("A \"B\"" <x@y.example>)"},
      {"a@b.example <x@y.example>", "\"a@b.example\" <x@y.example>"},
      {"<evil@z.example>, Senkoi <x@y.example>", "\"<evil@z.example>, Senkoi\" <x@y.example>"},
      {"専攻医, B <x@y.example>", "=?UTF-8?B?5bCC5pS75Yy7LCBC?= <x@y.example>"},
      {"=?UTF-8?Q?fake?= <x@y.example>", "=?UTF-8?B?PT9VVEYtOD9RP2Zha2U/PQ==?= <x@y.example>"},
      {"<x@y.example>", "x@y.example"},
      {"x@y.example", "x@y.example"},
  };
  for (const auto& [configured, field] : names) EXPECT_EQ(fromField(configured), field) << configured;
}

TEST(MailboxOf, ReadsANameAndAnAddress) {
  const auto read = [](std::string_view text) {
    const auto mailbox = mailboxOf(text);
    return mailbox ? mailbox->name + '|' + mailbox->address : std::string("none");
  };
  EXPECT_EQ(read("A, B (C) <x@y.example>"), "A, B (C)|x@y.example");
  EXPECT_EQ(read(R"("A, \"B\"" <x@y.example>)"), "A, \"B\"|x@y.example");
  EXPECT_EQ(read("Senkoi <noreply@localhost>"), "Senkoi|noreply@localhost");
  EXPECT_EQ(read(" x@y.example "), "|x@y.example");
}

TEST(MailboxOf, Reliability33_WhatIsNotOneMailboxIsNone) {
  for (const std::string& text :
       {std::string("Senkoi"), std::string(""), std::string("<>"), std::string("A, x@y.example"),
        std::string("x@y.example, z@y.example"), std::string("A <x@y.example>, B <z@y.example"),
        std::string("A <x@y.example> B"), std::string("A <x y@z.example>"), std::string("A <x@y@z.example>"),
        std::string("A <@y.example>"), std::string("A <x@>"), std::string("A <x@y.example,z@y.example>"),
        std::string("A\r\nBcc: b@y.example <x@y.example>"), std::string("A <x@y.example\nBcc: b@y.example>"),
        std::string("A\0B <x@y.example>", 17), std::string("専攻医 <専攻医@y.example>")})
    EXPECT_FALSE(mailboxOf(text)) << text;
}

TEST(Compose, EveryLineFitsAndEndsInCrLf) {
  std::string longWords;
  for (int i = 0; i < 40; ++i) longWords += "専門研修プログラム𠮷";
  const std::string message = composed({"a@example.jp", longWords, longWords + "\nsecond\r\nthird"});
  std::istringstream lines(message);
  for (std::string line; std::getline(lines, line);) {
    ASSERT_TRUE(line.ends_with('\r'));
    EXPECT_LE(line.size(), 77u);
    for (const char c : line) EXPECT_LT(static_cast<unsigned char>(c), 0x80);
  }
  EXPECT_EQ(head(message).find(longWords), std::string::npos);
}

TEST(EncodedWords, NeverCutACharacter) {
  for (std::size_t padding = 0; padding < 8; ++padding) {
    const std::string words =
        encodedWords(std::string(padding, 'a') + "領域領域領域領域領域領域領域領域領域領域領域領域領域領域領域領域");
    EXPECT_NE(words.find("?=\r\n =?"), std::string::npos);
    std::istringstream pieces(words);
    for (std::string piece; pieces >> piece;) {
      const std::string coded = piece.substr(10, piece.size() - 12);
      EXPECT_LE(piece.size(), 75u);
      EXPECT_EQ(coded.size() % 4, 0u);
    }
  }
  EXPECT_EQ(encodedWords("plain ASCII"), "plain ASCII");
  EXPECT_NE(encodedWords("=?UTF-8?B?fake?="), "=?UTF-8?B?fake?=") << "what looks encoded is encoded";
}

TEST(AddressIn, FindsTheAddressOfAMailbox) {
  EXPECT_EQ(addressIn("Senkoi <noreply@senkoi.example>"), "noreply@senkoi.example");
  EXPECT_EQ(addressIn("noreply@senkoi.example"), "noreply@senkoi.example");
}

}  // namespace
}  // namespace senkoi::server::mail
