// What SMTP replies are about, by stage, reply code and enhanced status code (L4, S6, reliability 43; RFC 5321, 3463),
// and what of their text may be told.
#include <gtest/gtest.h>

#include "server/mail/smtp_reply.hpp"

namespace senkoi::server::mail {
namespace {

using Kind = Delivery::Kind;

struct Case {
  const char* reply;
  Kind kind;
};

void expectKinds(SmtpStage stage, std::initializer_list<Case> cases) {
  for (const Case& each : cases)
    EXPECT_EQ(static_cast<int>(classify(stage, parseReply(each.reply))), static_cast<int>(each.kind))
        << name(stage) << ": " << each.reply;
}

TEST(SmtpReply, L4_AnAddressOrAMailboxThatIsRefusedEndsItsLetterAlone) {
  expectKinds(SmtpStage::recipient,
              {
                  {"550 5.1.1 no such user", Kind::recipientRefused},
                  {"550-5.1.1 The account does not exist.\r\n550 5.1.1 see the help page", Kind::recipientRefused},
                  {"550 5.1.2 no such domain", Kind::recipientRefused},
                  {"501 5.1.3 bad address", Kind::recipientRefused},
                  {"551 5.1.6 moved", Kind::recipientRefused},
                  {"556 5.1.10 null MX", Kind::recipientRefused},
                  {"550 5.2.1 mailbox disabled", Kind::recipientRefused},
                  {"554 5.2.0 mailbox closed", Kind::recipientRefused},
                  {"550 5.1.0 no such mailbox", Kind::recipientRefused},
                  {"550 no such user", Kind::recipientRefused},
                  {"550 5.0.0 no such user", Kind::recipientRefused},
                  {"551 not here", Kind::recipientRefused},
                  {"553 mailbox name not allowed", Kind::recipientRefused},
                  {"556 takes no mail", Kind::recipientRefused},
                  {"550 sorry, no mailbox here by that name (#5.1.1)", Kind::recipientRefused},
              });
  expectKinds(SmtpStage::text,
              {{"550 5.1.1 no such user", Kind::recipientRefused}, {"550 5.2.1 disabled", Kind::recipientRefused}});
}

TEST(SmtpReply, L4_WhatIsAboutRelaySenderOrContentIsNotAboutTheLetter) {
  for (const SmtpStage stage : {SmtpStage::recipient, SmtpStage::text})
    expectKinds(stage, {
                           {"554 no", Kind::relayRefused},
                           {"554 5.7.1 relay access denied", Kind::relayRefused},
                           {"550 5.7.26 unauthenticated mail", Kind::relayRefused},
                           {"550 5.7.1 blocked by policy", Kind::relayRefused},
                           {"530 5.7.0 authentication required", Kind::relayRefused},
                           {"530 authentication required", Kind::relayRefused},
                           {"535 5.7.8 credentials invalid", Kind::relayRefused},
                           {"538 encryption required", Kind::relayRefused},
                           {"550 5.4.1 access denied", Kind::relayRefused},
                           {"554 5.4.6 routing loop", Kind::relayRefused},
                           {"554 5.3.0 local error", Kind::relayRefused},
                           {"552 5.3.4 message too big", Kind::relayRefused},
                           {"552 5.7.0 content blocked", Kind::relayRefused},
                           {"552 spam score too high", Kind::relayRefused},
                           {"554 5.6.0 bad content", Kind::relayRefused},
                           {"503 5.5.1 bad sequence", Kind::relayRefused},
                           {"550 5.1.8 sender's domain not found", Kind::relayRefused},
                           {"553 5.1.7 sender's address", Kind::relayRefused},
                           {"550 5.1.0 Sender denied", Kind::relayRefused},
                           {"550 5.1.0 Authentication required", Kind::relayRefused},
                           {"550 5.2.0 blocked by policy", Kind::relayRefused},
                           {"550 relay not permitted", Kind::relayRefused},
                           {"550 Sender verify failed", Kind::relayRefused},
                           {"553 sorry, not in my list of allowed rcpthosts (#5.7.1)", Kind::relayRefused},
                           {"500 what", Kind::relayRefused},
                           {"521 takes no mail", Kind::relayRefused},
                       });
  expectKinds(SmtpStage::text, {{"550 no", Kind::relayRefused}, {"553 no", Kind::relayRefused}});
}

TEST(SmtpReply, L4_BeforeTheRecipientNoRefusalIsAboutTheLetterWhateverItsCode) {
  for (const SmtpStage stage : {SmtpStage::connection, SmtpStage::login, SmtpStage::sender})
    expectKinds(stage, {{"550 5.1.1 no such user", Kind::relayRefused},
                        {"550 5.2.1 disabled", Kind::relayRefused},
                        {"552 5.2.2 full", Kind::relayRefused},
                        {"535 5.7.8 wrong", Kind::relayRefused},
                        {"554 no", Kind::relayRefused},
                        {"450 4.7.1 later", Kind::unavailable},
                        {"421 4.3.2 shutting down", Kind::unavailable}});
}

TEST(SmtpReply, S6_AFullMailboxIsTemporary) {
  for (const SmtpStage stage : {SmtpStage::recipient, SmtpStage::text})
    expectKinds(stage, {{"552 5.2.2 mailbox full", Kind::mailboxFull},
                        {"550 5.2.2 over quota", Kind::mailboxFull},
                        {"552 storage exceeded", Kind::mailboxFull},
                        {"452 4.2.2 full", Kind::deferred}});
}

TEST(SmtpReply, S6_ATemporaryAnswerIsAboutTheLetterUnlessTheMailSystemFails) {
  for (const SmtpStage stage : {SmtpStage::recipient, SmtpStage::text})
    expectKinds(stage, {{"450 4.7.1 greylisted", Kind::deferred},
                        {"451 come again", Kind::deferred},
                        {"450 4.1.2 domain not found for now", Kind::deferred},
                        {"451 4.4.1 host unreachable", Kind::deferred},
                        {"452 4.3.1 system storage", Kind::unavailable},
                        {"451 4.3.0 queue file write error", Kind::unavailable},
                        {"421 4.7.0 too many connections", Kind::unavailable}});
}

TEST(SmtpReply, AnEnhancedCodeThatContradictsTheReplyIsNone) {
  const SmtpReply reply = parseReply("550 2.1.5 fine\r\n");
  EXPECT_EQ(reply.code, 550);
  EXPECT_EQ(reply.enhanced.status, 0);
  EXPECT_EQ(parseReply("550 5.1 no").enhanced.status, 0);
  EXPECT_EQ(parseReply("550 5.1.1x no").enhanced.status, 0);
  EXPECT_EQ(parseReply("no reply at all").code, 0);
}

std::string told(const char* reply, const char* recipient = "hanako.sato@mail.example.jp") {
  return describe(parseReply(reply), recipient);
}

TEST(SmtpReply, L4_TheTextIsToldWithoutTheRecipient) {
  EXPECT_EQ(told("554 5.7.1 Relay access denied"), "554 5.7.1 Relay access denied");
  for (const char* const reply : {
           "550 5.1.1 <hanako.sato@mail.example.jp>: unknown",
           "550 5.1.1 HANAKO.SATO@Mail.Example.JP unknown",
           "550 5.1.1 user hanako.sato unknown",
           "550 5.1.1 'hanako.sato' at mail.example.jp",
           "550-5.1.1 no\r\n550 5.1.1 https://x.example/?rcpt=hanako.sato%40mail.example.jp",
           "550 5.1.1 bounces+hanako.sato=mail.example.jp@x.example",
           "550 5.1.1 rfc822;hanako.sato@mail.example.jp",
       }) {
    std::string low = told(reply);
    for (char& c : low) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    EXPECT_EQ(low.find("hanako"), std::string::npos) << low;
    EXPECT_EQ(low.find("mail.example.jp"), std::string::npos) << low;
    EXPECT_TRUE(low.starts_with("550 5.1.1 ")) << low;
  }
  EXPECT_EQ(told("550 5.1.1 other@x.example is another"), "550 5.1.1 (address) is another");
  EXPECT_EQ(told("550 no user a here", "a@example.jp"), "550 no user (address) here");
  EXPECT_EQ(told("550 mailbox unavailable", "a@example.jp"), "550 mailbox unavailable") << "no part of a word";
}

TEST(SmtpReply, Reliability33_TheTextIsOneShortLineOfUtf8) {
  const std::string text = told("550-5.1.1 one\x1b[31m\ttwo\r\n550 5.1.1 three\xff 満杯");
  EXPECT_EQ(text, "550 5.1.1 one [31m two three? 満杯");
  const std::string longText = "550 5.1.1 " + std::string(5000, 'x');
  EXPECT_LE(told(longText.c_str()).size(), 200u);
}

}  // namespace
}  // namespace senkoi::server::mail
