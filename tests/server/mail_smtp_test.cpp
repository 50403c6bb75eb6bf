// Letters to a scripted SMTP server: what a refusal is about decides what happens to the letter (S6, L4, reliability
// 43).
#include <gtest/gtest.h>

#include "server/mail/smtp_mailer.hpp"
#include "tests/server/smtp_peer.hpp"

namespace senkoi::server::mail {
namespace {

using Kind = Delivery::Kind;
using tests::SmtpPeer;

Smtp to(const std::string& url) {
  Smtp smtp;
  smtp.url = url;
  smtp.requireTls = false;
  smtp.timeout = 600;
  return smtp;
}

const Envelope envelope{"noreply@senkoi.example",
                        "hanako@example.jp",
                        {"hanako@example.jp", "s", "t"},
                        "Subject: s\r\n\r\n.leading dot\r\ntext\r\n"};

Delivery sent(const SmtpPeer& peer) {
  SmtpMailer mailer(to(peer.url()));
  return mailer.send(envelope, {});
}

TEST(SmtpMailer, S6_HandsTheLetterOverByteForByte) {
  SmtpPeer peer;
  EXPECT_EQ(sent(peer).kind, Kind::sent);
  ASSERT_EQ(peer.taken().size(), 1u);
  EXPECT_EQ(peer.taken()[0], "Subject: s\r\n\r\n..leading dot\r\ntext\r\n");
}

TEST(SmtpMailer, S6_KeepsItsConnectionForTheNextLetter) {
  SmtpPeer peer;
  SmtpMailer mailer(to(peer.url()));
  for (int i = 0; i < 20; ++i) EXPECT_EQ(mailer.send(envelope, {}).kind, Kind::sent);
  EXPECT_EQ(peer.taken().size(), 20u);
}

struct Fault {
  const char *verb, *reply;
  Kind kind;
};

TEST(SmtpMailer, S6_TellsWhatARefusalIsAbout) {
  const Fault faults[]{
      {"RCPT", "550 no such mailbox", Kind::recipientRefused},
      {"RCPT", "550-5.1.1 no such\r\n550 5.1.1 mailbox", Kind::recipientRefused},
      {"RCPT", "451 greylisted, come again", Kind::deferred},
      {"RCPT", "552 5.2.2 mailbox full", Kind::mailboxFull},
      {"RCPT", "554 5.7.1 relay access denied", Kind::relayRefused},
      {"RCPT", "421 closing", Kind::unavailable},
      {".", "550 5.1.1 no such mailbox", Kind::recipientRefused},
      {".", "554 not this text", Kind::relayRefused},
      {".", "452 full", Kind::deferred},
      {"DATA", "554 no", Kind::relayRefused},
      {"MAIL", "550 not this sender", Kind::relayRefused},
      {"MAIL", "451 later", Kind::unavailable},
      {"", "554 no service", Kind::relayRefused},
      {"", "421 busy", Kind::unavailable},
      {"", SmtpPeer::silence, Kind::unavailable},
      {"", SmtpPeer::hangUp, Kind::unavailable},
      {"RCPT", SmtpPeer::silence, Kind::unavailable},
      {"DATA", SmtpPeer::hangUp, Kind::unavailable},
      {".", SmtpPeer::silence, Kind::unavailable},
      {".", SmtpPeer::hangUp, Kind::unavailable},
  };
  for (const Fault& fault : faults) {
    SmtpPeer peer(SmtpPeer::Script{{fault.verb, fault.reply}});
    const Delivery delivery = sent(peer);
    EXPECT_EQ(static_cast<int>(delivery.kind), static_cast<int>(fault.kind))
        << fault.verb << ' ' << fault.reply << ": " << delivery.why;
    EXPECT_TRUE(peer.taken().empty());
  }
}

TEST(SmtpMailer, L4_ARefusalTellsItsStageItsCodeAndItsTextWithoutTheRecipient) {
  SmtpPeer peer(SmtpPeer::Script{{"RCPT", "550-5.1.1 <hanako@example.jp>: Recipient\r\n550 5.1.1 hanako is unknown"}});
  const Delivery delivery = sent(peer);
  EXPECT_EQ(delivery.stage, SmtpStage::recipient);
  EXPECT_EQ(delivery.code, 550);
  EXPECT_EQ(delivery.why, "550 5.1.1 <(address)>: Recipient (address) is unknown");
}

// HELO after a refused EHLO is the way of old servers: what was said to the former is no answer to the latter.
TEST(SmtpMailer, S6_ARefusalThatTheDialogueWentOnFromIsForgotten) {
  SmtpPeer peer(SmtpPeer::Script{{"EHLO", "502 5.5.1 no such command"}, {"RCPT", SmtpPeer::hangUp}});
  const Delivery delivery = sent(peer);
  EXPECT_EQ(delivery.kind, Kind::unavailable) << delivery.why;
  EXPECT_EQ(delivery.code, 0);
}

TEST(SmtpMailer, S6_AServerThatIsNotThereIsUnavailableForLibcurlsReason) {
  SmtpMailer mailer(to("smtp://127.0.0.1:1"));
  const Delivery delivery = mailer.send(envelope, {});
  EXPECT_EQ(delivery.kind, Kind::unavailable);
  EXPECT_NE(delivery.why.find("127.0.0.1 port 1"), std::string::npos) << delivery.why;
}

TEST(SmtpMailer, S6_WithoutAServerEveryLetterWaits) {
  SmtpMailer mailer(to(""));
  EXPECT_EQ(mailer.send(envelope, {}).kind, Kind::unavailable);
}

TEST(SmtpMailer, RequiredTlsIsNeverGivenUp) {
  SmtpPeer peer;  // offers no STARTTLS
  Smtp smtp = to(peer.url());
  smtp.requireTls = true;
  SmtpMailer mailer(smtp);
  EXPECT_EQ(mailer.send(envelope, {}).kind, Kind::relayRefused) << "waiting does not cure it";
  EXPECT_TRUE(peer.taken().empty());
}

TEST(SmtpMailer, StopsBeforeTheTextNotAfter) {
  SmtpPeer peer(SmtpPeer::Script{{"RCPT", SmtpPeer::silence}});
  Smtp smtp = to(peer.url());
  smtp.timeout = 30'000;
  SmtpMailer mailer(smtp);
  std::stop_source stop;
  stop.request_stop();
  const auto before = std::chrono::steady_clock::now();
  EXPECT_EQ(mailer.send(envelope, stop.get_token()).kind, Kind::unavailable);
  EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(10));
}

}  // namespace
}  // namespace senkoi::server::mail
