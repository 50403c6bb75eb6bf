// Registration over the API, from the mail address to the user ID (M2.1–M2.5).
#include <set>

#include "tests/server/house.hpp"

namespace senkoi::tests {
namespace {

using LetterKind = server::store::LetterKind;

std::string body(const std::string& token) {
  return R"({"token":")" + token + R"("})";
}

struct Scenario {
  const char* name;
  const char* method;
  const char* target;
  std::string body;
  int status;
  const char* holds;
};

void runs(House& house, const std::vector<Scenario>& scenarios) {
  for (const Scenario& scenario : scenarios) {
    const Told told = house.ask({scenario.method, scenario.target, scenario.body});
    EXPECT_EQ(told.status, scenario.status) << scenario.name << ": " << told.body;
    EXPECT_TRUE(told.holds(scenario.holds)) << scenario.name << ": " << told.body;
  }
}

TEST(MailAddresses, M2_1_CarriersAreRefusedWithTheReasonAndOthersGetALetter) {
  House house;
  const char* const url = "/api/v1/mail-addresses";
  runs(house,
       {
           {"good", "POST", url, R"({"mail":"hanako@example.jp","field":"02"})", 202, R"("findings":[])"},
           {"full width", "POST", url, R"({"mail":"ｈａｎａｋｏ＠example.jp","field":"02"})", 202, "findings"},
           {"carrier", "POST", url, R"({"mail":"a@docomo.ne.jp","field":"02"})", 422, R"("code":"mail_carrier")"},
           {"maybe a carrier", "POST", url, R"({"mail":"a@yahoo.ne.jp","field":"02"})", 202, R"("severity":"warning")"},
           {"no address", "POST", url, R"({"mail":"hanako","field":"02"})", 422, R"("field":"mail")"},
           {"missing", "POST", url, R"({"field":"02"})", 422, R"("code":"required")"},
           {"no such field", "POST", url, R"({"mail":"hanako@example.jp","field":"20"})", 422, "unknown_field"},
           {"no such language", "POST", url, R"({"mail":"h@example.jp","field":"02","language":"fr"})", 422,
            "unknown_language"},
           {"unknown key (24)", "POST", url, R"({"mail":"h@example.jp","field":"02","admin":"yes"})", 422,
            R"("field":"admin")"},
           {"not a text", "POST", url, R"({"mail":7,"field":"02"})", 422, "not_a_text"},
           {"not an object", "POST", url, R"(["mail"])", 400, "malformed_json"},
           {"key twice", "POST", url, R"({"mail":"h@example.jp","mail":"i@example.jp","field":"02"})", 400,
            "malformed_json"},
           {"too deep", "POST", url, R"({"mail":[[[[[[[[1]]]]]]]],"field":"02"})", 400, "malformed_json"},
           {"lone surrogate", "POST", url, R"({"mail":"\ud800@example.jp","field":"02"})", 422, "unreadable_character"},
       });
  EXPECT_EQ(house.letters().size(), 3u);
}

TEST(MailAddresses, SentencesComeInTheLanguageOfTheRequest) {
  House house;
  const Told ja = house.ask({"POST", "/api/v1/mail-addresses", R"({"mail":"","field":"02"})"});
  const Told en =
      house.ask({"POST", "/api/v1/mail-addresses", R"({"mail":"","field":"02"})", {}, {{"accept-language", "en"}}});
  EXPECT_EQ(ja.text("/errors/0/code"), en.text("/errors/0/code"));
  EXPECT_NE(ja.text("/errors/0/message"), en.text("/errors/0/message"));
  EXPECT_EQ(en.headers.at("content-language"), "en");
  EXPECT_EQ(en.headers.at("content-type"), "application/problem+json");
}

TEST(MailAddresses, M1_3_KnownAndUnknownAddressesGetOneAnswer) {
  House house;
  house.registered("0123456");
  for (const char* const url : {"/api/v1/mail-addresses", "/api/v1/recoveries"}) {
    const std::string field = std::string(url).ends_with("addresses") ? R"(,"field":"01")" : "";
    const Told known = house.ask({"POST", url, R"({"mail":"a0123456@example.jp")" + field + "}"});
    const Told unknown = house.ask({"POST", url, R"({"mail":"nobody@example.jp")" + field + "}"});
    EXPECT_EQ(known.status, 202);
    EXPECT_EQ(known.body, unknown.body);
    EXPECT_EQ(known.headers, unknown.headers);
  }
}

TEST(Registration, M2_2_TheLinkHoldsForExactly24HoursAndWorksOnce) {
  House house;
  const std::string token = house.askedForLink("hanako@example.jp");
  const Instant asked = house.now;
  house.now = asked + 24 * hours;
  EXPECT_EQ(house.ask({"POST", "/api/v1/registrations/open", body(token)}).status, 410);
  house.now -= 1;
  const Told opened = house.ask({"POST", "/api/v1/registrations/open", body(token)});
  EXPECT_EQ(opened.status, 200);
  EXPECT_EQ(opened.text("/mail"), "hanako@example.jp");
  EXPECT_EQ(opened.text("/until_at"), std::to_string(house.now + 2 * hours));
  const Instant until = house.now + 2 * hours;
  house.now = until;
  EXPECT_EQ(house.ask({"POST", "/api/v1/registrations", registrationBody(token)}).text("/code"), "link_time_over");
  house.now = until - 1;
  EXPECT_EQ(house.ask({"POST", "/api/v1/registrations", registrationBody(token)}).status, 201);
  const std::string another = registrationBody(token, registryNumber(7));
  EXPECT_EQ(house.ask({"POST", "/api/v1/registrations", another}).text("/code"), "link_used");
}

std::string replaced(std::string text, std::string_view part, std::string_view by) {
  return text.replace(text.find(part), part.size(), by);
}

TEST(Registration, M2_5_TheSameSentAgainGetsTheSameUserIdAndOneAccount) {
  House house;
  const std::string token = house.openedLink("hanako@example.jp"), same = registrationBody(token);
  const Instant until = house.now + 2 * hours;
  const Told first = house.ask({"POST", "/api/v1/registrations", same});
  ASSERT_EQ(first.status, 201) << first.body;
  house.now = until - 1;
  const Told again = house.ask({"POST", "/api/v1/registrations", same});
  EXPECT_EQ(again.status, 201);
  EXPECT_EQ(again.body, first.body);
  const std::string asTyped = replaced(same, "113-0033", "１１３００３３");
  EXPECT_EQ(house.ask({"POST", "/api/v1/registrations", asTyped}).body, first.body) << "what is stored counts";
  EXPECT_EQ(house.letters().size(), 2u) << "the link, and one user ID";
  house.now = until;
  EXPECT_EQ(house.ask({"POST", "/api/v1/registrations", same}).text("/code"), "link_used");
}

TEST(Registration, M2_5_AnythingElseMeetsAUsedLinkAndLearnsNothing) {
  House house;
  const std::string token = house.openedLink("hanako@example.jp"), same = registrationBody(token);
  const std::string userId = house.ask({"POST", "/api/v1/registrations", same}).text("/user_id");
  for (const std::string& other :
       {replaced(same, "1-2-3", "1-2-4"), replaced(same, "0123456", "0123457"), replaced(same, "113-0033", "1"),
        replaced(replaced(same, "sakura1985kyo", "sakura1985osk"), "sakura1985kyo", "sakura1985osk")}) {
    const Told told = house.ask({"POST", "/api/v1/registrations", other});
    EXPECT_EQ(told.text("/code"), "link_used") << other;
    EXPECT_FALSE(told.holds(userId.c_str()));
    EXPECT_FALSE(told.holds("errors"));
  }
}

TEST(Registration, M2_5_FiftyOfTheSameAtOnceMakeOneAccountAndTellItsUserId) {
  House house;
  const std::string token = house.openedLink("hanako@example.jp");
  const std::vector<Ask> asks(50, Ask{"POST", "/api/v1/registrations", registrationBody(token)});
  std::set<std::string> told;
  for (const Told& each : house.askTogether(asks)) {
    if (each.status == 201) told.insert(each.text("/user_id"));
    EXPECT_TRUE(each.status == 201 || each.status == 503) << each.body;
  }
  EXPECT_EQ(told.size(), 1u);
}

TEST(Registration, M2_2_ADeadEndTellsWhoseLinkItWas) {
  House house;
  const auto link = [&](const std::string& token, const char* target) {
    return house.ask(
        {"POST", target, target == std::string_view{"/api/v1/registrations"} ? registrationBody(token) : body(token)});
  };
  const char *const open = "/api/v1/registrations/open", *const submit = "/api/v1/registrations";
  const std::string late = house.askedForLink("late@example.jp"), slow = house.openedLink("slow@example.jp");
  house.now += 24 * hours;
  const Told expired = link(late, open), over = link(slow, submit), reopened = link(slow, open);
  EXPECT_EQ(expired.text("/code"), "link_expired");
  EXPECT_EQ(expired.text("/link/mail"), "late@example.jp");
  EXPECT_EQ(expired.text("/link/field"), "01");
  for (const Told* const told : {&over, &reopened}) {
    EXPECT_EQ(told->text("/code"), "link_time_over");
    EXPECT_EQ(told->text("/link/mail"), "slow@example.jp");
  }
  EXPECT_FALSE(link("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", open).holds("\"link\"")) << "nobody's";
}

TEST(Registration, M2_2_ANewerLinkEndsTheOlder) {
  House house;
  const std::string first = house.askedForLink("hanako@example.jp");
  const std::string second = house.askedForLink("hanako@example.jp");
  EXPECT_EQ(house.ask({"POST", "/api/v1/registrations/open", body(first)}).text("/code"), "link_superseded");
  EXPECT_EQ(house.ask({"POST", "/api/v1/registrations/open", body(second)}).status, 200);
}

std::string asking(const std::string& field, const std::string& more = {}) {
  return R"({"mail":"hanako@example.jp","field":")" + field + '"' + more + "}";
}

// Whoever knows an address can ask for a link to it, in a field of their choice, as often as they like.
TEST(Registration, M2_2_AStrangersRequestsLeaveTheOwnerTheFormThatIsOpenAndTheirField) {
  House house(true);
  const std::string open = house.openedLink("hanako@example.jp"), unopened = house.askedForLink("hanako@example.jp");
  for (int i = 0; i < 20; ++i) house.ask({"POST", "/api/v1/mail-addresses", asking("02"), {}, {}, "203.0.113.9"});
  EXPECT_EQ(house.ask({"POST", "/api/v1/registrations/open", body(unopened)}).text("/field"), "01");
  const Told told = house.ask({"POST", "/api/v1/registrations", registrationBody(open)});
  EXPECT_EQ(told.status, 201) << told.body;
}

TEST(MailAddresses, Reliability13_AStrangersRequestsDoNotUseUpTheOwnersAllowance) {
  House house(true);
  const auto ask = [&](const std::string& peer, const std::string& field = "01", const std::string& more = {}) {
    return house.ask({"POST", "/api/v1/mail-addresses", asking(field, more), {}, {}, peer}).status;
  };
  int taken = 0;
  for (int i = 0; i < 20; ++i) taken += ask("203.0.113.9", "02") == 202 ? 1 : 0;
  EXPECT_EQ(taken, 6) << "from one address";
  EXPECT_EQ(ask("192.0.2.1"), 202);
}

// However many addresses a stranger has: what is refused has just been sent, and lies in the owner's mailbox.
TEST(MailAddresses, Reliability13_ALetterOfAFieldThatNoneWasSentForIsNeverRefused) {
  House house(true);
  const auto ask = [&](const std::string& peer, const std::string& field) {
    return house.ask({"POST", "/api/v1/mail-addresses", asking(field), {}, {}, peer});
  };
  int taken = 0;
  for (int i = 0; i < 100; ++i) taken += ask("203.0.113." + std::to_string(i), "02").status == 202 ? 1 : 0;
  EXPECT_EQ(taken, 13) << "from everywhere";
  EXPECT_EQ(ask("192.0.2.1", "01").status, 202);
  const Told refused = ask("192.0.2.1", "01");
  EXPECT_EQ(refused.status, 429);
  EXPECT_NE(refused.headers.at("retry-after"), "0");
}

TEST(MailAddresses, Reliability13_WhoHoldsALinkOfTheMailboxHasAnAllowanceOfTheirOwn) {
  House house(true);
  const std::string token = house.openedLink("hanako@example.jp");
  for (int i = 0; i < 100; ++i)
    house.ask({"POST", "/api/v1/mail-addresses", asking("01"), {}, {}, "203.0.113." + std::to_string(i)});
  EXPECT_EQ(house.ask({"POST", "/api/v1/mail-addresses", asking("01")}).status, 429);
  EXPECT_EQ(house.ask({"POST", "/api/v1/mail-addresses", asking("01", R"(,"token":")" + token + '"')}).status, 202);
}

TEST(Registration, M2_2_UnknownAndBrokenTokensAreGone) {
  House house;
  for (const char* const token : {"", "short", "../../../../etc/passwd", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    EXPECT_EQ(house.ask({"POST", "/api/v1/registrations/open", body(token)}).status, 410) << token;
}

TEST(Registration, M2_2_FiftyAtOnceUseTheLinkOnce) {
  House house;
  const std::string token = house.openedLink("hanako@example.jp");
  std::vector<Ask> asks;
  for (int i = 0; i < 50; ++i)
    asks.push_back({"POST", "/api/v1/registrations", registrationBody(token, registryNumber(100 + i))});
  int made = 0;
  for (const Told& told : house.askTogether(asks)) {
    made += told.status == 201 ? 1 : 0;
    EXPECT_TRUE(told.status == 201 || told.status == 410) << told.body;
  }
  EXPECT_EQ(made, 1);
}

TEST(Registration, M2_3_ShowsWhatWasConvertedAndRefusesByItem) {
  House house;
  const char* const url = "/api/v1/registrations/check";
  std::string padded = registrationBody("", "１２３４５６"), wrong = registrationBody("", "12345");
  const Told checked = house.ask({"POST", url, padded});
  EXPECT_EQ(checked.status, 200) << checked.body;
  EXPECT_EQ(checked.text("/values/registry_number"), "0123456");
  EXPECT_EQ(checked.text("/findings/0/code"), "registry_number_padded");
  EXPECT_EQ(checked.text("/findings/0/value"), "0123456");
  EXPECT_EQ(checked.text("/years_since_licence"), "4");
  EXPECT_FALSE(checked.holds("sakura1985kyo")) << "a password is never told again";
  const Told refused = house.ask({"POST", url, wrong});
  EXPECT_EQ(refused.status, 200) << "a check says everything and refuses nothing";
  EXPECT_EQ(refused.text("/findings/0/code"), "registry_number_short");
  EXPECT_EQ(refused.text("/findings/0/severity"), "error");
}

TEST(Registration, M1_2_OneLinkLooksUpTwentyRegistryNumbersAnHour) {
  House house{true};
  house.registered("0123456");
  const std::string token = house.openedLink("other@example.jp");
  const Ask ask{"POST", "/api/v1/registrations/check", registrationBody(token, "0123456")};
  for (int told = 0; told < 20; ++told) EXPECT_TRUE(house.ask(ask).holds("registry_number_taken")) << told;
  EXPECT_FALSE(house.ask(ask).holds("registry_number_taken"));
}

TEST(Registration, M1_2_ALinkThatIsNotOpenedLooksNothingUp) {
  House house;
  house.registered("0123456");
  for (const std::string& token : {std::string{}, std::string{"bad"}, std::string(43, 'A')}) {
    const Told told = house.ask({"POST", "/api/v1/registrations/check", registrationBody(token, "0123456")});
    EXPECT_EQ(told.status, 200);
    EXPECT_FALSE(told.holds("registry_number_taken")) << token;
  }
}

TEST(Registration, M2_3_SixtyKilobytesAreReadAndToldAsTooLong) {
  House house;
  std::string body = registrationBody("");
  body.replace(body.find("髙橋"), std::string("髙橋").size(), std::string(60'000, 'a'));
  const Told told = house.ask({"POST", "/api/v1/registrations/check", body});
  EXPECT_EQ(told.status, 200);
  EXPECT_EQ(told.text("/findings/0/code"), "too_long");
}

TEST(Registration, M2_5_TellsTheUserIdAndMailsIt) {
  House house;
  const std::string userId = house.registered("0123456", "02");
  EXPECT_EQ(userId.substr(0, 2), "02");
  const auto letters = house.letters();
  ASSERT_FALSE(letters.empty());
  EXPECT_EQ(letters.back().kind, LetterKind::registered);
  EXPECT_EQ(fact(letters.back(), "user_id"), userId);
}

TEST(Registration, M1_2_ATakenRegistryNumberIsToldOnlyAfterTheMailIsProven) {
  House house;
  house.registered("0123456");
  EXPECT_EQ(house.ask({"POST", "/api/v1/registrations/check", registrationBody("", "0123456")}).status, 200);
  EXPECT_EQ(house.ask({"POST", "/api/v1/registrations", registrationBody("bad", "0123456")}).status, 410);
  const std::string token = house.openedLink("other@example.jp");
  const Told checked = house.ask({"POST", "/api/v1/registrations/check", registrationBody(token, "123456")});
  EXPECT_EQ(checked.status, 200);
  EXPECT_EQ(checked.text("/findings/0/code"), "registry_number_taken") << checked.body;
  const Told told = house.ask({"POST", "/api/v1/registrations", registrationBody(token, "123456")});
  EXPECT_EQ(told.status, 409);
  EXPECT_EQ(told.text("/errors/0/field"), "registry_number");
  EXPECT_EQ(told.text("/errors/0/code"), "registry_number_taken");
  EXPECT_EQ(house.ask({"POST", "/api/v1/registrations", registrationBody(token, "0234567")}).status, 201)
      << "and the link still works";
}

}  // namespace
}  // namespace senkoi::tests
