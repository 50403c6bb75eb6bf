#include <iostream>
#include <limits>
#include <memory>
#include <stdexcept>
#include <string>

#include "senkoi/rules/local_date_time.hpp"
#include "senkoi/words/sentence.hpp"
#include "server/base/clock.hpp"
#include "server/mail/smtp_mailer.hpp"
#include "server/operations/office_store.hpp"
#include "server/operations/open.hpp"
#include "server/program/commands.hpp"
#include "server/program/keyed_database.hpp"

namespace senkoi::server {
namespace {

constexpr auto all = std::numeric_limits<std::size_t>::max();

std::string timeText(Instant at) {
  return std::string(std::string_view(rules::localDateTimeText(at)));
}

std::string stateOf(const store::UndeliveredLetter& letter) {
  if (letter.givenUpAt) return "given up " + timeText(*letter.givenUpAt);
  return "next attempt " + timeText(letter.nextAttempt.value_or(0));
}

std::size_t retry(store::OfficeStore& letters, const LettersToRetry& asked, Instant now) {
  if (asked.all) return letters.retryLetters(std::nullopt, now, {});
  for (const std::int64_t number : asked.numbers) {
    const Code code = letters.retryLetter(std::nullopt, number, now, {});
    if (code == Code::notFound)
      throw std::runtime_error("no undelivered letter has the number " + std::to_string(number) +
                               ": see senkoi mail list");
    if (code != Code::ok)
      throw std::runtime_error("letter " + std::to_string(number) + ": " +
                               std::string(words::sentence(code, Language::en)));
  }
  return asked.numbers.size();
}

}  // namespace

void listLetters(const Configuration& configuration) {
  refuseForeignKey(KeyedDatabase(configuration));
  const auto reader = store::openReading(configuration.database);
  const auto letters = reader->offices().undeliveredLetters(std::nullopt, all);
  for (const store::UndeliveredLetter& letter : letters) {
    std::cout << letter.id << '\t' << name(letter.kind) << '\t' << stateOf(letter) << '\t' << letter.why << '\n';
  }
  std::cout << letters.size() << " undelivered, " << reader->lettersWaiting().waiting << " waiting\n";
}

void retryLetters(const Configuration& configuration, const LettersToRetry& asked) {
  if (asked.all == !asked.numbers.empty()) throw std::runtime_error("say which letters, by number, or --all");
  store::openReading(configuration.database);  // there is one, of this schema: nothing is made or upgraded here
  const auto writing = store::openWriting(configuration.database, auditKeyOf(KeyedDatabase(configuration)));
  writing->startBatch();
  writing->savepoint();
  const std::size_t count = retry(writing->offices(), asked, systemClock()());
  writing->releaseSavepoint();
  writing->commitBatch();
  std::cout << count << (count == 1 ? " letter is" : " letters are") << " due again; the server sends "
            << (count == 1 ? "it" : "them") << '\n';
}

void sendTestLetter(const Configuration& configuration, const std::string& address) {
  const Smtp& smtp = configuration.smtp;
  if (smtp.url.empty()) throw std::runtime_error("there is no --smtp-url to send letters to");
  const auto to = mail::mailboxOf(address);
  if (!to) throw std::runtime_error("a letter goes to one email address, not to " + address);
  const Instant now = systemClock()();
  const mail::Letter letter{
      to->address, "Senkoi: a letter to try the mail server",
      "This letter was sent by `senkoi mail test`. Letters to applicants and staff go the same way.\n"};
  const std::string message = compose(letter, {smtp.from, smtp.replyTo}, "test-" + std::to_string(now), now);
  mail::SmtpMailer mailer(smtp);
  const mail::Delivery delivery = mailer.send({mail::addressIn(smtp.from), to->address, letter, message}, {});
  if (delivery.kind != mail::Delivery::Kind::sent)
    throw std::runtime_error("at the stage " + std::string(name(delivery.stage)) + ": " + delivery.why);
  std::cout << smtp.url << " has taken the letter\n";
}

}  // namespace senkoi::server
