// Staff at the door, for the tests of how they come in. An authenticator is played by the code that its secret gives
// now.
#pragma once

#include <liboath/oath.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "server/accounts/totp.hpp"
#include "tests/server/house.hpp"

namespace senkoi::tests {

using nlohmann::json;

inline constexpr const char* staffPassword = "Kawa-no-nagare-42";

inline std::string decoded(const std::string& base32) {
  char* bytes = nullptr;
  std::size_t size = 0;
  EXPECT_EQ(oath_base32_decode(base32.data(), base32.size(), &bytes, &size), OATH_OK);
  std::string secret(bytes, size);
  std::free(bytes);
  return secret;
}

class StaffAccess : public testing::Test {
 protected:
  Told post(const std::string& path, const json& body, const std::string& cookies = {}) {
    return house.ask({"POST", "/api/v1/staff" + path, body.dump(), {}, {{"cookie", cookies}}});
  }
  Told get(const std::string& path, const std::string& cookies) {
    return house.ask({"GET", "/api/v1/staff" + path, {}, {}, {{"cookie", cookies}}});
  }
  Told remove(const std::string& path, const std::string& cookies) {
    return house.ask({"DELETE", "/api/v1/staff" + path, {}, {}, {{"cookie", cookies}}});
  }
  std::string cookies(const Told& told) { return "__Host-senkoi-staff=" + told.cookie(); }
  std::string code(std::int64_t ahead = 0) {
    return server::accounts::codeOf(secret, server::accounts::stepAt(house.now) + ahead);
  }
  std::string token() { return house.tokenIn(house.letters().back()); }

  static json invitation(const std::string& mail, const std::string& role, const std::string& field = "01") {
    json body{{"mail", mail}, {"name", "内科 花子"}, {"role", role}, {"field", field}, {"language", "ja"}};
    if (role == "director") body["programs"] = {tokyoThreeSeats};
    return body;
  }
  // Invited by the board, and the page of the letter opened.
  std::string opened(const std::string& mail = "office@example.jp", const std::string& role = "society") {
    EXPECT_EQ(post("/people", invitation(mail, role), board).status, 201);
    const std::string link = token();
    const Told told = post("/invitations/open", {{"token", link}});
    EXPECT_EQ(told.status, 200) << told.body;
    secret = decoded(told.text("/secret"));
    return link;
  }
  Told join(const std::string& link, const std::string& confirmation) {
    return post("/invitations/join", {{"token", link},
                                      {"password", staffPassword},
                                      {"password_again", staffPassword},
                                      {"confirmation_code", confirmation}});
  }
  Told logIn(const std::string& confirmation, const std::string& word = staffPassword,
             const std::string& mail = "office@example.jp") {
    return post("/sessions", {{"mail", mail}, {"password", word}, {"confirmation_code", confirmation}});
  }
  std::vector<std::string> joined() {
    const std::string link = opened();
    const Told told = join(link, code());
    EXPECT_EQ(told.status, 201) << told.body;
    house.now += 30'000;
    return json::parse(told.body).at("recovery_codes").get<std::vector<std::string>>();
  }

  House house;
  std::string secret, board = house.staff(Role::board, std::nullopt, {});
};

}  // namespace senkoi::tests
