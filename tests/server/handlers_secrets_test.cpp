// What is stored of secrets, and for whom a password is hashed (reliability 1, 8, 11, 12), over the API.
#include <sodium.h>

#include <regex>

#include "senkoi/rules/user_id.hpp"
#include "server/accounts/password_hasher.hpp"
#include "server/accounts/secrets.hpp"
#include "server/operations/staff_store.hpp"
#include "tests/server/argon_work.hpp"
#include "tests/server/staff_access.hpp"

namespace senkoi::tests {
namespace {

namespace accounts = server::accounts;

constexpr accounts::PasswordCost weaker{1, 8};

std::string parametersOf(const std::string& hash) {
  return hash.substr(0, hash.find(",p="));
}

// What a token writes in base64.
std::string bytesOf(const std::string& token) {
  std::string bytes(token.size(), '\0');
  std::size_t size = 0;
  EXPECT_EQ(sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), token.data(), token.size(),
                              nullptr, &size, nullptr, sodium_base64_VARIANT_URLSAFE_NO_PADDING),
            0);
  bytes.resize(size);
  return bytes;
}

TEST(Tokens, Reliability1_OnlyTheirHashesAreStored) {
  House house;
  const std::string link = house.openedLink("hanako@example.jp"), cookie = house.applicant();
  house.ask({"POST", "/api/v1/recoveries", R"({"mail":"a)" + registryNumber(1) + R"(@example.jp"})"});
  const auto letter = house.letters().back();
  ASSERT_EQ(letter.kind, LetterKind::recovery);
  EXPECT_TRUE(house.stores("hanako@example.jp")) << "what is stored is found";
  for (const std::string& token : {link, cookie, house.tokenIn(letter)}) {
    const auto hash = accounts::hashOf(token);
    ASSERT_TRUE(hash);
    EXPECT_TRUE(house.stores({reinterpret_cast<const char*>(hash->data()), hash->size()}));
    EXPECT_FALSE(house.stores(token));
    EXPECT_FALSE(house.stores(bytesOf(token)));
  }
}

TEST_F(StaffAccess, Reliability1_NoTokenNoCodeAndNoSecretIsStoredAsItIs) {
  const auto codes = joined();
  const std::string link = token(), session = logIn(code()).cookie();
  EXPECT_TRUE(house.stores("office@example.jp")) << "what is stored is found";
  for (const std::string& text : {link, session, secret, std::string(staffPassword)}) EXPECT_FALSE(house.stores(text));
  for (const std::string& recovery : codes) {
    EXPECT_FALSE(house.stores(recovery));
    EXPECT_FALSE(house.stores(std::regex_replace(recovery, std::regex("-"), "")));
  }
}

// What a log-in that is refused has libsodium do.
template <class LogInOf>
ArgonWork workOf(LogInOf logIn) {
  const ArgonWork before = argonWork();
  EXPECT_EQ(logIn().status, 401);
  return argonWork() - before;
}

TEST(LogIn, Reliability8_AnUnknownIdCostsTheHashOfAKnownOne) {
  House house;
  const std::string known = house.registered("0123456");
  const auto unknown = rules::makeUserId(internalMedicine, 77);
  const auto attempt = [&](const std::string& userId) {
    return workOf([&] { return house.ask({"POST", "/api/v1/sessions", logInBody(userId, "wrong1985kyo")}); });
  };
  const ArgonWork work = attempt(known);
  EXPECT_EQ(work.hashes, 1u);
  EXPECT_EQ(attempt({unknown.begin(), unknown.end()}), work);
}

TEST_F(StaffAccess, Reliability8_AnUnknownAddressCostsTheHashOfAKnownOne) {
  joined();
  const auto attempt = [&](const std::string& mail) {
    return workOf([&] { return logIn(code(), "wrong password of staff", mail); });
  };
  const ArgonWork work = attempt("office@example.jp");
  EXPECT_EQ(work.hashes, 1u);
  EXPECT_EQ(attempt("nobody@example.jp"), work);
}

TEST(LogIn, Reliability11_AHashOfWeakerParametersIsReplaced) {
  House house;
  const std::string userId = house.registered("0123456");
  const auto hash = [&] { return house.inStore([&](Store& s) { return s.credentials(userId)->passwordHash; }); };
  const std::string strong = parametersOf(hash());
  house.inStore([&](Store& s) {
    s.storePasswordHash(*s.credentials(userId), accounts::hashPassword("sakura1985kyo", weaker));
    return std::string{};
  });
  ASSERT_NE(parametersOf(hash()), strong);
  house.loggedIn(userId);
  EXPECT_EQ(parametersOf(hash()), strong);
  house.loggedIn(userId);
}

TEST_F(StaffAccess, Reliability11_AHashOfWeakerParametersIsReplaced) {
  joined();
  const auto hash = [&] {
    return house.inStore([](Store& s) { return s.staff().credentials("office@example.jp")->passwordHash; });
  };
  const std::string strong = parametersOf(hash());
  house.inStore([](Store& s) {
    s.staff().storePasswordHash(*s.staff().credentials("office@example.jp"),
                                accounts::hashPassword(staffPassword, weaker));
    return std::string{};
  });
  ASSERT_NE(parametersOf(hash()), strong);
  EXPECT_EQ(logIn(code()).status, 201);
  EXPECT_EQ(parametersOf(hash()), strong);
}

TEST(Registration, Reliability12_NoPasswordIsHashedForALinkThatDoesNotHold) {
  House house;
  house.registered("0123456");
  const std::string unknown(43, 'A');
  std::string faulty = registrationBody(unknown);
  faulty.replace(faulty.find("髙橋"), std::string("髙橋").size(), "");
  EXPECT_EQ(house.ask({"POST", "/api/v1/registrations", faulty}).text("/code"), "link_expired") << "asked first";
  EXPECT_EQ(house.ask({"POST", "/api/v1/registrations", registrationBody(unknown)}).status, 410);
  EXPECT_EQ(house.hashed(1), 1u);
}

}  // namespace
}  // namespace senkoi::tests
