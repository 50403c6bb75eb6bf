// What offices see of the mails over HTTP (L4): whether they go out, which have not, and trying them again.
#include "tests/server/office.hpp"

namespace senkoi::tests {
namespace {

class UndeliveredLetters : public OfficeTest {
 protected:
  // The newest letter, refused by its recipient's server.
  std::string givenUp(const std::string& why = "550 5.1.1 no such user") {
    const auto letter = house.letters().back();
    const Instant at = house.now;
    house.inStore([&](Store& store) {
      store.letterRefused(letter.id, at, why);
      return std::string{};
    });
    return std::to_string(letter.id);
  }
};

TEST_F(UndeliveredLetters, L4_ALetterThatWasGivenUpIsListedAndSentAgain) {
  const std::string token = house.askedForLink("new@example.jp");
  const std::string id = givenUp();
  const Told listed = ask(society, "GET", "letters");
  ASSERT_EQ(listed.status, 200) << listed.body;
  EXPECT_EQ(listed.text("/queue/state"), "running");
  EXPECT_EQ(listed.text("/letters/0/id"), id);
  EXPECT_EQ(listed.text("/letters/0/kind"), "registration_link");
  EXPECT_EQ(listed.text("/letters/0/to"), "new@example.jp");
  EXPECT_EQ(listed.text("/letters/0/why"), "550 5.1.1 no such user");
  EXPECT_EQ(listed.text("/letters/0/may_retry"), "true");
  const Told again = ask(society, "POST", "letters/" + id + "/retry", "{}");
  EXPECT_EQ(again.status, 200) << again.body;
  EXPECT_EQ(again.text("/letters/0/given_up_at"), "null");
  EXPECT_EQ(house.letters().size(), 1u) << "due again";
  EXPECT_EQ(ask(board, "GET", "audit?action=letter_retried").text("/entries/0/subject"), id);
}

TEST_F(UndeliveredLetters, L4_NothingOfWhatALetterSaysIsTold) {
  const std::string token = house.askedForLink("new@example.jp");
  givenUp();
  const std::string who = house.registered("0123456");
  givenUp();
  const Told listed = ask(board, "GET", "letters");
  EXPECT_EQ(listed.text("/letters/0/user_id"), who);
  EXPECT_FALSE(listed.holds(token));
  EXPECT_FALSE(listed.holds("nonce"));
  EXPECT_FALSE(listed.holds("髙橋"));
  EXPECT_FALSE(ask(board, "GET", "audit?action=letter_retried").holds("@"));
}

TEST_F(UndeliveredLetters, R23_AForeignLetterIsNotFoundAndDirectorsHaveNone) {
  house.askedForLink("new@example.jp");
  const std::string id = givenUp();
  EXPECT_EQ(ask(other, "GET", "letters").text("/letters/0"), "");
  EXPECT_EQ(ask(other, "POST", "letters/" + id + "/retry", "{}").status, 404);
  EXPECT_EQ(ask(other, "POST", "letters/retry", "{}").text("/retried"), "0");
  const std::string director = house.staff(Role::director, internalMedicine, {tokyoTenSeats});
  EXPECT_EQ(ask(director, "GET", "letters").text("/code"), "not_for_you");
  EXPECT_TRUE(house.letters().empty()) << "still given up";
  EXPECT_EQ(ask(board, "POST", "letters/retry", "{}").text("/retried"), "1");
}

TEST_F(UndeliveredLetters, L4_AnExpiredLinkIsNotSentAgain) {
  house.askedForLink("new@example.jp");
  const std::string id = givenUp();
  house.now += server::store::linkLifetime;
  const std::string later = house.staff(Role::society, internalMedicine);
  EXPECT_EQ(ask(later, "GET", "letters").text("/letters/0/may_retry"), "false");
  const Told refused = ask(later, "POST", "letters/" + id + "/retry", "{}");
  EXPECT_EQ(refused.status, 409);
  EXPECT_EQ(refused.text("/code"), "letter_expired");
}

}  // namespace
}  // namespace senkoi::tests
