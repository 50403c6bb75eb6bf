// Staff come in: invitation, joining with an authenticator, log-in, recovery, and who answers for whom (S1, S3, S4;
// reliability 4, 7, 13, 14, 15, 17, 18, 22, 23).
#include "tests/server/staff_access.hpp"

namespace senkoi::tests {
namespace {

TEST_F(StaffAccess, S4_AnInvitedOfficeJoinsAndLogsIn) {
  const std::string link = opened();
  const Told told = post("/invitations/open", {{"token", link}});
  EXPECT_EQ(told.text("/role"), "society");
  EXPECT_EQ(told.text("/field"), "01");
  EXPECT_EQ(told.text("/kind"), "invitation");
  EXPECT_TRUE(told.text("/otpauth_uri").starts_with("otpauth://totp/Senkoi:office@example.jp?secret="));
  EXPECT_EQ(decoded(told.text("/secret")), secret) << "the same each time";
  const Told made = join(link, code());
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_EQ(json::parse(made.body).at("recovery_codes").size(), 8u);
  EXPECT_EQ(logIn(code()).text("/code"), "staff_log_in_failed") << "used at joining";
  house.now += 30'000;
  const Told in = logIn(code());
  ASSERT_EQ(in.status, 201) << in.body;
  EXPECT_EQ(in.text("/staff/role"), "society");
  const std::string set = in.headers.at("set-cookie");
  for (const char* const part : {"__Host-senkoi-staff=", "Path=/", "HttpOnly", "SameSite=Strict", "Secure"})
    EXPECT_NE(set.find(part), std::string::npos) << part;
  const Told me = get("/me", cookies(in));
  EXPECT_EQ(me.text("/staff/mail"), "office@example.jp");
  EXPECT_EQ(me.headers.at("cache-control"), "no-store");
}

TEST_F(StaffAccess, Reliability4_OpeningALinkUsesNothingUp) {
  const std::string link = opened();
  for (int i = 0; i < 3; ++i) EXPECT_EQ(post("/invitations/open", {{"token", link}}).status, 200);
  EXPECT_EQ(house.ask({"GET", "/api/v1/staff/invitations/open"}).status, 405);
  EXPECT_EQ(join(link, code()).status, 201);
  EXPECT_EQ(post("/invitations/open", {{"token", link}}).text("/code"), "link_used");
  EXPECT_EQ(join(link, code(1)).text("/code"), "link_used");
  EXPECT_EQ(post("/invitations/open", {{"token", "none"}}).text("/code"), "link_expired");
}

TEST_F(StaffAccess, Reliability14_JoiningNeedsTheAuthenticatorsCodeAndAPasswordOfTwelve) {
  const std::string link = opened();
  const Told wrong = join(link, code(1000));
  EXPECT_EQ(wrong.status, 422);
  EXPECT_EQ(wrong.text("/errors/0/field"), "confirmation_code");
  EXPECT_EQ(wrong.text("/errors/0/code"), "confirmation_code_wrong");
  const auto weak = [&](const std::string& word) {
    const json body{{"token", link}, {"password", word}, {"password_again", word}, {"confirmation_code", code()}};
    return post("/invitations/join", body).text("/errors/0/code");
  };
  EXPECT_EQ(weak("Kawa-no-nag"), "password_short");
  EXPECT_EQ(weak("かわのながれかわのながれ"), "staff_password_characters");
  EXPECT_EQ(join(link, code()).status, 201) << "nothing was used up";
}

TEST_F(StaffAccess, Reliability14_ACodeOfTheStepBeforeOrAfterIsTakenAndEachOnce) {
  joined();
  EXPECT_EQ(logIn(code(2)).status, 401);
  EXPECT_EQ(logIn(code(-2)).status, 401);
  EXPECT_EQ(logIn(code(1)).status, 201);
  EXPECT_EQ(logIn(code(1)).status, 401);
  EXPECT_EQ(logIn(code(0)).status, 401) << "a step before one that was used";
  house.now += 60'000;
  EXPECT_EQ(logIn(code(0)).status, 201);
}

TEST_F(StaffAccess, Reliability14_ARecoveryCodeStandsInOnceInAnyWriting) {
  const auto codes = joined();
  std::string typed = codes[0];
  for (char& c : typed) c = c == '-' ? ' ' : static_cast<char>(std::tolower(c));
  EXPECT_EQ(logIn(typed).status, 201);
  EXPECT_EQ(logIn(codes[0]).status, 401);
  EXPECT_EQ(logIn(codes[1]).status, 201);
  EXPECT_EQ(logIn("12345").text("/errors/0/code"), "confirmation_code_shape");
}

TEST_F(StaffAccess, Reliability7_OneAnswerWhateverWasWrong) {
  joined();
  const Told unknown = logIn(code(), staffPassword, "nobody@example.jp");
  const Told wrongWord = logIn(code(), "Kawa-no-nagare-43");
  const Told wrongCode = logIn(code(1000));
  EXPECT_EQ(unknown.status, 401);
  EXPECT_EQ(unknown.body, wrongWord.body);
  EXPECT_EQ(unknown.body, wrongCode.body);
}

TEST_F(StaffAccess, Reliability13_GuessesAtTheCodeMustWait) {
  joined();
  int refused = 0;
  for (int i = 0; i < 6; ++i) refused = logIn(code(100 + i)).status;
  EXPECT_EQ(refused, 429);
}

TEST_F(StaffAccess, Reliability14_ACodeOfAnotherHourTellsOfTheClockToWhoeverKnowsThePassword) {
  const std::string link = opened();
  EXPECT_EQ(join(link, code(-300)).text("/errors/0/code"), "confirmation_code_clock");
  EXPECT_EQ(join(link, code()).status, 201);
  house.now += 2 * hours;
  const auto told = [&](std::int64_t ahead, const std::string& word = staffPassword) {
    return logIn(code(ahead), word).text("/code");
  };
  EXPECT_EQ(told(100), "confirmation_code_clock");
  EXPECT_EQ(told(100, "Kawa-no-nagare-43"), "staff_log_in_failed");
  EXPECT_EQ(told(-300), "staff_log_in_failed") << "of a step before the last that was used";
  EXPECT_EQ(told(361), "staff_log_in_failed") << "more than three hours away";
}

TEST_F(StaffAccess, Reliability13_ACodeOfAnotherHourCountsAsAGuess) {
  joined();
  Told told;
  for (int i = 0; i < 5; ++i) {
    told = logIn(code(100 + i));
    EXPECT_EQ(told.text("/code"), "confirmation_code_clock");
  }
  EXPECT_EQ(told.status, 401);
  EXPECT_EQ(logIn(code()).status, 429);
}

TEST_F(StaffAccess, Reliability17_18_SessionsEndByLogOutByTimeAndWithTheAccount) {
  joined();
  const std::string first = cookies(logIn(code()));
  EXPECT_EQ(get("/me", first).status, 200);
  EXPECT_EQ(remove("/sessions/current", first).status, 204);
  EXPECT_EQ(get("/me", first).status, 401);
  house.now += 30'000;
  const std::string second = cookies(logIn(code()));
  house.now += 30 * 60'000 - 1;
  EXPECT_EQ(get("/me", second).status, 200);
  house.now += 30 * 60'000;
  EXPECT_EQ(get("/me", second).status, 401) << "idle for half an hour";
  const std::string third = cookies(logIn(code()));
  board = house.staff(Role::board, std::nullopt, {});
  const std::string id = get("/me", third).text("/staff/id");
  EXPECT_EQ(remove("/people/" + id, board).status, 204);
  EXPECT_EQ(get("/me", third).status, 401);
  house.now += 30'000;
  EXPECT_EQ(logIn(code()).status, 401);
}

TEST_F(StaffAccess, Reliability17_ASessionEndsAfterTwelveHoursInAnyCase) {
  joined();
  const std::string session = cookies(logIn(code()));
  for (int i = 0; i < 35; ++i, house.now += 20 * 60'000) EXPECT_EQ(get("/me", session).status, 200);
  house.now += 20 * 60'000;
  EXPECT_EQ(get("/me", session).status, 401);
}

TEST_F(StaffAccess, Reliability15_ARecoveryKeepsTheAuthenticatorEndsSessionsAndTellsTheOwnerAlone) {
  joined();
  const std::string before = cookies(logIn(code()));
  EXPECT_EQ(get("/me", before).status, 200);
  const std::size_t letters = house.letters().size();
  const Told known = post("/recoveries", {{"mail", "office@example.jp"}});
  const Told unknown = post("/recoveries", {{"mail", "nobody@example.jp"}});
  EXPECT_EQ(known.status, 202);
  EXPECT_EQ(known.body, unknown.body);
  ASSERT_EQ(house.letters().size(), letters + 1);
  const std::string link = token();
  const Told opened = post("/invitations/open", {{"token", link}});
  EXPECT_EQ(opened.text("/kind"), "recovery");
  EXPECT_EQ(opened.text("/secret"), "");
  EXPECT_EQ(join(link, code(1000)).text("/errors/0/code"), "confirmation_code_wrong");
  const Told told = join(link, code(1));
  EXPECT_EQ(told.status, 201) << told.body;
  EXPECT_EQ(json::parse(told.body).at("recovery_codes").size(), 0u);
  EXPECT_EQ(get("/me", before).status, 401);
  EXPECT_EQ(house.letters().back().kind, server::store::LetterKind::staffAccessChanged);
  EXPECT_EQ(house.letters().back().to, "office@example.jp");
}

TEST_F(StaffAccess, S3_ASocietyInvitesDirectorsOfItsOwnFieldAndNobodyElse) {
  const std::string society = house.staff(Role::society, internalMedicine, {});
  EXPECT_EQ(post("/people", invitation("d@example.jp", "director"), society).status, 201);
  EXPECT_EQ(post("/people", invitation("d@example.jp", "director"), society).text("/errors/0/field"), "mail");
  EXPECT_EQ(post("/people", invitation("s@example.jp", "society"), society).text("/code"), "not_for_you");
  EXPECT_EQ(post("/people", invitation("b@example.jp", "board", ""), society).text("/code"), "not_for_you");
  EXPECT_EQ(post("/people", invitation("e@example.jp", "director", "02"), society).text("/code"), "not_for_you");
  json foreign = invitation("f@example.jp", "director");
  foreign["programs"] = {paediatricsTokyo};
  EXPECT_EQ(post("/people", foreign, society).text("/errors/0/code"), "program_of_other_field");
  foreign["programs"] = json::array();
  EXPECT_EQ(post("/people", foreign, society).text("/errors/0/field"), "programs");
  const auto people = json::parse(get("/people", society).body);
  ASSERT_EQ(people.at("people").size(), 1u);
  EXPECT_EQ(people.at("may_invite"), json::parse(R"(["director"])"));
}

TEST_F(StaffAccess, Reliability23_AForeignPersonIsNotThere) {
  const std::string society = house.staff(Role::society, internalMedicine, {});
  json director = invitation("d@example.jp", "director", "02");
  director["programs"] = {paediatricsTokyo};
  EXPECT_EQ(post("/people", director, board).status, 201);
  EXPECT_EQ(post("/people", invitation("office@example.jp", "society", "02"), board).status, 201);
  const json told = json::parse(get("/people", board).body);
  ASSERT_EQ(told.at("people").size(), 4u);
  for (const auto& person : told.at("people")) {
    const std::string path = "/people/" + person.at("id").dump();
    const Told closing = remove(path, society), missing = remove("/people/99999", society);
    EXPECT_EQ(closing.status, 404);
    EXPECT_EQ(closing.body, missing.body);
    EXPECT_EQ(post(path + "/invitation", json::object(), society).status, 404);
  }
}

TEST_F(StaffAccess, S4_NobodyClosesTheirOwnAccount) {
  const std::string id = get("/me", board).text("/staff/id");
  EXPECT_EQ(remove("/people/" + id, board).text("/code"), "own_staff_account");
}

TEST_F(StaffAccess, S3_ADirectorsProgramsAreChangedByWhoAnswersForThem) {
  const Told made = post("/people", invitation("d@example.jp", "director"), board);
  const std::string path = "/api/v1/staff/people/" + made.text("/person/id");
  const auto put = [&](const std::string& programs) {
    return house.ask({"PUT", path, R"({"programs":)" + programs + "}", {}, {{"cookie", board}}});
  };
  EXPECT_EQ(put("[1,2]").text("/person/programs/1/id"), "2");
  EXPECT_EQ(put("[]").text("/errors/0/field"), "programs");
  EXPECT_EQ(put("[4]").text("/code"), "program_of_other_field");
  EXPECT_EQ(put(R"(["1"])").status, 422);
}

TEST_F(StaffAccess, ANewInvitationEndsTheOneBefore) {
  const std::string link = opened();
  const std::string id = json::parse(get("/people", board).body).at("people").back().at("id").dump();
  EXPECT_EQ(post("/people/" + id + "/invitation", json::object(), board).status, 204);
  EXPECT_EQ(join(link, code()).text("/code"), "link_superseded");
}

// A page that listens to the seats of a director's programs, and how often it was told to look.
struct Listening {
  explicit Listening(std::shared_ptr<server::http::EventStream> events) : stream(std::move(events)) {
    stream->take();
    stream->whenWoken([this] { ++woken; });
  }
  bool isOver() { return woken > 0 && !stream->take(); }

  std::shared_ptr<server::http::EventStream> stream;
  int woken = 0;
};

TEST_F(StaffAccess, R18_TheStreamsOfAClosedAccountEndAtOnce) {
  const std::string director = house.staff(Role::director, std::nullopt, {tokyoThreeSeats});
  const std::string other = house.staff(Role::director, std::nullopt, {tokyoThreeSeats});
  const auto listen = [&](const std::string& cookie) {
    return house.listen({"GET", "/api/v1/staff/seats/events", {}, {}, {{"cookie", cookie}}});
  };
  Listening closed(listen(director)), kept(listen(other));
  const std::string id = json::parse(get("/me", director).body).at("staff").at("id").dump();
  ASSERT_EQ(remove("/people/" + id, board).status, 204);
  EXPECT_TRUE(closed.isOver());
  EXPECT_EQ(kept.woken, 0);
}

TEST_F(StaffAccess, R18_TheStreamsOfWhoLogsOutEndAtOnce) {
  const std::string director = house.staff(Role::director, std::nullopt, {tokyoThreeSeats});
  Listening page(house.listen({"GET", "/api/v1/staff/seats/events", {}, {}, {{"cookie", director}}}));
  ASSERT_EQ(remove("/sessions/current", director).status, 204);
  EXPECT_TRUE(page.isOver());
}

// Whoever knows an address can ask for a link to it.
TEST_F(StaffAccess, Reliability6_AStrangersRequestLeavesTheRecoveryThatIsOpen) {
  joined();
  EXPECT_EQ(post("/recoveries", {{"mail", "office@example.jp"}}).status, 202);
  const std::string link = token();
  EXPECT_EQ(post("/invitations/open", {{"token", link}}).text("/kind"), "recovery");
  EXPECT_EQ(post("/recoveries", {{"mail", "office@example.jp"}}).status, 202);
  EXPECT_EQ(join(link, code()).status, 201);
}

TEST_F(StaffAccess, Reliability6_ANewerRequestEndsARecoveryThatNobodyHasOpened) {
  joined();
  post("/recoveries", {{"mail", "office@example.jp"}});
  const std::string link = token();
  post("/recoveries", {{"mail", "office@example.jp"}});
  EXPECT_EQ(post("/invitations/open", {{"token", link}}).text("/code"), "link_superseded");
}

}  // namespace
}  // namespace senkoi::tests
