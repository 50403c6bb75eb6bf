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
