// Letters to a scripted SMTP server: who is at fault decides what happens to the letter (S6, reliability 43).
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

TEST(SmtpMailer, S6_TellsWhoseFaultARefusalIs) {
  const Fault faults[]{
      {"RCPT", "550 no such mailbox", Kind::refused},
      {"RCPT", "451 greylisted, come again", Kind::deferred},
      {".", "554 not this text", Kind::refused},
      {".", "452 full", Kind::deferred},
      {"DATA", "554 no", Kind::refused},
      {"MAIL", "550 not this sender", Kind::away},
      {"MAIL", "451 later", Kind::away},
      {"", "554 no service", Kind::away},
      {"", "421 busy", Kind::away},
      {"", SmtpPeer::silence, Kind::away},
      {"", SmtpPeer::hangUp, Kind::away},
      {"RCPT", SmtpPeer::silence, Kind::away},
      {"DATA", SmtpPeer::hangUp, Kind::away},
      {".", SmtpPeer::silence, Kind::away},
      {".", SmtpPeer::hangUp, Kind::away},
  };
  for (const Fault& fault : faults) {
    SmtpPeer peer(SmtpPeer::Script{{fault.verb, fault.reply}});
    const Delivery delivery = sent(peer);
    EXPECT_EQ(static_cast<int>(delivery.kind), static_cast<int>(fault.kind))
        << fault.verb << ' ' << fault.reply << ": " << delivery.why;
    EXPECT_TRUE(peer.taken().empty());
  }
}

TEST(SmtpMailer, S6_AServerThatIsNotThereIsAway) {
  SmtpMailer mailer(to("smtp://127.0.0.1:1"));
  EXPECT_EQ(mailer.send(envelope, {}).kind, Kind::away);
}

TEST(SmtpMailer, RequiredTlsIsNeverGivenUp) {
  SmtpPeer peer;  // offers no STARTTLS
  Smtp smtp = to(peer.url());
  smtp.requireTls = true;
  SmtpMailer mailer(smtp);
  EXPECT_EQ(mailer.send(envelope, {}).kind, Kind::away);
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
  EXPECT_EQ(mailer.send(envelope, stop.get_token()).kind, Kind::away);
  EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(10));
}

}  // namespace
}  // namespace senkoi::server::mail
